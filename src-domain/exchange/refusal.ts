/** Dangers of a container, each refused under its own name. */
export const containerDangers = [
  /** `../` or `./` in a name. */
  'climbingPath',
  /** A name that starts at a root, a drive or a share. */
  'absolutePath',
  /** A backslash, a control character, bytes that are no UTF-8, an empty name. */
  'unsafeName',
  'symlink',
  /** A folder, device or other thing that is no plain file. */
  'notPlainFile',
  'duplicateName',
  /** Two names that one file system takes for the same. */
  'caseCollision',
  /** A name Windows keeps for devices. */
  'reservedName',
  /** An entry of no bytes. */
  'emptyEntry',
  /** An entry whose claimed size is beyond any limit (4 GiB claims and above). */
  'sizeClaim',
  /** Expands far beyond its packed size. */
  'zipBomb',
  /** Two entries share bytes. */
  'overlap',
  /** Bytes before, between or after the entries. */
  'hiddenData',
  'encryptedEntry',
  'unknownCompression',
  /** The directory and the entry itself tell different stories. */
  'headersDisagree',
  /** A header says something this format has no use for. */
  'foreignShape',
  'tooDeep',
  /** An entry the manifest doesn't list. */
  'unlistedEntry',
] as const;
export type ContainerDanger = (typeof containerDangers)[number];

/** Bounds of a reader, each refused under its own name. */
export const readingLimits = [
  'sealedSize',
  'totalSize',
  'entrySize',
  'entryCount',
  'jsonSize',
  'jsonDepth',
  'time',
  'header',
] as const;
export type ReadingLimit = (typeof readingLimits)[number];

/**
 * Why a file could not be taken. The order of checks is fixed: limits, container, signature, schema, meaning; the first that fails is told.
 */
export type Refusal =
  /** No exchange file at all: no age file, or no manifest of ours in it. */
  | { readonly code: 'notExchangeFile' }
  | { readonly code: 'wrongKind'; readonly expected: string; readonly found: string }
  /** Bytes were lost or changed on the way: the seal does not hold. */
  | { readonly code: 'damaged'; readonly where: string }
  /** The seal holds but the content was not made by who it says: signature, hash or proof fails. */
  | { readonly code: 'tampered'; readonly where: string }
  | { readonly code: 'newerFormat'; readonly version: number }
  | { readonly code: 'wrongPassphrase' }
  /** Sealed to another session's key. */
  | { readonly code: 'notForThisKey' }
  | { readonly code: 'danger'; readonly danger: ContainerDanger; readonly entry: string }
  | { readonly code: 'limit'; readonly limit: ReadingLimit; readonly value: number; readonly max: number }
  /** Signed and whole, but not what the schema says; `path` leads to the first such place. */
  | { readonly code: 'malformed'; readonly path: string; readonly problem: string };

/** The result of reading something from outside: what it is, or why not. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };
