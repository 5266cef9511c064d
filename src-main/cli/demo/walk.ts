import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conclude } from '#domain/conclusion/conclude.ts';
import type { Conclusion } from '#domain/conclusion/step.ts';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { papersOf } from '#domain/documents/set.ts';
import { sampleAttendance, sampleBallots, sampleMinutes } from '#domain/samples/sample-session.ts';
import { formsOf } from '#domain/session/ballots.ts';
import { officialCounts } from '#domain/session/official-counts.ts';
import { seatsOf, type Session } from '#domain/session/state.ts';
import { toCase } from '#domain/session/to-case.ts';
import type { Application } from '#main/application/application.ts';
import { loadSample } from '#main/services/sample-folder.ts';
import { scoreFromTable } from '#main/services/sample-members.ts';

/** What the walk leaves behind, as the command prints it. */
export type WalkResult = {
  readonly session: string;
  readonly files: readonly string[];
  readonly ranking: Conclusion['rankings'];
  readonly conclusion: Omit<Conclusion, 'step' | 'rankings'>;
  readonly steps: Conclusion['step'];
};

export type WalkTools = {
  readonly secretary: Application;
  /** A member's own application, with a data folder of its own; the walk closes it. */
  readonly memberApplication: (memberId: string) => Promise<Application>;
  readonly sampleFolder: string;
  readonly outDir: string;
  readonly tell: (step: 'packages' | 'returns' | 'import' | 'conclusion' | 'documents') => void;
};

/** The conclusion of a session as it stands. The sample always has a pack, so null is a fault. */
const concluded = (session: Session): Conclusion => {
  const theCase = toCase(session);
  if (!theCase) throw new Error('the sample session has no regulation pack');
  return conclude(theCase);
};

/**
 * The whole path on the sample session, through the same operations the screens use: packages, the members' returns from the fixed table,
 * import, count, conclusion, minutes and every page. Writes into `outDir`, which is made where missing; a file of the same name is written over.
 */
export const walkSample = async ({
  secretary,
  memberApplication,
  sampleFolder,
  outDir,
  tell,
}: WalkTools): Promise<WalkResult> => {
  const { services } = secretary;
  const written: string[] = [];
  const write = async (folder: string, name: string, content: BinaryFile): Promise<void> => {
    await mkdir(join(outDir, folder), { recursive: true });
    await writeFile(join(outDir, folder, name), new Uint8Array(await content.arrayBuffer()));
    written.push(join(folder, name));
  };

  const sample = await loadSample(sampleFolder);
  const { sessionId } = await services.sessions.createSample();
  const stateNow = async (): Promise<Session> => (await services.sessions.get({ sessionId })).session;
  const prepared = await stateNow();
  const form = formsOf(prepared)[0];
  if (!form) throw new Error('the sample session has no form');
  const table = sampleBallots(sample.returns, form);

  tell('packages');
  if ((await services.vault.state()).state === 'absent')
    await services.vault.create({ passphrase: randomBytes(18).toString('base64url') });
  const packages = [];
  for (const { id } of seatsOf(prepared)) {
    const issued = await services.packages.issue({ sessionId, memberId: id });
    await write('goi', issued.file.name, issued.file);
    packages.push({ memberId: id, file: issued.file, passphrase: issued.passphrase });
  }
  const slips = await services.packages.slips({
    sessionId,
    slips: packages.map(({ memberId, file, passphrase }) => ({ memberId, fileName: file.name, passphrase })),
  });
  await write('goi', slips.name, slips);

  tell('returns');
  const returns: BinaryFile[] = [];
  for (const { memberId, ...given } of packages) {
    const ballots = table[memberId];
    if (!ballots) continue;
    const member = await memberApplication(memberId);
    try {
      const file = await scoreFromTable(member, given, ({ id }) => ballots[id]);
      await write('phieu', file.name, file);
      returns.push(file);
    } finally {
      await member.close();
    }
  }

  tell('import');
  const { batchId, lines } = await services.returns.preview({ sessionId, files: returns });
  const refused = lines.find(({ applies }) => !applies);
  if (refused) throw new ProblemError('demo.returnRefused', { fileName: refused.fileName, code: refused.code });
  await services.returns.apply({ sessionId, batchId });

  tell('conclusion');
  await services.sessions.record({ sessionId, events: [...sampleAttendance(sample.session)] });
  await services.sessions.record({
    sessionId,
    events: [
      { type: 'counting.closed', counts: officialCounts(concluded(await stateNow())) },
      { type: 'conclusion.adopted' },
    ],
  });
  await services.sessions.record({ sessionId, events: [...sampleMinutes(sample.session), { type: 'minutes.agreed' }] });

  tell('documents');
  const final = await stateNow();
  const conclusion = concluded(final);
  const entries = papersOf({ session: final, conclusion });
  for (const { id } of entries) {
    const { files } = await services.documents.render({ sessionId, paperIds: [id], format: 'pdf' });
    for (const file of files) await write('van-ban', file.name, file);
  }
  const whole = await services.documents.render({
    sessionId,
    paperIds: entries.filter(({ inSet }) => inSet).map(({ id }) => id),
    format: 'pdf',
  });
  for (const file of whole.files) await write('', file.name, file);

  const { step, rankings, ...rest } = conclusion;
  return { session: sessionId, files: written, ranking: rankings, conclusion: rest, steps: step };
};
