import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP with every lie it may tell. What is not given is told truthfully. */
export interface CraftedEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  readonly method?: number;
  /** Packed bytes, where they are not to be made from `bytes`. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly crc?: number;
  readonly claimedSize?: number;
  readonly claimedPacked?: number;
  /** High half: Unix mode; low half: DOS attributes. */
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  /** Number of the disk it claims to start on. */
  readonly disk?: number;
  readonly localName?: string;
  readonly localSize?: number;
  readonly localCrc?: number;
  /** Writes no header and no data of its own: the directory points to this offset. */
  readonly standsAt?: number;
  /** Bytes put between this entry and the next. */
  readonly gap?: Uint8Array;
}

export interface CraftedZip {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly entryCount?: number;
}

const local = (entry: CraftedEntry, name: Buffer, packed: Uint8Array): Buffer => {
  const header = Buffer.alloc(30);
  const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags ?? 0x800, 6);
  header.writeUInt16LE(entry.method ?? 0, 8);
  header.writeUInt32LE(entry.localCrc ?? entry.crc ?? crc32(entry.bytes), 14);
  header.writeUInt32LE(entry.claimedPacked ?? packed.length, 18);
  header.writeUInt32LE(entry.localSize ?? entry.claimedSize ?? entry.bytes.length, 22);
  header.writeUInt16LE(localName.length, 26);
  return Buffer.concat([header, localName]);
};

const central = (entry: CraftedEntry, name: Buffer, packed: Uint8Array, offset: number): Buffer => {
  const header = Buffer.alloc(46);
  const extra = entry.extra ?? new Uint8Array();
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 63, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags ?? 0x800, 8);
  header.writeUInt16LE(entry.method ?? 0, 10);
  header.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 16);
  header.writeUInt32LE(entry.claimedPacked ?? packed.length, 20);
  header.writeUInt32LE(entry.claimedSize ?? entry.bytes.length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(entry.disk ?? 0, 34);
  header.writeUInt32LE(entry.attributes ?? (0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name, extra]);
};

const packedBytes = (entry: CraftedEntry): Uint8Array =>
  entry.packed ?? (entry.method === 8 ? deflateRawSync(entry.bytes, { level: 9 }) : entry.bytes);

/** A ZIP byte by byte, as no library would write it. */
export const craftZip = (
  entries: readonly CraftedEntry[],
  { prefix, suffix, comment, entryCount }: CraftedZip = {},
): Buffer => {
  const parts: Uint8Array[] = prefix ? [prefix] : [];
  let at = prefix?.length ?? 0;
  const directory: Buffer[] = [];
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = packedBytes(entry);
    directory.push(central(entry, name, packed, entry.standsAt ?? at));
    if (entry.standsAt !== undefined) continue;
    const written = [local(entry, name, packed), packed, ...(entry.gap ? [entry.gap] : [])];
    parts.push(...written);
    at += written.reduce((sum, { length }) => sum + length, 0);
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount ?? entries.length, 8);
  end.writeUInt16LE(entryCount ?? entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment?.length ?? 0, 20);
  return Buffer.concat([...parts, records, end, ...(comment ? [comment] : []), ...(suffix ? [suffix] : [])]);
};
