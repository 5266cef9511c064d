import { bilingual, type Text } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { sourcesIn } from './mark.ts';
import { rulesFor, type CouncilKind, type Pack } from './pack.ts';

const both = bilingual(regulationMessages);

/** What a pack is proposed from. */
export type PackQuestion = {
  readonly kind: CouncilKind;
  /** When the task (or list of tasks) was approved, `YYYY-MM-DD`; null while nobody has said. */
  readonly approvedOn: string | null;
  /** The programme's name, e.g. "Chương trình … (NSCL)"; empty for none. */
  readonly programme: string;
};

export type Proposal = {
  /** The first of `fitting`; null where no pack fits. */
  readonly pack: Pack | null;
  /** Every pack that may be proposed, best first. */
  readonly fitting: readonly Pack[];
  /** Why this one, to be shown beside the choice. */
  readonly reasons: readonly Text[];
  /** Every other pack with rules for this kind of council, templates and drafts last: the secretary may choose any. */
  readonly others: readonly Pack[];
};

const covers = ({ appliesTo }: Pack, day: string): boolean =>
  (appliesTo.approvedFrom === null || appliesTo.approvedFrom <= day) &&
  (appliesTo.approvedTo === null || day <= appliesTo.approvedTo);

const named = (programme: string): string => programme.normalize('NFC').toLowerCase();

const words = (text: string): string =>
  ` ${named(text)
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()} `;

/** Is the programme one the pack is made for? One of its names standing anywhere in the programme's name, as whole words, is enough. */
const isFor = (pack: Pack, programme: string): boolean =>
  pack.appliesTo.programmes.some((own) => words(programme).includes(words(own)));

const levelOrder: Readonly<Record<Pack['appliesTo']['level'], number>> = {
  programme: 0,
  national: 1,
  any: 2,
  ministry: 3,
};

/**
 * Proposes the pack for a session from the kind of council, the day on which the task was approved (`YYYY-MM-DD`, null while unknown)
 * and the programme's name. Drafts and templates are never proposed. A pack made for the programme comes before a national one, and
 * that before one bound to no document; of several the one that began last, and one that ships with the program before one of the
 * council's own, which claims less.
 */
export const proposePack = (packs: readonly Pack[], { kind, approvedOn, programme }: PackQuestion): Proposal => {
  const forKind = packs.filter((pack) => rulesFor(pack, kind));
  const candidates = forKind.filter(
    (pack) =>
      !pack.draft &&
      !pack.template &&
      (pack.appliesTo.level !== 'programme' || isFor(pack, programme)) &&
      (approvedOn === null ? pack.appliesTo.approvedTo === null : covers(pack, approvedOn)),
  );
  const began = ({ appliesTo }: Pack): string => appliesTo.approvedFrom ?? '';
  const fitting = [...candidates].sort(
    (left, right) =>
      levelOrder[left.appliesTo.level] - levelOrder[right.appliesTo.level] ||
      (began(left) < began(right) ? 1 : began(left) > began(right) ? -1 : 0) ||
      Number(left.change !== null) - Number(right.change !== null) ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : right.version - left.version),
  );
  const [best] = fitting;
  const others = forKind
    .filter((pack) => pack !== best)
    .sort((left, right) => Number(left.draft || left.template) - Number(right.draft || right.template));
  if (!best) return { pack: null, fitting, reasons: [both((t) => t.proposeNone())], others };
  const unverified = sourcesIn(best).some(({ source }) => source.mark === 'unverified');
  const level = ((): Text => {
    switch (best.appliesTo.level) {
      case 'programme':
        return both((t) => t.proposeProgramme(best.appliesTo.programmes.join(', ')));
      case 'national':
        return both((t) => t.proposeNational());
      case 'any':
      case 'ministry':
        return best.documents.length === 0 ? both((t) => t.proposeAny()) : both((t) => t.proposeNational());
    }
  })();
  return {
    pack: best,
    fitting,
    reasons: [
      ...(best.change === null ? [] : [both((t) => t.proposeOwn())]),
      level,
      approvedOn === null ? both((t) => t.proposeNoDate()) : both((t) => t.proposeDate(approvedOn)),
      ...(unverified ? [both((t) => t.proposeUnverified())] : []),
    ],
    others,
  };
};
