import type { BinaryFile } from '#domain/contract/binary.ts';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { keepRevision, type HeldReturns, type HeldRevision } from '#domain/exchange/held-returns.ts';
import { appliesByItself, judgeReturn, type IntakeVerdict, type OpenedReturn } from '#domain/exchange/intake.ts';
import { shortCode } from '#domain/exchange/short-code.ts';
import { allHeld, signedReturn } from '#domain/session/diverged.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { displaySessionTitle } from '#domain/session/title.ts';
import { isSecret, lastTaken } from '#domain/session/secret-ballot.ts';
import { currentReturn, type HeldReturn, type SealedReturn, type Session } from '#domain/session/state.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { seatProofHolds } from '#main/exchange/keys.ts';
import { sealReceipt } from '#main/exchange/receipt-file.ts';
import { lostSeats, type BallotBoxes } from '#main/services/ballot-box.ts';
import { heldReturnsOf } from '#main/services/held-returns.ts';
import type { Arrival, Batches, GivenFile } from '#main/services/intake/batches.ts';
import type { Jobs } from '#main/services/jobs.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

export const receiptMediaType = 'application/vnd.hoidong.receipt';

/** An arrival and what it means to the session as it stands. */
export type Judged = { readonly arrival: Arrival; readonly verdict: IntakeVerdict };

const seatSecretsOf = (session: Session, memberId: string): readonly string[] => [
  ...new Set((session.packages[memberId] ?? []).map(({ seatSecret }) => seatSecret)),
];

// Revisions of one member in their order, so that the order of the files doesn't matter.
const byRevision = (left: Arrival, right: Arrival): number => {
  if (!left.opened.ok || !right.opened.ok) return Number(left.opened.ok) - Number(right.opened.ok);
  const [one, other] = [left.opened.value, right.opened.value];
  const earlier = Date.parse(one.manifest.createdAt) - Date.parse(other.manifest.createdAt);
  // Of two diverged ones the one written first is counted, in whatever order they were chosen.
  return one.manifest.revision - other.manifest.revision || earlier || (one.digest < other.digest ? -1 : 1);
};

/** A file of the batch as those after it find it held. */
const revisionOf = (
  { manifest, ballots, digest }: OpenedReturn,
  { without, beside, supersedes }: IntakeVerdict,
): HeldRevision => ({
  returnId: manifest.returnId,
  revision: manifest.revision,
  digest,
  ancestors: manifest.ancestors,
  supersedes,
  beside,
  side: {
    ballots: Object.fromEntries(Object.entries(ballots).filter(([id]) => !without.includes(id))),
    conflicts: Object.fromEntries(manifest.conflicts.map(({ dossierId, reason }) => [dossierId, reason])),
    remarks: manifest.remarks,
  },
});

/**
 * Judges a whole batch: each file against what is held and what the files before it would bring.
 *
 * @param lost members of a secret vote whose sealed files can't be opened any more; see `lostSeats`.
 */
export const judgeAll = (
  session: Session,
  arrivals: readonly Arrival[],
  lost: ReadonlySet<string> = new Set(),
): readonly Judged[] => {
  let held: HeldReturns = heldReturnsOf(session, lost);
  const judged = new Map<Arrival, Judged>();
  for (const arrival of [...arrivals].sort(byRevision)) {
    const { opened, receivedAt } = arrival;
    const secrets = opened.ok ? seatSecretsOf(session, opened.value.manifest.memberId) : [];
    const verdict = judgeReturn(opened, held, {
      seatProofHolds: opened.ok && seatProofHolds(opened.value.manifest, secrets),
      receivedAt,
    });
    if (opened.ok && appliesByItself(verdict)) {
      const { manifest } = opened.value;
      const seat = held.seats[manifest.memberId];
      if (seat) {
        const kept = keepRevision(seat, revisionOf(opened.value, verdict), manifest.memberKey);
        held = { ...held, seats: { ...held.seats, [manifest.memberId]: kept } };
      }
    }
    judged.set(arrival, { arrival, verdict });
  }
  return arrivals.flatMap((arrival) => judged.get(arrival) ?? []);
};

/** A line of the import report. */
export const lineOf = ({ arrival, verdict }: Judged): IntakeLine => ({
  fileName: arrival.fileName,
  code: verdict.outcome,
  details: { ...verdict.details, late: verdict.late },
  memberId: verdict.memberId,
  revision: verdict.revision,
  applies: appliesByItself(verdict),
});

const heldReturn = (
  { arrival, verdict }: Judged,
  { manifest, ballots, digest }: OpenedReturn,
  importedAt: string,
): HeldReturn => ({
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
  ...(verdict.supersedes.length > 0 ? { supersedes: [...verdict.supersedes] } : {}),
});

/** The same for a secret vote: that it came, and nothing of what was voted. */
const sealedReturn = ({ ballots, ...held }: HeldReturn): SealedReturn => ({
  revision: held.revision,
  digest: held.digest,
  ancestors: held.ancestors,
  packageNumber: held.packageNumber,
  publicKey: held.publicKey,
  memberRecipient: held.memberRecipient,
  importedAt: held.importedAt,
  late: held.late,
  code: held.code,
  declaredConflicts: held.declaredConflicts,
  remarks: held.remarks,
  dossiers: Object.keys(ballots).sort(),
});

/** A file of the contract as a batch takes it. */
export const givenFile = (file: BinaryFile): GivenFile => ({
  name: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

export type ReturnsDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly boxes: BallotBoxes;
  readonly batches: Batches;
  readonly jobs: Jobs;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createReturnsService = ({
  archive,
  keyring,
  boxes,
  batches,
  jobs,
  clock,
  ids,
}: ReturnsDeps): Services['returns'] => {
  const applying = new Set<string>();

  return {
    preview: async ({ sessionId, files }, options) => {
      const document = await archive.sessions.open(sessionId);
      const batchId = await batches.open(sessionId);
      try {
        for (const file of files) await batches.add(sessionId, batchId, givenFile(file), options?.signal);
      } catch (error) {
        await batches.drop(batchId);
        throw error;
      }
      const judged = judgeAll(
        document.state,
        batches.get(sessionId, batchId).arrivals,
        await lostSeats(document, boxes),
      );
      return { batchId, lines: judged.map(lineOf) };
    },

    apply: async ({ sessionId, batchId, upTo, jobId }, options) => {
      const batch = batches.get(sessionId, batchId);
      // Pressed twice, it is taken once.
      if (applying.has(batchId)) throw new ProblemError('session.noSuchBatch');
      applying.add(batchId);
      try {
        const document = await archive.sessions.open(sessionId);
        const arrivals = batch.arrivals.filter(({ number }) => upTo === undefined || number <= upTo);
        // Judged anew: what was held may have changed since the preview.
        const secret = isSecret(document.state);
        const judged = judgeAll(document.state, arrivals, await lostSeats(document, boxes));
        const importedAt = clock().toISOString();
        const taken = judged.flatMap((one) => {
          const { opened, read } = one.arrival;
          return appliesByItself(one.verdict) && opened.ok
            ? [
                {
                  memberId: opened.value.manifest.memberId,
                  held: heldReturn(one, opened.value, importedAt),
                  read,
                  beside: one.verdict.beside,
                },
              ]
            : [];
        });
        if (taken.length === 0) throw new ProblemError('session.nothingToImport');
        taken.sort((left, right) => left.held.revision - right.held.revision);
        // The files first: a crash or a cancel between leaves files nobody names, never an entry without its file.
        const files = archive.sessions.files(sessionId);
        await jobs.run(jobId ?? null, options?.signal, async ({ report, signal }) => {
          for (const [index, { held, read }] of taken.entries()) {
            signal.throwIfAborted();
            report({ phase: 'writing', done: index, total: taken.length });
            if (secret) await boxes.put(sessionId, held.digest, await read());
            else await files.put(`return-${held.digest.slice(0, 32)}.hdphieu`, await read());
          }
          signal.throwIfAborted();
        });
        const event: SessionEvent = secret
          ? {
              type: 'secretBallot.returnsTaken',
              returns: taken.map(({ memberId, held }) => ({ memberId, held: sealedReturn(held) })),
            }
          : {
              type: 'returns.imported',
              returns: taken.map(({ memberId, held, beside }) => ({
                memberId,
                held,
                ...(beside ? { beside: true as const } : {}),
              })),
            };
        await recordIn(document, [event], clock);
        await batches.taken(batchId);
        return { lines: judged.map(lineOf), standing: standingOf(document) };
      } finally {
        applying.delete(batchId);
      }
    },

    receipt: async ({ sessionId, memberId, digest }) => {
      const document = await archive.sessions.open(sessionId);
      const session = document.state;
      // A merge is the secretary's own: what came from the member is acknowledged.
      const counted = currentReturn(session, memberId);
      const named =
        digest === undefined
          ? counted?.merge === undefined
            ? (counted ?? signedReturn(session, memberId))
            : signedReturn(session, memberId)
          : allHeld(session, memberId).find((one) => one.digest === digest && !one.merge);
      const held = named ?? (isSecret(session) ? lastTaken(session, memberId) : undefined);
      const name = session.members[memberId]?.name ?? '';
      if (!held) throw new ProblemError('session.noReturn', { name });
      const file = await sealReceipt({
        sessionId,
        receiptId: ids(),
        createdAt: clock().toISOString(),
        rehearsal: session.rehearsal,
        sessionTitle: displaySessionTitle(session).vi,
        memberId,
        // What a return of a secret vote called itself is kept nowhere.
        ...(named === undefined ? {} : { returnId: named.returnId }),
        revision: held.revision,
        returnDigest: held.digest,
        takenAt: held.importedAt,
        late: held.late,
        keys: await keyring.get(document),
        recipient: held.memberRecipient,
      });
      const bytes = await collectBytes(file.chunks);
      return new File(
        [new Uint8Array(bytes)],
        `bien-nhan-${foldForFileName(name) || memberId}-lan-${held.revision}.hdbiennhan`,
        { type: receiptMediaType },
      );
    },

    resetKey: async ({ sessionId, memberId, reason }) => {
      const document = await archive.sessions.open(sessionId);
      await recordIn(document, [{ type: 'seat.keyReset', memberId, reason }], clock);
      return { standing: standingOf(document) };
    },
  };
};
