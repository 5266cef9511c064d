// Bytes that are kept already, put in once more between two lines on the standard output, for a trace of its system calls:
// node tests/faults/one-attachment.ts DATA_FOLDER
import { writeSync } from 'node:fs';
import { openNotes } from '../support/note-archive.ts';

const archive = await openNotes(process.argv[2] ?? '');
const bytes = Buffer.from('a dossier');
await archive.attachments.put(bytes);
writeSync(1, 'BEGIN\n');
await archive.attachments.put(bytes);
writeSync(1, 'ANSWER\n');
await archive.close();
