/** Bounds a reader keeps before it believes anything. Sizes in bytes. */
export interface ReadingLimits {
  /** The file as it arrived. */
  readonly sealedSize: number;
  /** All entries together, uncompressed. */
  readonly totalSize: number;
  readonly entrySize: number;
  readonly entryCount: number;
  /** One JSON entry. */
  readonly jsonSize: number;
  /** Nesting of JSON. */
  readonly jsonDepth: number;
  /** How many times its packed size an entry may expand to; entries under 64 KiB may do as they like. */
  readonly ratio: number;
  /** The whole reading, in milliseconds. */
  readonly time: number;
}

const KiB = 1024;
const MiB = 1024 * KiB;

/** An entry this small is no bomb, whatever its ratio. */
export const RATIO_FREE_SIZE = 64 * KiB;

/** A package with its attachments: some hundreds of megabytes are usual, and a USB stick may be slow. */
export const packageLimits: ReadingLimits = {
  sealedSize: 2_048 * MiB,
  totalSize: 2_048 * MiB,
  entrySize: 1_024 * MiB,
  entryCount: 5_002,
  jsonSize: 16 * MiB,
  jsonDepth: 32,
  ratio: 200,
  time: 30 * 60_000,
};

/** A return holds marks and comments only. */
export const returnLimits: ReadingLimits = {
  sealedSize: 24 * MiB,
  totalSize: 20 * MiB,
  entrySize: 16 * MiB,
  entryCount: 16,
  jsonSize: 16 * MiB,
  jsonDepth: 32,
  ratio: 200,
  time: 30_000,
};

export const receiptLimits: ReadingLimits = {
  sealedSize: 256 * KiB,
  totalSize: 128 * KiB,
  entrySize: 64 * KiB,
  entryCount: 16,
  jsonSize: 64 * KiB,
  jsonDepth: 8,
  ratio: 200,
  time: 10_000,
};
