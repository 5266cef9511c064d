// A fresh process that opens an archive and its list once, as a start of the program does, and says how long the opening alone took, how long
// both took, and how much memory it needs: node tests/bench/store-process.ts journal|lowdb PATH
import { JSONFilePreset } from 'lowdb/node';
import { openNotes } from '../support/note-archive.ts';

const [way, path = ''] = process.argv.slice(2);
const began = performance.now();
let documents: number;
let held: unknown;
let opened = 0;
if (way === 'journal') {
  const archive = await openNotes(path);
  // The window is there and takes what a person does; the list follows.
  opened = performance.now() - began;
  documents = (await archive.sessions.list()).length;
  held = archive;
} else {
  const database = await JSONFilePreset<Record<string, unknown>>(path, {});
  documents = Object.keys(database.data).length;
  held = database;
}
const took = performance.now() - began;
console.log(JSON.stringify({ opened, took, documents, rss: process.memoryUsage().rss / 2 ** 20, held: typeof held }));
process.exit(0);
