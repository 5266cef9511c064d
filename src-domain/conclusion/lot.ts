/**
 * A lot anybody can draw again from its seed, by hand if need be:
 *
 * 1. Sort the keys by their characters' code units and join seed and keys with "|".
 * 2. Hash that text, code unit after code unit, to 32 bits: FNV-1a (offset 2166136261, prime 16777619), low byte then high byte.
 * 3. Draw numbers from the hash with splitmix32 (see `numbers`). To draw one below n, numbers at or above the greatest multiple of n
 *    below 2^32 are thrown away, so that every outcome is equally likely.
 * 4. Shuffle the sorted keys: for i from the last down to 1, swap place i with place (draw below i + 1).
 *
 * The result is the order, best first. Chance enters only through the seed, which is set and written down before the draw.
 */
export const drawLot = (seed: string, keys: readonly string[]): readonly string[] => {
  const order = [...keys].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const next = numbers(hash([seed, ...order].join('|')));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = below(last + 1, next);
    const swapped = order[last] as string;
    order[last] = order[chosen] as string;
    order[chosen] = swapped;
  }
  return order;
};

const hash = (text: string): number => {
  let value = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    value = Math.imul(value ^ (unit & 0xff), 16_777_619);
    value = Math.imul(value ^ (unit >>> 8), 16_777_619);
  }
  return value >>> 0;
};

/** splitmix32: whole numbers from 0 to 2^32 - 1. */
const numbers = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let value = state ^ (state >>> 16);
    value = Math.imul(value, 0x21f0aaad);
    value ^= value >>> 15;
    value = Math.imul(value, 0x735a2d97);
    return (value ^ (value >>> 15)) >>> 0;
  };
};

const below = (count: number, next: () => number): number => {
  const limit = 2 ** 32 - (2 ** 32 % count);
  for (;;) {
    const drawn = next();
    if (drawn < limit) return drawn % count;
  }
};
