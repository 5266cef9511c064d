import { app } from 'electron';
import { noSpellcheck } from './no-spellcheck.ts';
import { refuseDevices } from './refuse-devices.ts';
import { refuseNavigation } from './refuse-navigation.ts';
import { refuseNetwork } from './refuse-network.ts';
import { refusePermissions } from './refuse-permissions.ts';
import { refuseWebviews } from './refuse-webviews.ts';
import { refuseWindows } from './refuse-windows.ts';
import type { Rule, RuleFacts } from './rule.ts';

const rules: readonly Rule[] = [
  refuseNavigation,
  refuseWindows,
  refuseWebviews,
  refusePermissions,
  refuseDevices,
  refuseNetwork,
  noSpellcheck,
];

/** Puts every rule in force for every page and session to come. To be called before the app is ready. */
export const applyRules = (facts: RuleFacts): void => {
  app.on('session-created', (session) => {
    for (const rule of rules) rule.session?.(session, facts);
  });
  app.on('web-contents-created', (_event, contents) => {
    for (const rule of rules) rule.contents?.(contents, facts);
  });
};
