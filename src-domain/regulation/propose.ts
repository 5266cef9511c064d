import { rulesFor, type CouncilKind, type Pack } from '#domain/regulation/pack.ts';

export type PackQuestion = {
  readonly kind: CouncilKind;
  /** When the task (or list of tasks) was approved, `YYYY-MM-DD`; null while nobody has said. */
  readonly approvedOn: string | null;
  /** The programme's name or short name, e.g. "NSCL"; empty for none. */
  readonly programme: string;
};

export type PackProposal = {
  /** The pack that fits best; null when none may be proposed. */
  readonly pack: Pack | null;
  /** Every pack that may be proposed, best first. Drafts and templates are never among them. */
  readonly fitting: readonly Pack[];
};

const covers = ({ appliesTo }: Pack, approvedOn: string | null): boolean =>
  approvedOn === null ||
  ((appliesTo.approvedFrom === null || appliesTo.approvedFrom <= approvedOn) &&
    (appliesTo.approvedTo === null || approvedOn <= appliesTo.approvedTo));

const namesProgramme = ({ appliesTo }: Pack, programme: string): boolean =>
  appliesTo.programmes.some((name) => programme.toLowerCase().includes(name.toLowerCase()));

// A pack made for the programme goes before one for every task; a regime of law before a form that claims no origin.
const rank = (pack: Pack, programme: string): number =>
  (namesProgramme(pack, programme) ? 0 : 4) +
  (pack.regime === 'any' ? 2 : 0) +
  (pack.appliesTo.level === 'ministry' ? 1 : 0);

const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Proposes a pack for a session: one with rules for the kind of council, in force for tasks approved on that day, made for the programme
 * before made for all, the newer before the older. Only a proposal: the secretary can choose any other.
 */
export const proposePack = (packs: readonly Pack[], { kind, approvedOn, programme }: PackQuestion): PackProposal => {
  const fitting = packs
    .filter((pack) => !pack.draft && !pack.template && rulesFor(pack, kind) !== undefined && covers(pack, approvedOn))
    .filter((pack) => pack.appliesTo.programmes.length === 0 || namesProgramme(pack, programme))
    .sort(
      (left, right) =>
        rank(left, programme) - rank(right, programme) ||
        text(right.appliesTo.approvedFrom ?? '', left.appliesTo.approvedFrom ?? '') ||
        right.version - left.version ||
        text(left.id, right.id),
    );
  return { pack: fitting[0] ?? null, fitting };
};
