import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dossierTextSchema, type DossierText } from '#domain/samples/dossier-text.ts';
import {
  sampleReturnsSchema,
  sampleSessionSchema,
  type SampleReturns,
  type SampleSession,
} from '#domain/samples/sample-session.ts';
import { readBack } from '#main/documents/pdf/read-back.ts';

/** One file of a sample dossier. */
export type SampleAttachment = {
  readonly dossierId: string;
  /** As the members see it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
};

/** All that a sample folder holds, checked. `#domain/samples/sample-session.ts` makes events and ballots of it. */
export type Sample = {
  readonly session: SampleSession;
  /** By dossier id. */
  readonly texts: Readonly<Record<string, DossierText>>;
  readonly attachments: readonly SampleAttachment[];
  readonly returns: SampleReturns;
};

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8')) as unknown;

/** Reads a sample folder. It ships with the program, so whatever is wrong with it is a fault of the program: it throws. */
export const loadSample = async (folder: string): Promise<Sample> => {
  const session = sampleSessionSchema.parse(await readJson(join(folder, 'session.json')));
  const returns = sampleReturnsSchema.parse(await readJson(join(folder, 'returns.json')));
  const texts: Record<string, DossierText> = {};
  const attachments: SampleAttachment[] = [];
  for (const { id, content } of session.dossiers) {
    const text = dossierTextSchema.parse(await readJson(join(folder, content)));
    const bytes = new Uint8Array(await readFile(join(folder, text.file)));
    const pages = readBack(bytes).pages.length;
    texts[id] = text;
    attachments.push({ dossierId: id, name: `Thuyết minh ${text.code}.pdf`, bytes, pages });
  }
  return { session, texts, attachments, returns };
};
