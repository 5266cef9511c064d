import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { demoMessages } from '#domain/text/messages/demo.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { walkSample } from '../demo/walk.ts';
import { readOptions } from '../options.ts';

/** `hoidong demo --out DIR`: the whole path on the sample session; see `walkSample`. */
export const run = async (args: readonly string[], { out, err, language }: CommandIo): Promise<number> => {
  const text = demoMessages[language];
  const { values } = readOptions(args, { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, 0, language);
  if (values.help) {
    out(text.help);
    return 0;
  }
  if (values.out === undefined || values.out === '') throw new UsageError(text.outMissing);
  const outDir = resolve(values.out);
  try {
    await mkdir(outDir, { recursive: true });
  } catch {
    err(`${text.notWritten(values.out)}\n`);
    return 1;
  }

  // Nothing of the demonstration enters the person's own data folder.
  const scratch = await mkdtemp(join(tmpdir(), 'hoidong-demo-'));
  const application = (name: string): Promise<Application> =>
    createApplication(nodePorts('cli', join(scratch, name), err));
  const secretary = await application('secretary');
  try {
    const result = await walkSample({
      secretary,
      memberApplication: (memberId) => application(`member-${memberId}`),
      sampleFolder: join(sourceLayout().assetsDir, 'samples', 'nscl-2026'),
      outDir,
      tell: (step) => err(`${text[step]}\n`),
    });
    out(`${JSON.stringify({ ...result, out: outDir }, null, 2)}\n`);
    return 0;
  } finally {
    await secretary.close();
    await rm(scratch, { recursive: true, force: true });
  }
};
