import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Ballot } from '#domain/forms/ballot.ts';
import { criteriaOf } from '#domain/forms/points.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { proposePack } from '#domain/regulation/propose.ts';
import { samplePreparation } from '#domain/samples/sample-session.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { loadSample } from '#main/services/sample-folder.ts';

/** A real council of the sample that ships with the program: nine members, five dossiers, and how to fill in their 45 ballots. */
export interface RealSession {
  /** Everything prepared, nobody has scored. */
  readonly preparation: (id: string) => readonly SessionEvent[];
  /** The event that enters ballot `at` (0 to 44) of round `round`: every score and comment of one member on one dossier. */
  readonly ballot: (at: number, round: number) => SessionEvent;
}

const assets = fileURLToPath(new URL('../../assets', import.meta.url));

export async function realSession(): Promise<RealSession> {
  const sample = await loadSample(join(assets, 'samples', 'nscl-2026'));
  const { packs } = await loadPacks(join(assets, 'regulations'));
  const { kind, taskApprovedOn } = sample.session.council;
  const { pack } = proposePack(packs, { kind, approvedOn: taskApprovedOn, programme: 'NSCL' });
  const form = pack === null ? undefined : rulesFor(pack, kind)?.forms[0];
  if (pack === null || form === undefined) throw new Error('the sample has no pack');
  const members = sample.session.members.map(({ id }) => id);
  const dossiers = sample.session.dossiers.map(({ id }) => id);
  const asked = criteriaOf(form, []);
  return {
    preparation: (id) =>
      samplePreparation({ ...sample.session, conflicts: [] }, { id, pack, texts: sample.texts, attachments: {} }),
    ballot: (at, round) => {
      const ballot: Ballot = {
        answers: Object.fromEntries(
          asked.map(({ key }, place) => [
            key,
            {
              value: { kind: 'points' as const, points: String(1 + ((round + place) % 4)) },
              comment: `Nhận xét ${round}`,
            },
          ]),
        ),
        opinion: null,
        opinionFields: {},
        comment: `Ý kiến chung lần ${round}`,
        abstained: false,
      };
      return {
        type: 'paperBallot.entered',
        memberId: members[at % members.length] ?? '',
        dossierId: dossiers[Math.floor(at / members.length) % dossiers.length] ?? '',
        ballot,
      };
    },
  };
}
