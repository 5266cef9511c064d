import { randomInt } from 'node:crypto';
import { ProblemError } from '#domain/contract/problems.ts';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { ballotSchema, blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { currentSealed, openingLacks, votersOf } from '#domain/session/secret-ballot.ts';
import type { Session } from '#domain/session/state.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import type { BallotBoxes } from '#main/services/ballot-box.ts';
import type { Batches } from '#main/services/intake/batches.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { recordIn, refuseEvents } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

type Opened = Extract<SessionEvent, { type: 'secretBallot.opened' }>;

export type SecretBallotsDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly boxes: BallotBoxes;
  readonly batches: Pick<Batches, 'forget'>;
  readonly clock: () => Date;
  readonly ids: () => string;
  /** A whole number from 0 up to, not including, `below`; each as likely, and not to be foreseen. */
  readonly draw?: (below: number) => number;
};

const composed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, composed(item)]));
  return value;
};

/** The ballot in the one form all ballots have: what order a person answered in, or what computer it was typed on, must not mark it. */
export const plainBallot = (ballot: Ballot): Ballot => ballotSchema.parse(JSON.parse(canonicalText(composed(ballot))));

/** The same items in an order drawn by lot (Fisher and Yates). */
export const shuffled = <Item>(items: readonly Item[], draw: (below: number) => number): Item[] => {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    const [one, two] = [order[last], order[other]];
    if (one === undefined || two === undefined) throw new Error('drawn outside the list');
    order[last] = two;
    order[other] = one;
  }
  return order;
};

export const createSecretBallotsService = ({
  archive,
  keyring,
  boxes,
  batches,
  clock,
  ids,
  draw = (below) => randomInt(below),
}: SecretBallotsDeps): Services['secretBallots'] => {
  /** Every counted file unsealed: member to ballots. Throws `session.boxLost`. */
  const unsealed = async (
    document: SessionDocument,
  ): Promise<ReadonlyMap<string, Readonly<Record<string, Ballot>>>> => {
    const session = document.state;
    const wanted = new Set(
      session.dossierOrder.flatMap((id) =>
        votersOf(session, id).counted.flatMap(({ memberId, from }) => (from === 'file' ? [memberId] : [])),
      ),
    );
    const { identity } = await keyring.get(document);
    const found = new Map<string, Readonly<Record<string, Ballot>>>();
    const lost: string[] = [];
    for (const memberId of wanted) {
      const held = currentSealed(session, memberId);
      const bytes = held && (await boxes.take(session.id, held.digest));
      const opened = bytes && (await openReturn(bytes, identity));
      if (opened?.ok && opened.value.digest === held?.digest) found.set(memberId, opened.value.ballots);
      else lost.push(session.members[memberId]?.name ?? memberId);
    }
    if (lost.length > 0) throw new ProblemError('session.boxLost', { count: lost.length, names: lost.join(', ') });
    return found;
  };

  const papersOf = async (session: Session, dossierId: string): Promise<readonly Ballot[]> => {
    const papers: Ballot[] = [];
    for (const paperId of session.secretBallot.papers[dossierId] ?? []) {
      const bytes = await boxes.take(session.id, paperId);
      if (!bytes) throw new ProblemError('session.paperLost', { dossier: session.dossierOrder.indexOf(dossierId) + 1 });
      papers.push(ballotSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
    }
    return papers;
  };

  return {
    putPaper: async ({ sessionId, dossierId, ballot }) => {
      const document = await archive.sessions.open(sessionId);
      const event: SessionEvent = { type: 'secretBallot.paperPut', dossierId, paperId: ids() };
      refuseEvents(document.state, [event], clock().toISOString());
      // The file first: a crash between leaves a sealed file nobody names.
      await boxes.put(sessionId, event.paperId, Buffer.from(canonicalText(plainBallot(ballot)), 'utf8'));
      await recordIn(document, [event], clock);
      return { standing: standingOf(document) };
    },

    open: async ({ sessionId }) => {
      const document = await archive.sessions.open(sessionId);
      const session = document.state;
      const dossiersNow = (ballots: (dossierId: string) => readonly Ballot[]): Opened['dossiers'] =>
        Object.fromEntries(
          session.dossierOrder.map((id) => {
            const { counted, setAside } = votersOf(session, id);
            return [
              id,
              {
                seats: counted.map(({ memberId }) => memberId),
                setAside: setAside.length,
                ballots: shuffled(ballots(id).map(plainBallot), draw),
              },
            ];
          }),
        );
      // Asked before anything is unsealed, and again by `recordIn`.
      refuseEvents(
        session,
        [
          {
            type: 'secretBallot.opened',
            taken: {},
            dossiers: dossiersNow((id) => votersOf(session, id).counted.map(() => blankBallot)),
          },
        ],
        clock().toISOString(),
      );
      const lacks = openingLacks(session);
      if (lacks.length > 0) throw new ProblemError('session.boxNotReady', { count: lacks.length });

      const files = await unsealed(document);
      const papers = new Map<string, readonly Ballot[]>();
      for (const id of session.dossierOrder) papers.set(id, await papersOf(session, id));
      const dossiers = dossiersNow((id) => [
        ...votersOf(session, id).counted.flatMap(({ memberId, from }) => {
          const ballot = files.get(memberId)?.[id];
          if (from === 'paper') return [];
          if (!ballot) throw new Error('a sealed return holds the dossiers its record names');
          return [ballot];
        }),
        ...(papers.get(id) ?? []),
      ]);
      const taken = Object.fromEntries(
        [...files.keys()].sort().map((memberId) => [memberId, currentSealed(session, memberId)?.digest ?? '']),
      );
      await recordIn(document, [{ type: 'secretBallot.opened', taken, dossiers }], clock);
      await boxes.destroy(sessionId);
      await batches.forget(sessionId);
      return { standing: standingOf(document) };
    },
  };
};
