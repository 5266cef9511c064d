import { z } from 'zod';
import { bold, italic, plain, type Block, type Cell, type Paper } from '#domain/documents/model.ts';
import { daySchema, lineSchema } from '#domain/session/state.ts';
import { parseDay, placeAndDate } from '#domain/text/date-words.ts';

const wordsSchema = z.string().min(1);

const columnSchema = z.strictObject({
  header: wordsSchema,
  /** Share of the table's width. */
  width: z.number().positive(),
  align: z.enum(['left', 'center', 'right']),
});

const tableSchema = z
  .strictObject({
    kind: z.literal('table'),
    caption: wordsSchema,
    columns: z.array(columnSchema).min(2),
    rows: z.array(z.array(wordsSchema)).min(1),
    /** A closing row in bold; null where nothing is added up. */
    total: z.array(z.string()).nullable(),
  })
  .refine(({ columns, rows, total }) =>
    [...rows, ...(total === null ? [] : [total])].every(({ length }) => length === columns.length),
  );

const blockSchema = z.union([
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: wordsSchema }),
  z.strictObject({ kind: z.literal('paragraph'), text: wordsSchema }),
  z.strictObject({ kind: z.literal('list'), items: z.array(wordsSchema).min(1) }),
  z.strictObject({
    kind: z.literal('facts'),
    rows: z.array(z.strictObject({ label: wordsSchema, value: wordsSchema })).min(1),
  }),
  tableSchema,
  z.strictObject({ kind: z.literal('pageBreak') }),
]);

/** The text of one sample dossier (thuyết minh nhiệm vụ), from which its PDF is made. */
export const dossierTextSchema = z.strictObject({
  /** Name of the PDF beside the text. */
  file: z.string().regex(/^[a-z0-9-]+\.pdf$/),
  heading: wordsSchema,
  programme: lineSchema,
  code: lineSchema.min(1),
  title: lineSchema.min(1),
  hostOrganisation: lineSchema.min(1),
  /** The host organisation as its letterhead breaks it into lines. */
  letterhead: lineSchema.min(1),
  principalInvestigator: lineSchema.min(1),
  place: lineSchema.min(1),
  date: daySchema,
  /** Says in full that nothing in the text is real; stands below the title. */
  notice: wordsSchema,
  /** The same in a few words, for the head of the first page and the end of the last. */
  mark: wordsSchema,
  blocks: z.array(blockSchema).min(1),
  signatures: z.array(z.strictObject({ title: wordsSchema, note: wordsSchema, name: wordsSchema })).min(1),
});
export type DossierText = z.infer<typeof dossierTextSchema>;

const cell = (text: string, strong = false): Cell => ({ runs: strong ? bold(text) : plain(text) });

const blocksOf = (block: DossierText['blocks'][number]): readonly Block[] => {
  switch (block.kind) {
    case 'pageBreak':
      return [{ kind: 'pageBreak' }];
    case 'heading':
      return [{ kind: 'heading', level: block.level, number: null, text: block.text }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: plain(block.text) }];
    case 'list':
      return [{ kind: 'list', marker: 'dash', items: block.items.map(plain) }];
    case 'facts':
      return [
        {
          kind: 'table',
          name: 'Thông tin chung',
          columns: [
            { share: 3, align: 'left' },
            { share: 7, align: 'left' },
          ],
          head: [],
          rows: block.rows.map(({ label, value }) => [cell(label, true), cell(value)]),
          smaller: 1,
        },
      ];
    case 'table':
      return [
        { kind: 'heading', level: 3, number: null, text: block.caption },
        {
          kind: 'table',
          name: block.caption,
          columns: block.columns.map(({ width, align }) => ({ share: width, align })),
          head: [block.columns.map(({ header }) => cell(header))],
          rows: [
            ...block.rows.map((row) => row.map((text) => cell(text))),
            ...(block.total === null ? [] : [block.total.map((text) => cell(text, true))]),
          ],
          smaller: 1,
        },
      ];
  }
};

/** The dossier as a paper: letterhead of the host organisation, title, the notice that it is a sample, text, signatures. */
export const dossierPaper = (text: DossierText): Paper => ({
  id: text.file.replace(/\.pdf$/, ''),
  kind: 'dossierText',
  title: `${text.heading}: ${text.title}`,
  lang: 'vi',
  orientation: 'portrait',
  formLines: [text.mark],
  watermark: null,
  bodySize: 13,
  logos: [],
  blocks: [
    {
      kind: 'letterhead',
      parentBody: null,
      body: text.letterhead,
      number: `Mã hồ sơ: ${text.code}`,
      placeDate: placeAndDate(text.place, parseDay(text.date)),
    },
    { kind: 'title', name: text.heading, about: text.title },
    { kind: 'paragraph', runs: plain(text.programme), align: 'center' },
    { kind: 'paragraph', runs: italic(text.notice), align: 'center' },
    ...text.blocks.flatMap(blocksOf),
    {
      kind: 'signatures',
      placeDate: null,
      columns: text.signatures.map(({ title, note, name }) => ({ title: [title], hint: note, name, field: null })),
      recipients: [],
    },
    { kind: 'space', height: 8 },
    { kind: 'paragraph', runs: italic(`${text.mark}.`), align: 'center' },
  ],
});
