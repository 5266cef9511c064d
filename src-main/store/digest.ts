import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of some bytes, or of a text as UTF-8, in lower-case hex. */
export function sha256(value: string | Uint8Array): string {
  return hash('sha256', value, 'hex');
}

/** SHA-256 of a file, which is read a chunk at a time. */
export async function hashOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest('hex');
}
