import type { Session, WebContents } from 'electron';
import type { Log } from '#main/application/ports.ts';
import type { IsOwn } from '../own-address.ts';

export type RuleFacts = { readonly isOwn: IsOwn; readonly log: Log };

/** One security rule. It is applied to every page and every session that ever comes to be, whoever makes it. */
export type Rule = {
  readonly contents?: (contents: WebContents, facts: RuleFacts) => void;
  readonly session?: (session: Session, facts: RuleFacts) => void;
};
