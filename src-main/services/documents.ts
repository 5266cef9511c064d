import { ProblemError } from '#domain/contract/problems.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { keepLockedPage, readLockedPage } from '#main/services/locked-pages.ts';
import { pdfMediaType, type PaperPress } from '#main/services/paper-press.ts';
import { recordIn, refuseEvents } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

export type DocumentsDeps = {
  readonly archive: HoidongArchive;
  readonly press: PaperPress;
  readonly clock: () => Date;
};

export const createDocumentsService = ({ archive, press, clock }: DocumentsDeps): Services['documents'] => ({
  render: async ({ sessionId, paperIds, format }, options) => {
    const session = (await archive.sessions.open(sessionId)).state;
    return { files: [...(await press.pages(session, paperIds, format, options?.signal))] };
  },

  lock: async ({ sessionId }, options) => {
    const document = await archive.sessions.open(sessionId);
    // Asked before the long work of rendering, and again by `recordIn` when it is done.
    const probe: SessionEvent = {
      type: 'minutes.locked',
      documents: [{ kind: 'minutes', name: '-', sha256: '0'.repeat(64), size: 1 }],
    };
    refuseEvents(document.state, [probe], clock().toISOString());
    const session = { ...document.state, minutes: { ...document.state.minutes, state: 'locked' as const } };
    const pages = await press.set(session, options?.signal);
    for (const page of pages) await keepLockedPage(archive, sessionId, page);
    const documents = pages.map(({ kind, name, bytes, sha256 }) => ({ kind, name, sha256, size: bytes.length }));
    await recordIn(document, [{ type: 'minutes.locked', documents }], clock);
    return { standing: standingOf(document) };
  },

  correct: async ({ sessionId, reason }) => {
    const document = await archive.sessions.open(sessionId);
    await recordIn(document, [{ type: 'minutes.corrected', reason }], clock);
    return { standing: standingOf(document) };
  },

  locked: async ({ sessionId, sha256 }) => {
    const session = (await archive.sessions.open(sessionId)).state;
    const named = session.minutes.locked.find((locked) => locked.sha256 === sha256);
    if (!named) throw new ProblemError('documents.notLocked', { sha256 });
    const bytes = await readLockedPage(archive, sessionId, sha256);
    return new File([new Uint8Array(bytes)], named.name, { type: pdfMediaType });
  },
});
