import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { BinaryFile } from '#domain/contract/binary.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import { sampleBallots } from '#domain/samples/sample-session.ts';
import { formsOf } from '#domain/session/ballots.ts';
import type { MemberEvent } from '#domain/workbook/events.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { loadSample } from '#main/services/sample-folder.ts';
import { ballotEvents } from '#main/services/sample-members.ts';

export const vaultPassphrase = 'mật khẩu của thư ký';

/** What was changed on both computers after the first return was sent; see `workOnTwoComputers`. */
export type Diverged = {
  readonly sessionId: string;
  readonly memberId: string;
  readonly memberName: string;
  /** The first dossier, and the keys of its first two criteria. */
  readonly dossierId: string;
  readonly keys: readonly [string, string];
  readonly table: Readonly<Record<string, Ballot>>;
  /** The first return, and those made upon it on either computer with the same key. */
  readonly base: BinaryFile;
  readonly left: BinaryFile;
  readonly right: BinaryFile;
  /** Made on a third computer, where the package was opened anew: another key, nothing in common. */
  readonly anew: BinaryFile;
  /** What comes next on the first computer. */
  readonly leftAgain: BinaryFile;
};

const onData = async <Result>(dataDir: string, job: (application: Application) => Promise<Result>): Promise<Result> => {
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    return await job(application);
  } finally {
    await application.close();
  }
};

const submit = (
  dataDir: string,
  eventsOf: (dossierIds: readonly string[]) => readonly MemberEvent[],
): Promise<BinaryFile> =>
  onData(dataDir, async ({ services: { workbooks } }) => {
    const [head] = await workbooks.list();
    if (!head) throw new Error('the package was opened here');
    const { workbook } = await workbooks.get({ workbookId: head.id });
    const ids = (workbook.package?.dossiers ?? []).map(({ id }) => id);
    await workbooks.record({ workbookId: head.id, events: [...eventsOf(ids)] });
    return (await workbooks.submit({ workbookId: head.id })).file;
  });

/**
 * A sample session in `folder/secretary`, and a reviewer who judged everything, sent it, went home with a copy of the data and went on there
 * and here: both changed the first criterion and the comment of the first dossier, only the second computer changed the second criterion.
 */
export const workOnTwoComputers = async (folder: string): Promise<Diverged> => {
  const sample = await loadSample(path.join(sourceLayout().assetsDir, 'samples', 'nscl-2026'));
  const issued = await onData(path.join(folder, 'secretary'), async ({ services }) => {
    const { sessionId } = await services.sessions.createSample();
    await services.vault.create({ passphrase: vaultPassphrase });
    const { session } = await services.sessions.get({ sessionId });
    const member = Object.values(session.members).find(
      ({ id, office }) => office === 'reviewer' && Object.keys(session.conflicts[id] ?? {}).length === 0,
    );
    const form = formsOf(session)[0];
    if (!member || !form) throw new Error('the sample has a reviewer without conflicts and a form');
    const { file, passphrase } = await services.packages.issue({ sessionId, memberId: member.id });
    await services.app.setPreferences({ role: 'secretary' });
    return {
      sessionId,
      memberId: member.id,
      memberName: member.name,
      table: sampleBallots(sample.returns, form)[member.id] ?? {},
      keys: form.groups.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
      given: { file, passphrase },
    };
  });
  const [one, two, three] = ['one', 'two', 'three'].map((name) => path.join(folder, name)) as [string, string, string];
  const first = (dossierIds: readonly string[]): readonly MemberEvent[] =>
    dossierIds.flatMap((id) => {
      const ballot = issued.table[id];
      return ballot ? ballotEvents(id, ballot) : [];
    });
  for (const computer of [one, three])
    await onData(computer, ({ services }) => services.workbooks.openPackage(issued.given));
  const base = await submit(one, first);
  await cp(one, two, { recursive: true });
  const dossierId = Object.keys(issued.table).sort()[0] ?? '';
  const [firstKey = '', secondKey = ''] = issued.keys;
  const mark = (key: string, value: number): MemberEvent => {
    const before = issued.table[dossierId]?.answers[key]?.value;
    return {
      type: 'answer.set',
      dossierId,
      key,
      value: before?.kind === 'marks' ? { kind: 'marks', mark: value } : { kind: 'points', points: String(value) },
    };
  };
  const comment = (text: string): MemberEvent => ({ type: 'comment.set', dossierId, comment: text });
  const left = await submit(one, () => [mark(firstKey, 0), comment('Viết ở cơ quan: cần làm rõ kinh phí.')]);
  const right = await submit(two, () => [
    mark(firstKey, 1),
    mark(secondKey, 0),
    comment('Viết ở nhà: tiến độ khả thi.'),
  ]);
  const anew = await submit(three, (ids) => [...first(ids), comment('Viết trên máy mượn.')]);
  const leftAgain = await submit(one, () => [comment('Viết lại ở cơ quan sau khi đã gửi.')]);
  return {
    sessionId: issued.sessionId,
    memberId: issued.memberId,
    memberName: issued.memberName,
    dossierId,
    keys: [firstKey, secondKey],
    table: issued.table,
    base,
    left,
    right,
    anew,
    leftAgain,
  };
};
