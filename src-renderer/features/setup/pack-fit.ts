import { rulesFor, type CouncilKind, type Pack } from '#domain/regulation/pack.ts';

/** Why a pack is or isn't proposed for a council. */
export type PackFit = 'fits' | 'notForKind' | 'notForDate' | 'draft';

/** @param approvedOn the day the task was approved, `YYYY-MM-DD`; null while unknown, when every regime may still be the one */
export const packFit = (pack: Pack, kind: CouncilKind, approvedOn: string | null): PackFit => {
  if (rulesFor(pack, kind) === undefined) return 'notForKind';
  const { approvedFrom, approvedTo } = pack.appliesTo;
  const tooEarly = approvedOn !== null && approvedFrom !== null && approvedOn < approvedFrom;
  const tooLate = approvedOn !== null && approvedTo !== null && approvedOn > approvedTo;
  if (tooEarly || tooLate) return 'notForDate';
  return pack.draft || pack.template ? 'draft' : 'fits';
};
