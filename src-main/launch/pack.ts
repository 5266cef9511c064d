// npm run pack (an unpacked build) and npm run dist (the installers): electron-builder on a fresh build.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build as pack, Platform, type CliOptions, type Configuration } from 'electron-builder';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { buildIfStale, buildParts } from './build-steps.ts';

/** The runtime that ELECTRON_OVERRIDE_DIST_PATH names, as electron-builder wants it; nothing where it is not set. */
const givenRuntime = async (): Promise<Pick<Configuration, 'electronDist' | 'electronVersion'>> => {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return {};
  const version = (await readFile(path.join(folder, 'version'), 'utf8')).trim().replace(/^v/, '');
  return { electronDist: folder, electronVersion: version };
};

await buildIfStale(buildParts);
const unpacked = process.argv.includes('--dir');
const options: CliOptions = {
  projectDir: sourceRoot,
  publish: 'never',
  config: {
    extends: path.join(sourceRoot, 'electron-builder.yml'),
    ...(await givenRuntime()),
    // A runtime given as a folder brings its own default program along.
    afterPack: ({ packager, appOutDir }) =>
      rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
  },
  ...(unpacked ? { targets: Platform.current().createTarget('dir') } : {}),
};
for (const file of await pack(options)) console.log(path.relative(sourceRoot, file));
