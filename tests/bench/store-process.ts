// A fresh process that opens the list of an archive once, as a start of the program does, and says how long it took and how much memory it
// needs: node tests/bench/store-process.ts journal|lowdb PATH
import { JSONFilePreset } from 'lowdb/node';
import { openNotes } from '../support/note-archive.ts';

const [way, path = ''] = process.argv.slice(2);
const began = performance.now();
let documents: number;
let held: unknown;
if (way === 'journal') {
  const archive = await openNotes(path);
  documents = (await archive.sessions.list()).length;
  held = archive;
} else {
  const database = await JSONFilePreset<Record<string, unknown>>(path, {});
  documents = Object.keys(database.data).length;
  held = database;
}
const took = performance.now() - began;
console.log(JSON.stringify({ took, documents, rss: process.memoryUsage().rss / 2 ** 20, held: typeof held }));
process.exit(0);
