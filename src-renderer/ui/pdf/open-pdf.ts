import type * as library from './pdf-library.ts';

/** PDF.js is a fifth of the screen's code and is read when the first PDF is opened. */
const loaded = (): Promise<typeof library> => import('./pdf-library.ts');

/** See `openPdf` of pdf-library.ts. */
export const openPdf: typeof library.openPdf = async (...given) => (await loaded()).openPdf(...given);

/** What lays the words of a page over its picture. */
export const textLayer = async (): Promise<typeof library.TextLayer> => (await loaded()).TextLayer;
