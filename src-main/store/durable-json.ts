import { readFileSync } from 'node:fs';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { sha256 } from './digest.ts';
import { replaceFile } from './durable-file.ts';
import { isMissing } from './problems.ts';

const head = '{"sha256":"';
const middle = '","data":';
const dataStart = head.length + 64 + middle.length;

/** The text of a durable document: its data and, before it, the SHA-256 of the data's bytes. */
export function sealedText(data: unknown): string {
  const text = JSON.stringify(data);
  return `${head}${sha256(text)}${middle}${text}}`;
}

/** The data of a durable document, or undefined where a single byte is not as it was written. */
export function openSealed(bytes: Buffer): unknown {
  const end = bytes.length - 1;
  if (end < dataStart || bytes[end] !== 0x7d || bytes.toString('latin1', 0, head.length) !== head) return undefined;
  if (bytes.toString('latin1', dataStart - middle.length, dataStart) !== middle) return undefined;
  const data = bytes.subarray(dataStart, end);
  if (bytes.toString('latin1', head.length, head.length + 64) !== sha256(data)) return undefined;
  return JSON.parse(data.toString('utf8'));
}

/**
 * A lowdb adapter that loses nothing: what it writes is synced before it answers and replaces the old file whole, and what it reads is
 * checked byte by byte. A file that is missing, unreadable, damaged or not of its schema reads as null, so it is fit for what can be made anew from
 * the journals; `rejected` then says which of these it was.
 */
export class DurableJson<T> implements Adapter<T | null> {
  rejected: 'missing' | 'damaged' | null = null;
  readonly path: string;
  readonly #schema: z.ZodType<T>;

  constructor(path: string, schema: z.ZodType<T>) {
    this.path = path;
    this.#schema = schema;
  }

  read(): Promise<T | null> {
    let bytes: Buffer;
    try {
      // On the spot: whoever opens a list or a document waits for just this, and one call takes less than the several of a promise.
      bytes = readFileSync(this.path);
    } catch (error) {
      // What can be made anew must never stand in the way of what it is made from: a bad spot of the disk here is damage like any other.
      this.rejected = isMissing(error) ? 'missing' : 'damaged';
      return Promise.resolve(null);
    }
    const parsed = this.#schema.safeParse(openSealed(bytes));
    this.rejected = parsed.success ? null : 'damaged';
    return Promise.resolve(parsed.success ? parsed.data : null);
  }

  /** Null is lowdb's word for nothing to write. */
  async write(data: T | null): Promise<void> {
    if (data === null) return;
    await replaceFile(this.path, Buffer.from(sealedText(data)));
    this.rejected = null;
  }
}
