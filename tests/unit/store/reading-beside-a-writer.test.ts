import { expect, test } from 'vitest';
import { readDocument } from '#main/store/document-reading.ts';
import { EntryLog } from '#main/store/entry-log.ts';
import { JournalFile } from '#main/store/journal-file.ts';
import { SnapshotKeeper } from '#main/store/snapshot-keeper.ts';
import { openNotes, temporaryFolder } from '../../support/note-archive.ts';
import { noteKind } from '../../support/note-kind.ts';

test('a document that is changed and snapshot while another process reads it is read as sound', async () => {
  const folder = await temporaryFolder();
  const archive = await openNotes(folder.path);
  const writing = await archive.sessions.create('a', [{ type: 'titled', title: 'một' }], 'secretary');
  await writing.snapshot();

  const file = new JournalFile(writing.folder);
  const whileReading = async (): Promise<Buffer> => {
    const bytes = await JournalFile.prototype.read.call(file);
    await writing.append([{ type: 'titled', title: 'hai' }], 'secretary');
    await writing.snapshot();
    return bytes;
  };
  file.read = whileReading;
  const snapshots = new SnapshotKeeper(writing.folder, 'a', noteKind, undefined);
  const { tip, problem } = await readDocument('a', noteKind, file, snapshots, new EntryLog(noteKind));
  expect(problem).toBeNull();
  expect(tip.seq).toBe(1);

  await archive.close();
  await folder.remove();
});
