import { z } from 'zod';

/**
 * A file as it crosses between renderer and back end: a name and bytes, never a path. The browser's and Node's `File` both are one.
 */
export type BinaryFile = {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type. */
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
};

const isBinaryFile = (value: unknown): value is BinaryFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'size' in value &&
  typeof value.size === 'number' &&
  'arrayBuffer' in value &&
  typeof value.arrayBuffer === 'function';

export const binaryFileSchema = z.custom<BinaryFile>(isBinaryFile, 'file');
