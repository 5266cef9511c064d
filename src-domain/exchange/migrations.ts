import type { ExchangeKind } from './envelope.ts';

/** Plain JSON as parsed. */
export type RawManifest = Readonly<Record<string, unknown>>;

/**
 * One step from version `from` to `from + 1`. A step sees manifests whose signature has been checked, and changes only their shape.
 * Published steps are never edited: a mistake in one is mended by the next.
 */
export interface Migration {
  readonly from: number;
  /** What changed and why, for the reader of FORMAT.md. */
  readonly purpose: string;
  readonly apply: Readonly<Record<ExchangeKind, (manifest: RawManifest) => RawManifest>>;
}

/** Every step there is, in order. Version 1 is the first, so there is none yet. */
export const migrations: readonly Migration[] = [];

/**
 * Brings a manifest to the current version, step by step.
 *
 * @throws RangeError if a step is missing, which is a fault of the program.
 */
export const migrate = (
  kind: ExchangeKind,
  version: number,
  manifest: RawManifest,
  current: number,
  steps: readonly Migration[] = migrations,
): RawManifest => {
  let result = manifest;
  for (let at = version; at < current; at += 1) {
    const step = steps.find(({ from }) => from === at);
    if (!step) throw new RangeError(`no migration from version ${at}`);
    result = { ...step.apply[kind](result), version: at + 1 };
  }
  return result;
};
