import { z } from 'zod';
import { sourcesIn } from './mark.ts';
import { packSchema, type CouncilKind, type Pack } from './pack.ts';
import type { Mark } from './source.ts';

/** A pack in a list: what it is, for when, and how surely its rules are known. */
export type PackSummary = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly draft: boolean;
  readonly template: boolean;
  readonly regime: Pack['regime'];
  readonly approvedFrom: string | null;
  readonly approvedTo: string | null;
  readonly councils: readonly CouncilKind[];
  readonly documents: readonly { readonly number: string; readonly mark: Mark }[];
  /** How many rules carry each mark. */
  readonly marks: Readonly<Record<Mark, number>>;
};

export const summaryOf = (pack: Pack): PackSummary => {
  const marks = sourcesIn(pack).map(({ source }) => source.mark);
  const count = (mark: Mark): number => marks.filter((other) => other === mark).length;
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    summary: pack.summary,
    draft: pack.draft,
    template: pack.template,
    regime: pack.regime,
    approvedFrom: pack.appliesTo.approvedFrom,
    approvedTo: pack.appliesTo.approvedTo,
    councils: pack.councils.map(({ kind }) => kind),
    documents: pack.documents.map(({ number, source }) => ({ number, mark: source.mark })),
    marks: { seen: count('seen'), secondary: count('secondary'), unverified: count('unverified') },
  };
};

/** The JSON Schema (draft 2020-12) of a pack. What must agree within a pack (sums, shares, names) is said by `checkPack`. */
export const packJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(packSchema, { target: 'draft-2020-12', io: 'input' }),
  $id: 'urn:hoidong:pack:1',
  title: 'HoiDong regulation pack 1',
});
