import { deflateRawSync } from 'node:zlib';
import type { Random } from './seeded.ts';
import { forge } from './forge.ts';
import type { Target } from './targets.ts';
import { craftZip, type CraftedEntry } from './zip-builder.ts';

/** A mutated file, which reader it goes to, and what becoming of it is allowed. */
export interface Mutant {
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly sealed: boolean;
  /**
   * `refused`: must not be read. `sameOrRefused`: packed otherwise, so it may be read as the same content and nothing else.
   * `wellFormedOrRefused`: signed by its rightful key, so it may be read where the schema holds.
   */
  readonly may: 'refused' | 'sameOrRefused' | 'wellFormedOrRefused';
}

const mutateBytes = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  switch (random.below(8)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return copy.subarray(at);
    case 2:
      return Buffer.concat([copy.subarray(0, at), random.bytes(1 + random.below(40)), copy.subarray(at)]);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.min(copy.length, at + 1 + random.below(40)))]);
    case 4: {
      const from = random.below(copy.length);
      return Buffer.concat([copy, copy.subarray(from, from + random.below(200) + 1)]);
    }
    case 5:
      copy.fill(random.pick([0, 255]), at, Math.min(copy.length, at + 1 + random.below(16)));
      return copy;
    case 6:
      if (at + 4 <= copy.length)
        copy.writeUInt32LE(random.pick([0, 1, 0xffff, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff]), at);
      return copy;
    default:
      for (let count = 1 + random.below(3); count > 0; count -= 1) {
        const place = random.below(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
  }
};

const names = [
  '../x',
  '/x',
  'C:\\x',
  'con',
  'MANIFEST.JSON',
  'manifest.json',
  'ballots.json',
  'a/b/c/d',
  '',
  '\u0000',
  'x'.repeat(3_000),
  'forms/',
  'é',
  'e\u0301',
];
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  1.5,
  1e308,
  2 ** 53,
  '',
  'x',
  'x'.repeat(50_000),
  '../x',
  '<script>',
  '\u202e',
  '\ud83d\ude00',
  [],
  {},
  [[]],
  { __proto__: null },
  ['x'],
  { kind: 'points', points: '99999999' },
  'NaN',
  '2026-13-45T99:99:99Z',
  '__proto__',
];

const mutateJson = (value: unknown, random: Random): unknown => {
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as readonly unknown[])];
    const at = random.below(copy.length + 1);
    switch (random.below(4)) {
      case 0:
        copy.splice(at, 1);
        return copy;
      case 1:
        copy.splice(at, 0, random.pick(values));
        return copy;
      case 2:
        return copy.concat(copy);
      default:
        if (at < copy.length) copy[at] = mutateJson(copy[at], random);
        return copy;
    }
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    const at = random.below(Math.max(1, entries.length));
    const [key, inner] = entries[at] ?? ['x', null];
    switch (random.below(6)) {
      case 0:
        return Object.fromEntries(entries.filter((_, place) => place !== at));
      case 1:
        return Object.fromEntries([
          ...entries,
          [random.pick(['x', '__proto__', 'constructor', 'kind', 'a'.repeat(500)]), random.pick(values)],
        ]);
      case 2:
        return Object.fromEntries(entries.map((entry, place) => (place === at ? [key, random.pick(values)] : entry)));
      default:
        return Object.fromEntries(
          entries.map((entry, place) => (place === at ? [key, mutateJson(inner, random)] : entry)),
        );
    }
  }
  if (typeof value === 'string' && random.below(2) === 0) {
    const at = random.below(value.length + 1);
    return value.slice(0, at) + random.pick(['', 'x', '0', '\u0301', '"', '\n']) + value.slice(at + 1);
  }
  return random.pick(values);
};

const craftedEntries = (target: Target): CraftedEntry[] =>
  [...target.entries].map(([name, bytes]) => ({ name, bytes }));

const mutateEntry = (entry: CraftedEntry, random: Random): CraftedEntry => {
  const { bytes } = entry;
  const number = random.pick([
    0,
    1,
    bytes.length - 1,
    bytes.length + 1,
    bytes.length * 1_000,
    0xffff,
    0x7fff_ffff,
    0xffff_fffe,
    0xffff_ffff,
  ]);
  switch (random.below(12)) {
    case 0:
      return { ...entry, name: random.pick(names) };
    case 1:
      return { ...entry, localName: random.pick(names) };
    case 2:
      return { ...entry, claimedSize: number };
    case 3:
      return { ...entry, claimedPacked: number };
    case 4:
      return { ...entry, localSize: number };
    case 5:
      return { ...entry, crc: random.below(0xffff_ffff) };
    case 6:
      return { ...entry, flags: random.below(0x10000) };
    case 7:
      return { ...entry, method: random.pick([1, 5, 6, 8, 9, 12, 14, 93, 95, 98, 99, 0xffff]), packed: bytes };
    case 8:
      return { ...entry, attributes: random.below(0xffff_ffff) };
    case 9:
      return { ...entry, extra: random.bytes(random.below(60)) };
    case 10:
      return { ...entry, method: 8, packed: mutateBytes(deflateRawSync(bytes, { level: random.below(10) }), random) };
    default:
      return {
        ...entry,
        method: 8,
        packed: deflateRawSync(new Uint8Array(1_000_000 + random.below(3_000_000)), { level: 9 }),
        claimedSize: random.pick([bytes.length, 4_000_000]),
      };
  }
};

const mutateEntries = (target: Target, random: Random): Pick<Mutant, 'bytes' | 'may'> => {
  const may = 'refused';
  const entries = craftedEntries(target);
  const at = random.below(entries.length);
  const chosen = entries[at];
  if (!chosen) throw new Error('every file has entries');
  switch (random.below(6)) {
    case 0:
      entries.splice(at, 1);
      break;
    case 1:
      entries.splice(random.below(entries.length + 1), 0, chosen);
      break;
    case 2:
      entries.push({ name: random.pick(names), bytes: random.bytes(random.below(2_000)) });
      break;
    case 3: {
      const lies = {
        ...(random.below(2) === 0 ? { prefix: random.bytes(random.below(50)) } : {}),
        ...(random.below(2) === 0 ? { suffix: random.bytes(random.below(50)) } : {}),
        ...(random.below(2) === 0 ? { comment: random.bytes(random.below(50)) } : {}),
        ...(random.below(2) === 0 ? { entryCount: random.pick([0, 1, 4, 1_000, 0xfffe, 0xffff]) } : {}),
      };
      return { may, bytes: craftZip(entries, lies) };
    }
    case 4:
      entries.push({ ...chosen, name: random.pick(names), standsAt: random.below(target.content.length) });
      break;
    default: {
      const mutated = mutateEntry(chosen, random);
      entries[at] = mutated;
      return { may: mutated.method === 8 ? 'sameOrRefused' : may, bytes: craftZip(entries) };
    }
  }
  return { may, bytes: craftZip(entries) };
};

/** One mutation of one file. What happens to leave the file as it was is no mutation and is tried again. */
export const mutate = (target: Target, random: Random): Mutant => {
  const untouched = [target.content, craftZip(craftedEntries(target)), ...(target.sealed ? [target.sealed] : [])];
  for (;;) {
    const mutant = mutateOnce(target, random);
    if (!untouched.some((bytes) => Buffer.compare(bytes, mutant.bytes) === 0)) return mutant;
  }
};

const mutateOnce = (target: Target, random: Random): Mutant => {
  const { name } = target;
  switch (random.below(6)) {
    case 0:
      return target.sealed
        ? { kind: `${name}: sealed bytes`, bytes: mutateBytes(target.sealed, random), sealed: true, may: 'refused' }
        : { kind: `${name}: other seal`, bytes: mutateBytes(target.content, random), sealed: true, may: 'refused' };
    case 1:
      return {
        kind: `${name}: container bytes`,
        bytes: mutateBytes(target.content, random),
        sealed: false,
        may: 'refused',
      };
    case 2:
      return { kind: `${name}: entries`, ...mutateEntries(target, random), sealed: false };
    case 3: {
      // A field changed by somebody who can't sign.
      const manifest = Buffer.from(JSON.stringify(mutateJson(target.manifest, random)));
      const entries = craftedEntries(target).map((entry) =>
        entry.name === 'manifest.json' ? { ...entry, bytes: manifest } : entry,
      );
      return { kind: `${name}: manifest fields`, bytes: craftZip(entries), sealed: false, may: 'refused' };
    }
    case 4: {
      // The votes, the form or a file changed by somebody who can't sign.
      const entries = craftedEntries(target);
      const at = random.below(entries.length);
      const chosen = entries[at];
      if (chosen) entries[at] = { ...chosen, bytes: mutateBytes(chosen.bytes, random) };
      return { kind: `${name}: entry contents`, bytes: craftZip(entries), sealed: false, may: 'refused' };
    }
    default: {
      // A field changed by the one who may sign: a member with a program of their own.
      const entries = craftedEntries(target).filter(
        (entry) => entry.name !== 'manifest.json' && entry.name !== 'manifest.sig',
      );
      const manifest = mutateJson(target.manifest, random);
      try {
        return {
          kind: `${name}: signed fields`,
          bytes: forge({ manifest, signer: target.signer, entries }),
          sealed: false,
          may: 'wellFormedOrRefused',
        };
      } catch {
        // No JSON can say it, so no file can either.
        return { kind: `${name}: signed fields`, bytes: target.content.subarray(1), sealed: false, may: 'refused' };
      }
    }
  }
};
