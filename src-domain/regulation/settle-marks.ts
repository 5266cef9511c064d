import { sameJson } from '#domain/journal/plain-json.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { itemName, namedItems } from './item-name.ts';
import { basisOf } from './mark.ts';
import type { Pack } from './pack.ts';
import type { Source } from './source.ts';

// Words of a pack are Vietnamese, whatever the language of the screen.
const t = regulationMessages.vi;

/** The source of a rule that somebody changed or added: no document, no clause, chưa đối chiếu; the note says what it came from. */
export const ownSource = (origin: Source | null): Source => ({
  document: null,
  clause: null,
  mark: 'unverified',
  note: origin === null || origin.mark === 'unverified' ? t.ownRule() : t.ownRuleFrom(basisOf(origin).vi),
});

/** Is it the source that `ownSource` gives, whatever it came from? */
export const isOwnSource = ({ document, clause, mark, note }: Source): boolean =>
  document === null && clause === null && mark === 'unverified' && note?.startsWith(t.ownRule()) === true;

type Sourced = Readonly<Record<string, unknown>> & { readonly source: Source };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSourced = (value: unknown): value is Sourced => isRecord(value) && isRecord(value['source']);

/** A form, and a group of criteria, stand for what is printed as one page: a change anywhere within changes them. */
const isPrintedWhole = (value: Readonly<Record<string, unknown>>): boolean => 'groups' in value || 'criteria' in value;

/** What a rule says, without where it comes from; rules within it that have a source of their own are only named. */
const contentOf = (value: unknown, whole: boolean, isTop: boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => contentOf(item, whole, false));
  if (!isRecord(value)) return value;
  if (!isTop && !whole && isSourced(value)) return [itemName(value)];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'source')
      .map(([key, item]) => [key, contentOf(item, whole, false)]),
  );
};

const saysTheSame = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean => {
  const whole = isPrintedWhole(one);
  return sameJson(contentOf(one, whole, true), contentOf(other, whole, true));
};

const settledSource = (rule: Sourced, base: unknown): Source => {
  const { source } = rule;
  const origin = isSourced(base) ? base : null;
  if (origin !== null && saysTheSame(rule, origin))
    return sameJson(source, origin.source) || isOwnSource(source) ? origin.source : { ...source, mark: 'unverified' };
  const isUntouched = origin !== null && sameJson(source, origin.source);
  return isUntouched || source.mark !== 'unverified' ? ownSource(origin?.source ?? null) : source;
};

const settle = (value: unknown, base: unknown): unknown => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const others: readonly unknown[] = Array.isArray(base) ? base : [];
    const byName = namedItems(items) === null ? null : namedItems(others);
    return items.map((item, index) => settle(item, byName ? byName.get(itemName(item) ?? '') : others[index]));
  }
  if (!isRecord(value)) return value;
  const old = isRecord(base) ? base : {};
  const settled = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'source' ? item : settle(item, old[key])]),
  );
  return isSourced(value) ? { ...settled, source: settledSource(value, base) } : settled;
};

/**
 * The edited pack with the marks that it may claim: a rule that says what the pack it was copied from says keeps its source; one that was
 * changed or added is an own rule of whoever changed it, "chưa đối chiếu", with a document only where one was typed; a changed rule that
 * is changed back has its source back. Nothing ever gets a better mark than it had.
 */
export const settleMarks = (edited: Pack, base: Pack): Pack =>
  // Only sources are put in place of sources, so the shape stays that of a pack.
  settle(edited, base) as Pack;
