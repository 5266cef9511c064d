import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceRoot } from './program-layout.ts';

/** The version in package.json of the folder that holds the program. */
export const programVersion = (root: string = sourceRoot): string => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json names no version');
};
