/**
 * What tells the items of a pack's list apart: their id, or what stands in for it (kind, office, output, reason, number); null for an
 * item without any.
 */
export const itemName = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
  const record = item as Readonly<Record<string, unknown>>;
  const name =
    record['id'] ?? record['kind'] ?? record['office'] ?? record['output'] ?? record['reason'] ?? record['number'];
  return typeof name === 'string' ? name : null;
};

/** The items of a list by their names; null where some has no name or two share one. */
export const namedItems = <Item>(items: readonly Item[]): ReadonlyMap<string, Item> | null => {
  const names = items.map(itemName);
  return names.every((name) => name !== null) && new Set(names).size === names.length
    ? new Map(items.map((item, index) => [names[index] ?? '', item]))
    : null;
};
