import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { sourceRoot } from '#main/hosting/program-layout.ts';

/** The parts of a build. */
export const buildParts = ['renderer', 'main', 'preload'] as const;
export type BuildPart = (typeof buildParts)[number];

const configOf = (part: BuildPart): string => path.join(sourceRoot, '.config', `vite.${part}.config.ts`);

/** What each part is made from; any change to these makes it stale. */
const sourcesOf: Readonly<Record<BuildPart, readonly string[]>> = {
  renderer: ['src-domain', 'src-renderer', '.config', 'package-lock.json'],
  main: ['src-domain', 'src-main', '.config', 'package-lock.json'],
  preload: ['src-domain/contract', 'src-main/electron', '.config', 'package-lock.json'],
};

const stampOf = (part: BuildPart): string => path.join(sourceRoot, 'out', `${part}.stamp`);

const addTo = async (hash: ReturnType<typeof createHash>, file: string): Promise<void> => {
  const facts = await stat(file);
  if (!facts.isDirectory()) {
    hash.update(`${file}\0${facts.size}\0${facts.mtimeMs}\0`);
    return;
  }
  for (const name of (await readdir(file)).sort()) await addTo(hash, path.join(file, name));
};

const fingerprint = async (part: BuildPart): Promise<string> => {
  const hash = createHash('sha256');
  for (const source of sourcesOf[part]) await addTo(hash, path.join(sourceRoot, source));
  return hash.digest('hex');
};

const isFresh = async (part: BuildPart): Promise<boolean> => {
  try {
    return (await readFile(stampOf(part), 'utf8')) === (await fingerprint(part));
  } catch {
    return false;
  }
};

/** Builds one part anew into `out`. Rejects with the bundler's error. */
export const buildPart = async (part: BuildPart, quiet: boolean): Promise<void> => {
  const before = await fingerprint(part);
  await build({ configFile: configOf(part), logLevel: quiet ? 'error' : 'warn' });
  await mkdir(path.dirname(stampOf(part)), { recursive: true });
  await writeFile(stampOf(part), before);
};

/** Builds those of the parts whose sources have changed since their last build. Answers with what was built. */
export const buildIfStale = async (parts: readonly BuildPart[]): Promise<readonly BuildPart[]> => {
  const built: BuildPart[] = [];
  for (const part of parts) {
    if (await isFresh(part)) continue;
    await buildPart(part, true);
    built.push(part);
  }
  return built;
};
