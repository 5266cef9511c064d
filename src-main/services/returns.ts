import type { IntakeLine } from '#domain/contract/sessions.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { keepRevision, type HeldReturns } from '#domain/exchange/held-returns.ts';
import { appliesByItself, judgeReturn, type IntakeVerdict, type OpenedReturn } from '#domain/exchange/intake.ts';
import type { Reading } from '#domain/exchange/refusal.ts';
import { shortCode } from '#domain/exchange/short-code.ts';
import { displaySessionTitle } from '#domain/session/title.ts';
import { currentReturn, type HeldReturn, type Session } from '#domain/session/state.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { seatProofHolds } from '#main/exchange/keys.ts';
import { sealReceipt } from '#main/exchange/receipt-file.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import { heldReturnsOf } from '#main/services/held-returns.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

export const receiptMediaType = 'application/vnd.hoidong.receipt';

/** A file as it came in, with what was found in it. */
type Arrival = { readonly fileName: string; readonly bytes: Uint8Array; readonly opened: Reading<OpenedReturn> };
type Batch = { readonly sessionId: string; readonly receivedAt: string; readonly arrivals: readonly Arrival[] };
type Judged = { readonly arrival: Arrival; readonly verdict: IntakeVerdict };

/** Previews kept for applying; the oldest is dropped, and none outlives the program. */
const MAX_BATCHES = 4;

const seatSecretsOf = (session: Session, memberId: string): readonly string[] => [
  ...new Set((session.packages[memberId] ?? []).map(({ seatSecret }) => seatSecret)),
];

// Revisions of one member in their order, so that the order of the files doesn't matter.
const byRevision = (left: Arrival, right: Arrival): number =>
  (left.opened.ok ? left.opened.value.manifest.revision : 0) - (right.opened.ok ? right.opened.value.manifest.revision : 0);

/** Judges a whole batch: each file against what is held and what the files before it would bring. */
const judgeAll = (session: Session, { receivedAt, arrivals }: Batch): readonly Judged[] => {
  let held: HeldReturns = heldReturnsOf(session);
  const judged = [...arrivals].sort(byRevision).map((arrival): Judged => {
    const { opened } = arrival;
    const secrets = opened.ok ? seatSecretsOf(session, opened.value.manifest.memberId) : [];
    const verdict = judgeReturn(opened, held, {
      seatProofHolds: opened.ok && seatProofHolds(opened.value.manifest, secrets),
      receivedAt,
    });
    if (opened.ok && appliesByItself(verdict)) {
      const { manifest, digest } = opened.value;
      const seat = held.seats[manifest.memberId];
      if (seat) {
        const kept = keepRevision(seat, { ...manifest, digest }, manifest.memberKey);
        held = { ...held, seats: { ...held.seats, [manifest.memberId]: kept } };
      }
    }
    return { arrival, verdict };
  });
  return arrivals.flatMap((arrival) => judged.find((one) => one.arrival === arrival) ?? []);
};

const lineOf = ({ arrival, verdict }: Judged): IntakeLine => ({
  fileName: arrival.fileName,
  code: verdict.outcome,
  details: { ...verdict.details, late: verdict.late },
  memberId: verdict.memberId,
  revision: verdict.revision,
  applies: appliesByItself(verdict),
});

const heldReturn = ({ arrival, verdict }: Judged, { manifest, ballots, digest }: OpenedReturn, importedAt: string): HeldReturn => ({
  returnId: manifest.returnId,
  revision: manifest.revision,
  digest,
  ancestors: manifest.ancestors,
  packageNumber: manifest.packageNumber,
  deviceId: manifest.deviceId,
  publicKey: manifest.memberKey,
  memberRecipient: manifest.memberRecipient,
  createdAt: manifest.createdAt,
  importedAt,
  late: verdict.late,
  code: shortCode(digest),
  fileName: arrival.fileName.slice(0, 255),
  ballots: Object.fromEntries(Object.entries(ballots).filter(([id]) => !verdict.without.includes(id))),
  dossierFingerprints: Object.fromEntries(
    manifest.dossiers.filter(({ id }) => !verdict.without.includes(id)).map(({ id, fingerprint }) => [id, fingerprint]),
  ),
  declaredConflicts: Object.fromEntries(manifest.conflicts.map(({ dossierId, reason }) => [dossierId, reason])),
  remarks: manifest.remarks,
});

export type ReturnsDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createReturnsService = ({ archive, keyring, clock, ids }: ReturnsDeps): Services['returns'] => {
  const batches = new Map<string, Batch>();

  const keep = (batchId: string, batch: Batch): void => {
    batches.set(batchId, batch);
    const oldest = [...batches.keys()][0];
    if (batches.size > MAX_BATCHES && oldest !== undefined) batches.delete(oldest);
  };

  return {
    preview: async ({ sessionId, files }, options) => {
      const document = await archive.sessions.open(sessionId);
      const { identity } = await keyring.get(document);
      const arrivals: Arrival[] = [];
      for (const file of files) {
        options?.signal?.throwIfAborted();
        const bytes = new Uint8Array(await file.arrayBuffer());
        const opened = await openReturn(bytes, identity, options?.signal ? { signal: options.signal } : {});
        arrivals.push({ fileName: file.name, bytes, opened });
      }
      const batch: Batch = { sessionId, receivedAt: clock().toISOString(), arrivals };
      const batchId = ids();
      keep(batchId, batch);
      return { batchId, lines: judgeAll(document.state, batch).map(lineOf) };
    },

    apply: async ({ sessionId, batchId }) => {
      const batch = batches.get(batchId);
      if (batch?.sessionId !== sessionId) throw new ProblemError('session.noSuchBatch');
      const document = await archive.sessions.open(sessionId);
      // Judged anew: what was held may have changed since the preview.
      const judged = judgeAll(document.state, batch);
      const importedAt = clock().toISOString();
      const taken = judged.flatMap((one) =>
        appliesByItself(one.verdict) && one.arrival.opened.ok
          ? [{ memberId: one.arrival.opened.value.manifest.memberId, held: heldReturn(one, one.arrival.opened.value, importedAt), bytes: one.arrival.bytes }]
          : [],
      );
      if (taken.length === 0) throw new ProblemError('session.nothingToImport');
      taken.sort((left, right) => left.held.revision - right.held.revision);
      // The files first: a crash between leaves files nobody names, never an entry without its file.
      for (const { held, bytes } of taken) await archive.sessions.files(sessionId).put(`return-${held.digest.slice(0, 32)}.hdphieu`, bytes);
      await recordIn(document, [{ type: 'returns.imported', returns: taken.map(({ memberId, held }) => ({ memberId, held })) }], clock);
      batches.delete(batchId);
      return { lines: judged.map(lineOf), standing: standingOf(document) };
    },

    receipt: async ({ sessionId, memberId }) => {
      const document = await archive.sessions.open(sessionId);
      const session = document.state;
      const held = currentReturn(session, memberId) ?? session.returns[memberId]?.at(-1);
      const name = session.members[memberId]?.name ?? '';
      if (!held) throw new ProblemError('session.noReturn', { name });
      const sealed = await sealReceipt({
        sessionId,
        receiptId: ids(),
        createdAt: clock().toISOString(),
        rehearsal: session.rehearsal,
        sessionTitle: displaySessionTitle(session).vi,
        memberId,
        returnId: held.returnId,
        revision: held.revision,
        returnDigest: held.digest,
        takenAt: held.importedAt,
        late: held.late,
        keys: await keyring.get(document),
        recipient: held.memberRecipient,
      });
      const bytes = await collectBytes(sealed.chunks);
      return new File([new Uint8Array(bytes)], `bien-nhan-${foldForFileName(name) || memberId}-lan-${held.revision}.hdbiennhan`, { type: receiptMediaType });
    },

    resetKey: async ({ sessionId, memberId, reason }) => {
      const document = await archive.sessions.open(sessionId);
      await recordIn(document, [{ type: 'seat.keyReset', memberId, reason }], clock);
      return { standing: standingOf(document) };
    },
  };
};
