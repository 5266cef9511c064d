import { existsSync } from 'node:fs';
import Conf, { type Options, type Schema } from 'conf';
import { z } from 'zod';
import { defaultPreferences, preferencesSchema, type Preferences } from '#domain/contract/app.ts';
import type { Log, PreferencesPort } from '#main/application/ports.ts';

/** How electron-store and its base, conf, keep the preferences: the same file with the same schema in every host. */
export const preferencesStore = (dataDir: string) =>
  ({
    cwd: dataDir,
    schema: z.toJSONSchema(preferencesSchema).properties as Schema<Preferences>,
    defaults: defaultPreferences,
    // Preferences forgive: a damaged file starts again from the defaults.
    clearInvalidConfig: true,
    configFileMode: 0o600,
  }) satisfies Options<Preferences>;

/** The name of the file without its ending. */
export const PREFERENCES_NAME = 'preferences';

/** What both libraries offer of what is needed here. */
export type PreferenceKeeper = { store: Preferences };

/**
 * The preferences over either library. Reading answers the defaults where the file can't be read as preferences; writing never throws.
 */
export const preferencesPort = (dataDir: string, open: () => PreferenceKeeper, log: Log): PreferencesPort => {
  let current: Preferences | null = null;
  let keeper: PreferenceKeeper | null = null;
  const read = (): Preferences => {
    try {
      keeper ??= open();
      const parsed = preferencesSchema.safeParse(keeper.store);
      if (parsed.success) return parsed.data;
      log.warn('the preferences were damaged and start again from the defaults');
    } catch (error) {
      log.error('the preferences could not be read', error);
    }
    return defaultPreferences;
  };
  return {
    get: () => (current ??= read()),
    set: (preferences) => {
      current = preferences;
      try {
        // Both libraries would make a folder anew that was pulled out or renamed, and so keep it from coming back.
        if (keeper !== null && !existsSync(dataDir)) throw new Error('the data folder is not there');
        keeper ??= open();
        keeper.store = preferences;
      } catch (error) {
        log.error('the preferences could not be written', error);
      }
    },
  };
};

/** The preferences of the hosts that are not Electron. */
export const confPreferences = (dataDir: string, log: Log): PreferencesPort =>
  preferencesPort(
    dataDir,
    () => new Conf<Preferences>({ ...preferencesStore(dataDir), configName: PREFERENCES_NAME }),
    log,
  );
