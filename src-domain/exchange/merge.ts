import { blankBallot, type Answer, type Ballot } from '#domain/forms/ballot.ts';
import { own } from './own.ts';
import type { ReturnBallots } from './return-manifest.ts';

/** What a member has said in one return, as far as it can be merged. */
export interface MergeSide {
  readonly ballots: ReturnBallots;
  /** Declared conflicts of interest, dossier to reason. */
  readonly conflicts: Readonly<Record<string, string>>;
  readonly remarks: string;
}

export const blankSide: MergeSide = { ballots: {}, conflicts: {}, remarks: '' };

/** One thing a member can say: a criterion's answer, a comment, an opinion … */
export interface MergePlace {
  /** Null for the remarks to the secretary. */
  readonly dossierId: string | null;
  readonly part:
    'answer' | 'answerComment' | 'opinion' | 'opinionField' | 'comment' | 'abstained' | 'declaredConflict' | 'remarks';
  /** Answer key or opinion field; empty for the other parts. */
  readonly key: string;
}

export type MergeValue = Answer['value'] | string | boolean;

/** A place both sides changed, or one cleared while the other kept: a person chooses. */
export interface MergeConflict extends MergePlace {
  readonly base: MergeValue;
  readonly left: MergeValue;
  readonly right: MergeValue;
}

export interface Merge {
  /** Both sides together; at a conflict it stands as in the base until chosen. */
  readonly merged: MergeSide;
  readonly conflicts: readonly MergeConflict[];
}

/** A name for a place, unique within a merge. */
export const placeKey = ({ dossierId, part, key }: MergePlace): string => JSON.stringify([dossierId, part, key]);

const blankOf = (part: MergePlace['part']): MergeValue => {
  switch (part) {
    case 'answer':
    case 'opinion':
    case 'declaredConflict':
      return null;
    case 'abstained':
      return false;
    case 'answerComment':
    case 'opinionField':
    case 'comment':
    case 'remarks':
      return '';
  }
};

/** A declaration without a reason is still one, so its empty text is not blank. */
const isBlankAt = (part: MergePlace['part'], value: MergeValue): boolean =>
  value === null || value === false || (value === '' && part !== 'declaredConflict');

const equal = (a: MergeValue, b: MergeValue): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const right = new Map<string, unknown>(Object.entries(b));
  return Object.keys(a).length === right.size && Object.entries(a).every(([key, value]) => right.get(key) === value);
};

type Placed = readonly [MergePlace, MergeValue];

const placesOfBallot = (dossierId: string, ballot: Ballot): readonly Placed[] => [
  ...Object.entries(ballot.answers).flatMap(([key, { value, comment }]): readonly Placed[] => [
    [{ dossierId, part: 'answer', key }, value],
    [{ dossierId, part: 'answerComment', key }, comment],
  ]),
  [{ dossierId, part: 'opinion', key: '' }, ballot.opinion],
  ...Object.entries(ballot.opinionFields).map(([key, text]): Placed => [
    { dossierId, part: 'opinionField', key },
    text,
  ]),
  [{ dossierId, part: 'comment', key: '' }, ballot.comment],
  [{ dossierId, part: 'abstained', key: '' }, ballot.abstained],
];

const placesOf = (side: MergeSide): ReadonlyMap<string, Placed> =>
  new Map(
    [
      ...Object.entries(side.ballots).flatMap(([dossierId, ballot]) => placesOfBallot(dossierId, ballot)),
      ...Object.entries(side.conflicts).map(([dossierId, reason]): Placed => [
        { dossierId, part: 'declaredConflict', key: '' },
        reason,
      ]),
      [{ dossierId: null, part: 'remarks', key: '' }, side.remarks] as const,
    ].map((placed) => [placeKey(placed[0]), placed]),
  );

const withBallot = (side: MergeSide, dossierId: string, change: (ballot: Ballot) => Ballot): MergeSide => ({
  ...side,
  ballots: { ...side.ballots, [dossierId]: change(own(side.ballots, dossierId) ?? blankBallot) },
});

const blankAnswer: Answer = { value: null, comment: '' };

/** The side with one place set. The value must be of the place's kind; a foreign one is a fault of the program. */
const put = (side: MergeSide, { dossierId, part, key }: MergePlace, value: MergeValue): MergeSide => {
  const text = typeof value === 'string' ? value : '';
  if (part === 'remarks') return { ...side, remarks: text };
  if (dossierId === null) throw new TypeError(`${part} belongs to a dossier`);
  switch (part) {
    case 'declaredConflict': {
      const others = Object.entries(side.conflicts).filter(([id]) => id !== dossierId);
      return { ...side, conflicts: Object.fromEntries(value === null ? others : [...others, [dossierId, text]]) };
    }
    case 'answer':
      if (typeof value === 'string' || typeof value === 'boolean') throw new TypeError('an answer is no text');
      return withBallot(side, dossierId, (ballot) => ({
        ...ballot,
        answers: { ...ballot.answers, [key]: { ...(own(ballot.answers, key) ?? blankAnswer), value } },
      }));
    case 'answerComment':
      return withBallot(side, dossierId, (ballot) => ({
        ...ballot,
        answers: { ...ballot.answers, [key]: { ...(own(ballot.answers, key) ?? blankAnswer), comment: text } },
      }));
    case 'opinion':
      return withBallot(side, dossierId, (ballot) => ({ ...ballot, opinion: value === null ? null : text }));
    case 'opinionField':
      return withBallot(side, dossierId, (ballot) => ({
        ...ballot,
        opinionFields: { ...ballot.opinionFields, [key]: text },
      }));
    case 'comment':
      return withBallot(side, dossierId, (ballot) => ({ ...ballot, comment: text }));
    case 'abstained':
      return withBallot(side, dossierId, (ballot) => ({ ...ballot, abstained: value === true }));
  }
};

/** How one place of two diverged returns stands: said alike, changed on one side only, or to be chosen by a person. */
export type Settled = 'same' | 'left' | 'right' | 'conflict';
export interface SettledPlace extends MergeConflict {
  readonly settled: Settled;
}

const isText = (part: MergePlace['part']): boolean =>
  part === 'answerComment' || part === 'opinionField' || part === 'comment' || part === 'remarks';

/** May both texts stand one after the other at this place? Only where both sides wrote running text. */
export const canJoin = ({ part, left, right }: Pick<MergeConflict, 'part' | 'left' | 'right'>): boolean =>
  isText(part) && typeof left === 'string' && typeof right === 'string' && left !== '' && right !== '';

/** Both texts whole, the left one first, a blank line between. */
export const joinTexts = (left: string, right: string): string => `${left}\n\n${right}`;

type Compared = MergeConflict & { readonly changedLeft: boolean; readonly changedRight: boolean };

const settle = ({ part, base, left, right, changedLeft, changedRight }: Compared): Settled => {
  if (!changedLeft && !changedRight) return 'same';
  if (equal(left, right)) return 'same';
  const cleared = !isBlankAt(part, base) && isBlankAt(part, left) !== isBlankAt(part, right);
  if (cleared || (changedLeft && changedRight)) return 'conflict';
  return changedLeft ? 'left' : 'right';
};

/**
 * Every place of two returns that diverged from `base` (a blank side where they have nothing in common), in a fixed order, and how each is
 * settled. What only one side changed is taken from it; what both wrote differently, and what one cleared while the other kept it, is a
 * conflict; so is an abstention on a dossier that the other side went on judging.
 */
export const settlePlaces = (base: MergeSide, left: MergeSide, right: MergeSide): readonly SettledPlace[] => {
  const [before, ours, theirs] = [placesOf(base), placesOf(left), placesOf(right)];
  const all = new Map([...ours, ...theirs].map(([key, [place]]) => [key, place]));
  const compared = [...all]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, place]): Compared => {
      const blank = blankOf(place.part);
      const at = (side: ReadonlyMap<string, Placed>): MergeValue => side.get(key)?.[1] ?? blank;
      const [b, l, r] = [at(before), at(ours), at(theirs)];
      return { ...place, base: b, left: l, right: r, changedLeft: !equal(l, b), changedRight: !equal(r, b) };
    });
  const judgedOn = (side: 'changedLeft' | 'changedRight'): ReadonlySet<string | null> =>
    new Set(
      compared
        .filter((one) => one[side] && one.part !== 'abstained' && one.part !== 'declaredConflict')
        .map(({ dossierId }) => dossierId),
    );
  const judged = { left: judgedOn('changedLeft'), right: judgedOn('changedRight') };
  return compared.map((one): SettledPlace => {
    const { changedLeft: _left, changedRight: _right, ...conflict } = one;
    // The side that abstains would silence what the other wrote on this dossier since.
    const silences =
      one.part === 'abstained' &&
      one.left !== one.right &&
      judged[one.left === true ? 'right' : 'left'].has(one.dossierId);
    return { ...conflict, settled: silences ? 'conflict' : settle(one) };
  });
};

/**
 * Three-way merge of two returns, place by place as `settlePlaces` has it: nothing that either side says is ever dropped without somebody
 * choosing so. The order of the sides matters only to the names left and right.
 */
export const mergeReturns = (base: MergeSide, left: MergeSide, right: MergeSide): Merge => {
  const places = settlePlaces(base, left, right);
  const merged = places.reduce((side, place) => {
    const { settled } = place;
    return put(side, place, settled === 'conflict' ? place.base : settled === 'same' ? place.left : place[settled]);
  }, blankSide);
  const conflicts = places
    .filter(({ settled }) => settled === 'conflict')
    .map(({ settled: _settled, ...conflict }): MergeConflict => conflict);
  return { merged, conflicts };
};

/** Do two sides say the same, place by place? What is blank and what is absent are alike. */
export const saysSame = (one: MergeSide, other: MergeSide): boolean =>
  settlePlaces(blankSide, one, other).every(({ left, right }) => equal(left, right));

/** A person's choice at one conflict: one of the three, or for running texts both; and why. */
export interface MergeChoice {
  readonly place: MergePlace;
  readonly choose: 'base' | 'left' | 'right' | 'both';
  readonly reason: string;
}

const chosenValue = (conflict: MergeConflict, { choose }: MergeChoice): MergeValue => {
  if (choose !== 'both') return conflict[choose];
  const { left, right } = conflict;
  if (typeof left !== 'string' || typeof right !== 'string') throw new TypeError('only texts stand side by side');
  return joinTexts(left, right);
};

/**
 * The merge with every conflict chosen, or the conflicts nobody has chosen yet: without a choice, without a reason, or with both sides where
 * no two texts can stand together.
 */
export const resolveMerge = (
  merge: Merge,
  choices: readonly MergeChoice[],
):
  { readonly ok: true; readonly side: MergeSide } | { readonly ok: false; readonly open: readonly MergeConflict[] } => {
  const chosen = new Map(
    choices.filter(({ reason }) => reason.trim() !== '').map((choice) => [placeKey(choice.place), choice]),
  );
  const open = merge.conflicts.filter((conflict) => {
    const choice = chosen.get(placeKey(conflict));
    return !choice || (choice.choose === 'both' && !canJoin(conflict));
  });
  if (open.length > 0) return { ok: false, open };
  const side = merge.conflicts.reduce((result, conflict) => {
    const choice = chosen.get(placeKey(conflict));
    return choice ? put(result, conflict, chosenValue(conflict, choice)) : result;
  }, merge.merged);
  return { ok: true, side };
};
