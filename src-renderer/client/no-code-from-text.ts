import { config } from 'zod';

// The content policy refuses code that is made from text. Left alone, zod finds that out by trying when its first schema is made: a breach in the
// browser's report at every start. So this stands before whatever makes schemas.
config({ jitless: true });
