import { dossiersOf, seatsOf, type Dossier, type Member, type Session } from '#domain/session/state.ts';
import { foldAccents } from '#domain/text/accents.ts';

export type Suspect = {
  readonly member: Member;
  readonly dossier: Dossier;
  readonly why: 'sameOrganisation' | 'samePerson';
};

const same = (a: string, b: string): boolean => foldAccents(a) !== '' && foldAccents(a) === foldAccents(b);

/** Members who seem connected with a dossier and of whom nothing is recorded: the host's people, and the principal. A hint, no finding. */
export const suspectsOf = (session: Session): readonly Suspect[] =>
  seatsOf(session).flatMap((member) =>
    dossiersOf(session).flatMap((dossier): readonly Suspect[] => {
      if (session.conflicts[member.id]?.[dossier.id] !== undefined) return [];
      if (same(member.name, dossier.principal)) return [{ member, dossier, why: 'samePerson' }];
      return same(member.organisation, dossier.hostOrganisation) ? [{ member, dossier, why: 'sameOrganisation' }] : [];
    }),
  );
