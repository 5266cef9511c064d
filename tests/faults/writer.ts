// A process that edits an archive as fast as it can and says on its standard output what it was told is saved. It is killed from outside.
//
//   node tests/faults/writer.ts DATA_FOLDER SEED [unsynced]
//
// It opens nothing before a line arrives on its standard input. `unsynced` is the control: it acknowledges without fsync, so a simulated
// power cut must be able to show a loss.
import { appendFileSync, mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { ProblemError } from '#domain/contract/problems.ts';
import type { JournaledDocument } from '#main/store/journaled-document.ts';
import { BackupFolder } from '#main/store/backups.ts';
import { openNotes } from '../support/note-archive.ts';
import type { NoteEvent, Notes } from '../support/note-kind.ts';
import { seeded } from '../support/random.ts';

const [dataDir = '', seedText = '1', mode] = process.argv.slice(2);
const random = seeded(Number(seedText));
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

say('ready');
await once(process.stdin, 'data');
process.stdin.unref();
if (mode === 'unsynced') await writeUnsynced();
else await writeForEver();

function writeUnsynced(): Promise<never> {
  mkdirSync(dataDir, { recursive: true });
  say('open');
  for (let seq = 1; ; seq += 1) {
    appendFileSync(join(dataDir, 'unsynced.txt'), `${seq} ${'x'.repeat(200)}\n`);
    say(`unsynced ${seq}`);
  }
}

async function writeForEver(): Promise<never> {
  const archive = await openNotes(dataDir, { clock: () => new Date().toISOString() });
  const documents: JournaledDocument<Notes, NoteEvent>[] = [];
  for (const id of ['one', 'two']) {
    if (await archive.sessions.has(id)) documents.push(await archive.sessions.open(id));
    else {
      const made = await archive.sessions.create(id, [{ type: 'titled', title: id }], 'secretary');
      say(`saved ${id} 1 ${made.hash}`);
      documents.push(made);
    }
  }
  const backups = new BackupFolder(archive);
  say('open');
  for (let round = 0; ; round += 1) {
    const document = documents[round % documents.length];
    if (document === undefined) throw new Error('no document');
    const choice = random();
    if (choice < 0.55)
      await edit(document, [{ type: 'noted', name: `n${Math.floor(random() * 50)}`, text: words(20) }]);
    else if (choice < 0.7) {
      // What several fields send at once shares an fsync.
      await Promise.all(
        Array.from({ length: 12 }, (_, at) => edit(document, [{ type: 'noted', name: `f${at}`, text: words(60) }])),
      );
    } else if (choice < 0.76) {
      const notes = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`i${at}`, words(1_500)]));
      await edit(document, [{ type: 'imported', notes }]);
    } else if (choice < 0.82) await reverse(document);
    else if (choice < 0.86) await document.snapshot();
    else if (choice < 0.88) await archive.writeIndex();
    else if (choice < 0.92) {
      const { sha256 } = await archive.attachments.put(Buffer.from(words(30_000)));
      say(`attached ${sha256}`);
    } else if (choice < 0.96) {
      const text = words(500);
      await archive.sessions.files(document.id).put('keys.json', Buffer.from(text));
      say(`file ${document.id} ${text.length}`);
    } else if (choice < 0.97) {
      const report = await backups.run();
      say(`backup ${report.name}`);
    } else {
      // Two deeds in one, one of which makes no sense without the other.
      const name = `c${Math.floor(random() * 1_000)}`;
      await edit(document, [
        { type: 'noted', name, text: words(10) },
        { type: 'checked', name },
      ]);
    }
  }
}

async function edit(document: JournaledDocument<Notes, NoteEvent>, events: readonly NoteEvent[]): Promise<void> {
  const { seq } = await document.append(events, 'secretary');
  const entry = document.entryAt(seq);
  say(`saved ${document.id} ${seq} ${entry.hash}`);
}

async function reverse(document: JournaledDocument<Notes, NoteEvent>): Promise<void> {
  try {
    const { seq } = await (document.redoable === null ? document.undo('secretary') : document.redo('secretary'));
    say(`saved ${document.id} ${seq} ${document.entryAt(seq).hash}`);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

function words(length: number): string {
  let text = '';
  while (text.length < length) text += `${Math.floor(random() * 1_000_000).toString(36)} ế `;
  return text.slice(0, length);
}
