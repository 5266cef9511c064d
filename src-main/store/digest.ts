import { createHash } from 'node:crypto';

/** SHA-256 of some bytes, or of a text as UTF-8, in lower-case hex. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
