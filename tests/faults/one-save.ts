// One save between two lines on the standard output, for a trace of its system calls: node tests/faults/one-save.ts DATA_FOLDER
import { writeSync } from 'node:fs';
import { openNotes } from '../support/note-archive.ts';

const archive = await openNotes(process.argv[2] ?? '');
const document = await archive.sessions.create('a', [{ type: 'titled', title: '' }], 'secretary');
await document.append([{ type: 'titled', title: 'warm' }], 'secretary');
writeSync(1, 'BEGIN\n');
await document.append([{ type: 'titled', title: 'traced' }], 'secretary');
writeSync(1, 'ANSWER\n');
await archive.close();
