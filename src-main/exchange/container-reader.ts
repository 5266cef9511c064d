import { open as openFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import type { ContainerDanger } from '#domain/exchange/refusal.ts';
import { collisionKey, nameDanger } from './entry-names.ts';
import { RATIO_FREE_SIZE, type ReadingLimits } from './reading-limits.ts';
import { Refused } from './refused.ts';

/** The container's bytes: in memory, or in a file of our own. */
export type ContainerSource = Uint8Array | { readonly path: string };

/** A container whose directory has been read and found harmless. */
export interface Container {
  /** Name to uncompressed size. */
  readonly entries: ReadonlyMap<string, number>;
  /** The bytes of an entry, checked against its size and CRC as they pass; the last chunk comes only if they agree. */
  readonly stream: (name: string) => AsyncIterable<Uint8Array>;
  readonly read: (name: string) => Promise<Uint8Array>;
  readonly close: () => void;
}

const endRecordSize = 22;
const endSignature = 0x06054b50;
const descriptorSignature = 0x08074b50;
const unreachable = 0xffff_ffff;
const flag = { encrypted: 0x1, descriptor: 0x8, utf8: 0x800, strongEncryption: 0x40, maskedHeaders: 0x2000 } as const;
const method = { stored: 0, deflated: 8 } as const;
const extra = { zip64: 0x0001, unicodePath: 0x7075, aes: 0x9901 } as const;

const damaged = (where: string): Refused => new Refused({ code: 'damaged', where });
const danger = (name: ContainerDanger, entry: string): Refused => new Refused({ code: 'danger', danger: name, entry });

/** What the library throws on is a container that contradicts itself. */
const damagedOnThrow = async <T>(where: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refused ? error : damaged(where);
  }
};

interface EndRecord {
  readonly entryCount: number;
  readonly directoryOffset: number;
}

/** The last 22 bytes must be the end record and nothing may follow it: what other tools would find elsewhere is not read at all. */
const readEndRecord = (tail: Buffer, size: number): EndRecord => {
  if (tail.length < endRecordSize || tail.readUInt32LE(tail.length - endRecordSize) !== endSignature) {
    if (tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))) throw danger('hiddenData', '');
    throw damaged('container');
  }
  const record = tail.subarray(tail.length - endRecordSize);
  const [disk, directoryDisk, onDisk, entryCount] = [4, 6, 8, 10].map((at) => record.readUInt16LE(at));
  const directorySize = record.readUInt32LE(12);
  const directoryOffset = record.readUInt32LE(16);
  if (directoryOffset === unreachable || directorySize === unreachable || entryCount === 0xffff)
    throw danger('sizeClaim', '');
  if (disk !== 0 || directoryDisk !== 0 || onDisk !== entryCount || entryCount === undefined)
    throw damaged('container');
  if (record.readUInt16LE(20) !== 0 || directoryOffset + directorySize + endRecordSize !== size)
    throw danger('hiddenData', '');
  return { entryCount, directoryOffset };
};

/** Reads any stretch of the container, below the library. */
interface RawBytes {
  readonly size: number;
  /** Shorter only where the container ends. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

const rawBytesOf = async (source: ContainerSource): Promise<RawBytes> => {
  if (source instanceof Uint8Array) {
    const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
    return {
      size: bytes.length,
      read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
      close: () => Promise.resolve(),
    };
  }
  const file = await openFile(source.path, 'r');
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
};

const decodeName = (raw: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw danger('unsafeName', Buffer.from(raw).toString('latin1'));
  }
};

/**
 * The parts of a header that say nothing a reader needs have one value each in this format, so that no two containers with the same content
 * differ and nothing travels in them.
 */
const hasOurShape = (entry: Entry): boolean =>
  entry.versionMadeBy === 0x033f &&
  entry.versionNeededToExtract === 20 &&
  (entry.generalPurposeBitFlag & ~flag.descriptor) === flag.utf8 &&
  entry.internalFileAttributes === 0 &&
  entry.externalFileAttributes === (0o100_644 << 16) >>> 0 &&
  entry.extraFieldLength === 0 &&
  entry.fileCommentLength === 0;

const checkEntry = (entry: Entry, name: string, limits: ReadingLimits): void => {
  const unsafe = nameDanger(name);
  if (unsafe) throw danger(unsafe, name);
  const type = (entry.externalFileAttributes >>> 16) & 0o170_000;
  if (type === 0o120_000) throw danger('symlink', name);
  if ((type !== 0 && type !== 0o100_000) || (entry.externalFileAttributes & 0x10) !== 0)
    throw danger('notPlainFile', name);
  if ((entry.generalPurposeBitFlag & (flag.encrypted | flag.strongEncryption | flag.maskedHeaders)) !== 0)
    throw danger('encryptedEntry', name);
  if (entry.extraFields.some(({ id }) => id === extra.aes)) throw danger('encryptedEntry', name);
  if (entry.compressionMethod !== method.stored && entry.compressionMethod !== method.deflated)
    throw danger('unknownCompression', name);
  if (
    entry.extraFields.some(({ id }) => id === extra.zip64) ||
    [entry.compressedSize, entry.uncompressedSize, entry.relativeOffsetOfLocalHeader].some(
      (value) => value >= unreachable,
    )
  )
    throw danger('sizeClaim', name);
  if (entry.extraFields.some(({ id }) => id === extra.unicodePath)) throw danger('headersDisagree', name);
  if (entry.uncompressedSize === 0 || entry.compressedSize === 0) throw danger('emptyEntry', name);
  if (entry.uncompressedSize > limits.entrySize)
    throw new Refused({ code: 'limit', limit: 'entrySize', value: entry.uncompressedSize, max: limits.entrySize });
  if (entry.compressionMethod === method.stored && entry.compressedSize !== entry.uncompressedSize)
    throw danger('headersDisagree', name);
  if (!hasOurShape(entry)) throw danger('foreignShape', name);
  if (entry.uncompressedSize > RATIO_FREE_SIZE && entry.uncompressedSize > entry.compressedSize * limits.ratio)
    throw danger('zipBomb', name);
};

interface PlacedEntry {
  readonly name: string;
  readonly entry: Entry;
  readonly start: number;
  /** First byte after the entry, its data descriptor included. */
  readonly end: number;
}

const descriptorSize = 16;

/** Compares the entry's own header and descriptor with the directory: programs disagree about which of them they believe. */
const place = async (zip: ZipFile, raw: RawBytes, entry: Entry, name: string): Promise<PlacedEntry> => {
  const local = await damagedOnThrow(name, () => zip.readLocalFileHeaderPromise(entry));
  const hasDescriptor = (entry.generalPurposeBitFlag & flag.descriptor) !== 0;
  const told = [entry.crc32, entry.compressedSize, entry.uncompressedSize];
  const same =
    Buffer.compare(local.fileName, entry.fileNameRaw) === 0 &&
    local.extraFieldLength === 0 &&
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    local.compressionMethod === entry.compressionMethod &&
    local.versionNeededToExtract === entry.versionNeededToExtract &&
    local.lastModFileDate === entry.lastModFileDate &&
    local.lastModFileTime === entry.lastModFileTime &&
    [local.crc32, local.compressedSize, local.uncompressedSize].every(
      (value, at) => value === (hasDescriptor ? 0 : told[at]),
    );
  if (!same) throw danger('headersDisagree', name);
  const end = local.fileDataStart + entry.compressedSize;
  if (!hasDescriptor) return { name, entry, start: entry.relativeOffsetOfLocalHeader, end };
  const descriptor = await raw.read(end, descriptorSize);
  const agrees =
    descriptor.length === descriptorSize &&
    [descriptorSignature, ...told].every((value, at) => descriptor.readUInt32LE(4 * at) === value);
  if (!agrees) throw danger('headersDisagree', name);
  return { name, entry, start: entry.relativeOffsetOfLocalHeader, end: end + descriptorSize };
};

/** Entries must follow each other without gap or overlap from the first byte to the directory. */
const checkLayout = (placed: readonly PlacedEntry[], directoryOffset: number): void => {
  const inOrder = [...placed].sort((a, b) => a.start - b.start);
  let reached = 0;
  for (const { name, start, end } of inOrder) {
    if (start !== reached) throw danger(start < reached ? 'overlap' : 'hiddenData', name);
    reached = end;
  }
  if (directoryOffset !== reached) throw danger(directoryOffset < reached ? 'overlap' : 'hiddenData', '');
};

/** The number of the disk an entry starts on is the one field the library doesn't show. */
const checkDisks = async (raw: RawBytes, placed: readonly PlacedEntry[], directoryOffset: number): Promise<void> => {
  let at = directoryOffset;
  for (const { name, entry } of placed) {
    if ((await raw.read(at + 34, 2)).readUInt16LE(0) !== 0) throw danger('foreignShape', name);
    at += 46 + entry.fileNameLength;
  }
  if (at !== raw.size - endRecordSize) throw danger('hiddenData', '');
};

const openZip = (source: ContainerSource): Promise<ZipFile> => {
  // Names are decoded and sizes compared here, where a failure can say what it found.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false };
  return source instanceof Uint8Array
    ? fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), options)
    : openPromise(source.path, options);
};

const readDirectory = async (
  zip: ZipFile,
  raw: RawBytes,
  end: EndRecord,
  limits: ReadingLimits,
): Promise<readonly PlacedEntry[]> => {
  const found: { readonly entry: Entry; readonly name: string }[] = [];
  const seen = new Map<string, string>();
  let total = 0;
  await damagedOnThrow('container', async () => {
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry.fileNameRaw);
      const twin = seen.get(collisionKey(name));
      if (twin !== undefined) throw danger(twin === name ? 'duplicateName' : 'caseCollision', name);
      seen.set(collisionKey(name), name);
      checkEntry(entry, name, limits);
      total += entry.uncompressedSize;
      if (total > limits.totalSize)
        throw new Refused({ code: 'limit', limit: 'totalSize', value: total, max: limits.totalSize });
      found.push({ entry, name });
    }
  });
  const placed: PlacedEntry[] = [];
  for (const { entry, name } of found) placed.push(await place(zip, raw, entry, name));
  checkLayout(placed, end.directoryOffset);
  await checkDisks(raw, placed, end.directoryOffset);
  return placed;
};

async function* checkedBytes(zip: ZipFile, { entry, name }: PlacedEntry): AsyncGenerator<Uint8Array> {
  const raw = await damagedOnThrow(name, () => zip.openReadStreamPromise(entry, { decodeFileData: false }));
  const inflate = entry.compressionMethod === method.deflated ? createInflateRaw() : undefined;
  const inflated = inflate && new PassThrough();
  const inflating = inflate && inflated && pipeline(raw, inflate, inflated);
  // The failure comes out of the loop below as well; this keeps it from counting as unhandled meanwhile.
  inflating?.catch(() => undefined);
  const source: Readable = inflated ?? raw;
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of source) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > entry.uncompressedSize) throw danger('headersDisagree', name);
      sum = crc32(bytes, sum);
      if (size === entry.uncompressedSize && sum !== entry.crc32) throw damaged(name);
      yield bytes;
    }
    await inflating;
  } catch (error) {
    throw error instanceof Refused ? error : damaged(name);
  } finally {
    raw.destroy();
    source.destroy();
  }
  if (size !== entry.uncompressedSize) throw danger('headersDisagree', name);
  if (inflate && inflate.bytesWritten !== entry.compressedSize) throw danger('hiddenData', name);
}

/**
 * Reads a container's directory within limits and refuses, each by its own name, what could harm a reader or hide from one.
 *
 * @throws Refused
 */
export const openContainer = async (source: ContainerSource, limits: ReadingLimits): Promise<Container> => {
  const raw = await rawBytesOf(source);
  let zip: ZipFile | undefined;
  try {
    const tailSize = Math.min(raw.size, endRecordSize + 0xffff);
    const end = readEndRecord(await raw.read(raw.size - tailSize, tailSize), raw.size);
    if (end.entryCount > limits.entryCount)
      throw new Refused({ code: 'limit', limit: 'entryCount', value: end.entryCount, max: limits.entryCount });
    const opened = await damagedOnThrow('container', () => openZip(source));
    zip = opened;
    const placed = new Map((await readDirectory(opened, raw, end, limits)).map((entry) => [entry.name, entry]));
    const streamOf = (name: string): AsyncIterable<Uint8Array> => {
      const entry = placed.get(name);
      if (!entry) throw new Refused({ code: 'damaged', where: name });
      return checkedBytes(opened, entry);
    };
    return {
      entries: new Map([...placed].map(([name, { entry }]) => [name, entry.uncompressedSize])),
      stream: streamOf,
      read: async (name) => {
        const parts: Uint8Array[] = [];
        for await (const chunk of streamOf(name)) parts.push(chunk);
        return Buffer.concat(parts);
      },
      close: () => opened.close(),
    };
  } catch (error) {
    zip?.close();
    throw error;
  } finally {
    await raw.close();
  }
};
