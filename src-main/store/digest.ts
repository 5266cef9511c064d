import { hash } from 'node:crypto';

/** SHA-256 of some bytes, or of a text as UTF-8, in lower-case hex. */
export function sha256(value: string | Uint8Array): string {
  return hash('sha256', value, 'hex');
}
