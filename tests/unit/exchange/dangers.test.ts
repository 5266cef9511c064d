import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { containerDangers } from '#domain/exchange/refusal.ts';
import { type Refusal } from '#domain/exchange/refusal.ts';
import { openContainer } from '#main/exchange/container-reader.ts';
import { packageLimits, returnLimits, type ReadingLimits } from '#main/exchange/reading-limits.ts';
import { Refused } from '#main/exchange/refused.ts';
import { craftZip, type CraftedEntry } from '../../faults/fuzz-support/zip-builder.ts';

const bytes = Buffer.from('nội dung');
const good: CraftedEntry = { name: 'manifest.json', bytes };

const refusalOf = async (zip: Uint8Array, limits: ReadingLimits = packageLimits): Promise<Refusal | null> => {
  try {
    const container = await openContainer(zip, limits);
    try {
      for (const name of container.entries.keys()) await container.read(name);
    } finally {
      container.close();
    }
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
};
const dangerOf = async (zip: Uint8Array): Promise<string> => {
  const refusal = await refusalOf(zip);
  return refusal?.code === 'danger' ? refusal.danger : JSON.stringify(refusal);
};

describe('a harmless container', () => {
  it('is read whether stored or deflated', async () => {
    expect(await refusalOf(craftZip([good, { name: 'ballots.json', bytes, method: 8 }]))).toBeNull();
  });
});

const unix = (mode: number): number => (mode << 16) >>> 0;
const zip64 = Buffer.from([1, 0, 16, 0, ...new Array<number>(16).fill(255)]);
const unicodePath = Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x61]);

/** Each danger by name, and the containers that show it. */
const dangers: Readonly<Record<(typeof containerDangers)[number], readonly Uint8Array[]>> = {
  climbingPath: ['../x', 'a/../../x', './x', 'a/..', '..\\x'].map((name) => craftZip([good, { name, bytes }])),
  absolutePath: ['/etc/passwd', 'C:/x', 'c:\\x', '\\\\may\\chia', '//may/chia'].map((name) =>
    craftZip([good, { name, bytes }]),
  ),
  unsafeName: [
    craftZip([good, { name: 'a\\b', bytes }]),
    craftZip([good, { name: 'a\u0000.json', bytes }]),
    craftZip([good, { name: 'a\u202Enosj.exe', bytes }]),
    craftZip([good, { name: Uint8Array.of(0x61, 0xff, 0xfe), bytes }]),
    craftZip([good, { name: '', bytes }]),
    craftZip([good, { name: 'a//b', bytes }]),
    craftZip([good, { name: 'tep ', bytes }]),
    craftZip([good, { name: 'tep.', bytes }]),
    craftZip([good, { name: 'tep.json:an', bytes }]),
  ],
  symlink: [craftZip([good, { name: 'link', bytes: Buffer.from('/etc/passwd'), attributes: unix(0o120777) }])],
  notPlainFile: [
    craftZip([good, { name: 'thu-muc/', bytes }]),
    craftZip([good, { name: 'thu-muc', bytes, attributes: unix(0o040755) }]),
    craftZip([good, { name: 'may', bytes, attributes: unix(0o020644) }]),
    craftZip([good, { name: 'dos', bytes, attributes: 0x10 }]),
  ],
  duplicateName: [craftZip([good, good])],
  caseCollision: [
    craftZip([good, { name: 'MANIFEST.json', bytes }]),
    craftZip([good, { name: 'hồ'.normalize('NFC'), bytes }, { name: 'hồ'.normalize('NFD'), bytes }]),
  ],
  reservedName: ['CON', 'nul.json', 'files/aux', 'COM1.pdf', 'lpt9', 'com¹.txt'].map((name) =>
    craftZip([good, { name, bytes }]),
  ),
  emptyEntry: [
    craftZip([good, { name: 'rong', bytes: new Uint8Array() }]),
    craftZip([good, { name: 'rong', bytes, claimedSize: 0 }]),
    craftZip([good, { name: 'rong', bytes, claimedPacked: 0 }]),
  ],
  sizeClaim: [
    craftZip([good, { name: 'to', bytes, claimedSize: 0xffff_ffff }]),
    craftZip([good, { name: 'to', bytes, claimedPacked: 0xffff_ffff }]),
    craftZip([good, { name: 'to', bytes, extra: zip64 }]),
    craftZip([good], { entryCount: 0xffff }),
  ],
  zipBomb: [craftZip([good, { name: 'bom', bytes: new Uint8Array(4_000_000), method: 8 }])],
  overlap: [
    // The second entry lies within the first one's bytes: a bomb of many layers from few bytes.
    craftZip([
      { name: 'a', bytes: craftZip([{ name: 'b', bytes }]).subarray(0, 31 + bytes.length) },
      { name: 'b', bytes, standsAt: 31 },
    ]),
  ],
  hiddenData: [
    craftZip([good], { prefix: Buffer.from('rác ở đầu') }),
    craftZip([good], { suffix: Buffer.from('rác ở cuối') }),
    craftZip([good], { comment: Buffer.from('ghi chú') }),
    craftZip([
      { ...good, gap: Buffer.from('giấu') },
      { name: 'x', bytes },
    ]),
    craftZip([good, { name: 'x', bytes, gap: Buffer.from('giấu') }]),
    craftZip([
      good,
      { name: 'x', bytes, method: 8, packed: Buffer.concat([deflateRawSync(bytes), Buffer.from('giấu')]) },
    ]),
    // Two containers in one file.
    Buffer.concat([craftZip([good]), craftZip([good])]),
  ],
  encryptedEntry: [
    craftZip([good, { name: 'x', bytes, flags: 0x801 }]),
    craftZip([good, { name: 'x', bytes, flags: 0x2800 }]),
  ],
  unknownCompression: [12, 14, 93, 99].map((method) => craftZip([good, { name: 'x', bytes, method }])),
  headersDisagree: [
    craftZip([good, { name: 'abc', bytes, localName: 'xyz' }]),
    craftZip([good, { name: 'x', bytes, localSize: 3 }]),
    craftZip([good, { name: 'x', bytes, localCrc: 3 }]),
    craftZip([good, { name: 'x', bytes, claimedSize: bytes.length + 5 }]),
    craftZip([good, { name: 'x', bytes, method: 8, claimedSize: bytes.length - 2 }]),
    craftZip([good, { name: 'x', bytes, method: 8, claimedSize: bytes.length + 2 }]),
    craftZip([good, { name: 'x', bytes, extra: unicodePath }]),
  ],
  foreignShape: [
    craftZip([good, { name: 'x', bytes, attributes: unix(0o100755) }]),
    craftZip([good, { name: 'x', bytes, extra: Buffer.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]) }]),
    craftZip([good, { name: 'x', bytes, flags: 0x800 | 0x10 }]),
    craftZip([good, { name: 'x', bytes, disk: 1 }]),
  ],
  tooDeep: [craftZip([good, { name: 'a/b/c', bytes }])],
  // Seen only against a manifest; tested in fixtures.test.ts.
  unlistedEntry: [],
};

describe('a dangerous container', () => {
  it.each(Object.entries(dangers).filter(([, zips]) => zips.length > 0))('is refused as %s', async (name, zips) => {
    for (const zip of zips) expect(await dangerOf(zip)).toBe(name);
  });

  it('is refused by a limit that is named', async () => {
    const tight = { ...returnLimits, entryCount: 2, entrySize: 100, totalSize: 150 };
    const entry = (name: string, size: number): CraftedEntry => ({ name, bytes: Buffer.alloc(size, 'a') });
    expect(await refusalOf(craftZip([entry('a', 1), entry('b', 1), entry('c', 1)]), tight)).toMatchObject({
      limit: 'entryCount',
      value: 3,
    });
    expect(await refusalOf(craftZip([entry('a', 101)]), tight)).toMatchObject({ limit: 'entrySize', value: 101 });
    expect(await refusalOf(craftZip([entry('a', 90), entry('b', 90)]), tight)).toMatchObject({
      limit: 'totalSize',
      value: 180,
    });
  });

  it('is damaged when its CRC is wrong, its data end early or it is no ZIP at all', async () => {
    expect(await refusalOf(craftZip([{ ...good, crc: 5 }]))).toEqual({ code: 'damaged', where: 'manifest.json' });
    const cut = craftZip([good]);
    expect(await refusalOf(cut.subarray(0, cut.length - 5))).toEqual({
      code: 'danger',
      danger: 'hiddenData',
      entry: '',
    });
    expect(await refusalOf(cut.subarray(0, 40))).toEqual({ code: 'damaged', where: 'container' });
    expect(await refusalOf(Buffer.from('xin chào'))).toEqual({ code: 'damaged', where: 'container' });
    expect(await refusalOf(new Uint8Array())).toEqual({ code: 'damaged', where: 'container' });
    const broken = craftZip([{ ...good, method: 8, packed: Buffer.from([0xff, 0xff, 0xff]) }]);
    expect(await refusalOf(broken)).toEqual({ code: 'damaged', where: 'manifest.json' });
  });

  it('never inflates more than it may, whatever it claims', async () => {
    const packed = deflateRawSync(new Uint8Array(50_000_000), { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    const lying = craftZip([{ name: 'bom', bytes: new Uint8Array(10), claimedSize: 1_000, method: 8, packed }]);
    expect(await dangerOf(lying)).toBe('headersDisagree');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});
