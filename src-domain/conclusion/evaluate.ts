import {
  addRatios,
  compareRatios,
  distance,
  parseRatio,
  ratio,
  ratioText,
  roundRatio,
  zeroRatio,
  type Ratio,
} from './exact.ts';
import { drawLot } from './lot.ts';
import type { Computation, Figure, Outcome, Step } from './step.ts';

export type Result = Pick<Outcome, 'kind' | 'value'>;
type Parts = {
  readonly figures: readonly Pick<Figure, 'key' | 'value'>[];
  readonly children: readonly Pick<Step, 'id' | 'outcome'>[];
};

const holds = (is: boolean): Result => ({ kind: is ? 'holds' : 'fails', value: null });
const value = (text: string): Result => ({ kind: 'value', value: text });
const open: Result = { kind: 'undetermined', value: null };

const inOrder = (order: -1 | 0 | 1, comparison: (Computation & { op: 'compare' })['comparison']): boolean => {
  switch (comparison) {
    case 'atLeast':
      return order >= 0;
    case 'moreThan':
      return order > 0;
    case 'atMost':
      return order <= 0;
    case 'equal':
      return order === 0;
  }
};

const groupsText = (groups: readonly (readonly string[])[]): string =>
  groups.map((keys) => keys.join(' = ')).join(' > ');

/** The places of an order as written by `order`, `lot` and `refine`: "a > b = c" is [[a], [b, c]]. */
export const placesOf = (order: string): readonly (readonly string[])[] =>
  order === '' ? [] : order.split(' > ').map((group) => group.split(' = '));

const ordered = (entries: readonly { readonly key: string; readonly amount: Ratio }[], best: 'greatest' | 'least') => {
  const sign = best === 'greatest' ? -1 : 1;
  const sorted = [...entries].sort((left, right) => sign * compareRatios(left.amount, right.amount));
  const groups: string[][] = [];
  sorted.forEach((entry, index) => {
    const before = sorted[index - 1];
    const last = groups.at(-1);
    if (last && before && compareRatios(before.amount, entry.amount) === 0) last.push(entry.key);
    else groups.push([entry.key]);
  });
  return groups;
};

const refine = (orders: readonly string[]): string => {
  let groups: readonly (readonly string[])[] = [];
  orders.forEach((order, index) => {
    const places = placesOf(order);
    if (index === 0) groups = places;
    else
      groups = groups.flatMap((group) => {
        const within = places
          .map((keys) => keys.filter((key) => group.includes(key)))
          .filter((keys) => keys.length > 0);
        return within.flat().length === group.length ? within : [group];
      });
  });
  return groupsText(groups);
};

/** Computes an outcome from figures and children alone. A figure that isn't there, or is empty, is missing. */
export const evaluate = (computation: Computation, { figures, children }: Parts): Result => {
  const read = (key: string): string => figures.find((figure) => figure.key === key)?.value ?? '';
  const number = (key: string): Ratio | null => parseRatio(read(key));
  const numbers = (keys: readonly string[]): readonly Ratio[] | null => {
    const found = keys.flatMap((key) => number(key) ?? []);
    return found.length === keys.length ? found : null;
  };
  switch (computation.op) {
    case 'share': {
      const part = number(computation.part);
      const whole = number(computation.whole);
      if (!part || !whole) return open;
      const { num, den, comparison, negated } = computation;
      const order = compareRatios(ratio(part.num.times(den), part.den), ratio(whole.num.times(num), whole.den));
      const reached = whole.num.gt(0) && (comparison === 'atLeast' ? order >= 0 : order > 0);
      return holds(reached !== negated);
    }
    case 'compare': {
      const left = number(computation.left);
      const right = number(computation.right);
      if (!left || !right) return open;
      return holds(inOrder(compareRatios(left, right), computation.comparison));
    }
    case 'sum': {
      const found = numbers(computation.of);
      return found ? value(ratioText(found.reduce(addRatios, zeroRatio))) : open;
    }
    case 'mean': {
      const found = numbers(computation.of);
      if (!found || found.length === 0) return open;
      const total = found.reduce(addRatios, zeroRatio);
      return value(`${total.num.toFixed()}/${total.den.times(found.length).toFixed()}`);
    }
    case 'round': {
      const exact = number(computation.of);
      return exact ? value(roundRatio(exact, computation.decimals, computation.mode)) : open;
    }
    case 'distance': {
      const left = number(computation.left);
      const right = number(computation.right);
      return left && right ? value(ratioText(distance(left, right))) : open;
    }
    case 'all': {
      const kinds = children.map(({ outcome }) => outcome.kind);
      if (kinds.includes('fails')) return holds(false);
      return kinds.includes('undetermined') ? open : holds(true);
    }
    case 'any': {
      const kinds = children.map(({ outcome }) => outcome.kind);
      if (kinds.includes('holds')) return holds(true);
      return kinds.includes('undetermined') ? open : holds(false);
    }
    case 'child': {
      const child = children.find(({ id }) => id === computation.id);
      return child ? { kind: child.outcome.kind, value: child.outcome.value } : open;
    }
    case 'firstThatHolds': {
      for (const { id, value: named } of computation.values) {
        const kind = children.find((child) => child.id === id)?.outcome.kind ?? 'undetermined';
        if (kind === 'holds') return value(named);
        if (kind === 'undetermined') return open;
      }
      return computation.otherwise === null ? open : value(computation.otherwise);
    }
    case 'order': {
      const found = numbers(computation.of);
      if (!found) return value(groupsText([computation.of]));
      const entries = computation.of.map((key, index) => ({ key, amount: found[index] ?? zeroRatio }));
      return value(groupsText(ordered(entries, computation.best)));
    }
    case 'lot':
      return value(groupsText(drawLot(computation.seed, computation.among).map((key) => [key])));
    case 'refine':
      return value(refine(children.flatMap(({ outcome }) => outcome.value ?? [])));
    case 'select': {
      const found = computation.cases.find(({ when }) => Object.entries(when).every(([key, is]) => read(key) === is));
      return value(found?.value ?? computation.otherwise);
    }
  }
};

/**
 * Computes a tree again from its figures, leaves first, and names the steps whose recorded outcome is another. Empty for every tree the
 * engine made; anything else means that the tree was altered.
 */
export const recompute = (step: Step): readonly string[] => {
  const below = step.children.flatMap(recompute);
  if (step.computation === null) return below;
  const { kind, value: computed } = evaluate(step.computation, step);
  return kind === step.outcome.kind && computed === step.outcome.value ? below : [...below, step.id];
};
