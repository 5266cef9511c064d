import { z } from 'zod';
import type { Answer } from '#domain/forms/ballot.ts';
import { commentSchema } from '#domain/forms/ballot.ts';
import { keySchema, type Criterion, type Form } from '#domain/forms/form.ts';
import { councilKindSchema, officeSchema, packSchema, rulesFor, type Pack } from '#domain/regulation/pack.ts';
import { placeOf, shapeProblems, type PlacedProblem } from '#domain/regulation/placed-problem.ts';
import { bilingual } from '#domain/text/bilingual.ts';
import { conclusionMessages } from '#domain/text/messages/conclusion.ts';
import { attendanceStatusSchema, caseTieSchema, type Case } from './case.ts';
import { checkCase, type ReadCase } from './check-case.ts';

const id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/, 'id');
/** A decimal as text ("12.5"), which is exact, or as a plain JSON number. */
const amount = z.union([z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, 'decimal'), z.number().min(0).max(999_999)]);
const delivery = z.strictObject({ ordered: amount, delivered: amount });

const answer = z
  .union([z.string().max(20), z.number().min(0).max(999_999), z.boolean()])
  .nullable()
  .describe(
    'Points ("12.5" or 12.5), a mark (0 to 4), true / false for đạt / không đạt, "excellent" / "pass" / "fail", "n/a", or null for a blank.',
  );

/** The small file `hoidong conclude` reads: what a council was, who came, and how each voted. */
export const caseFileSchema = z.strictObject({
  format: z.literal(1),
  pack: z
    .union([z.string().min(1), packSchema])
    .describe('Id of a shipped pack (see `hoidong packs`), "id@version", or a whole pack.'),
  council: councilKindSchema,
  members: z
    .array(
      z.strictObject({
        id,
        name: z.string().max(1_000).default(''),
        office: officeSchema,
        outside: z.boolean().default(false),
        fromHost: z.boolean().default(false),
        attendance: attendanceStatusSchema.default('present'),
      }),
    )
    .min(1)
    .max(99),
  viceChairAuthorised: z.boolean().default(false),
  dossiers: z
    .array(
      z.strictObject({
        id,
        title: z.string().max(1_000).default(''),
        form: keySchema.optional().describe("The form's id; the council's first form when left out."),
        contest: z.string().max(200).default('').describe('Dossiers for the same task share this word.'),
        products: z
          .array(
            z.strictObject({
              id,
              name: z.string().max(1_000).default(''),
              quantity: delivery.nullable().default(null),
              volume: delivery.nullable().default(null),
            }),
          )
          .default([]),
        daysLate: z.int().min(0).max(36_600).default(0),
        due: z.iso.date().nullable().default(null),
        consented: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(500),
  recusals: z.array(z.strictObject({ member: id, dossier: id, reason: commentSchema.default('') })).default([]),
  ballots: z
    .array(
      z.strictObject({
        member: id,
        dossier: id,
        origin: z.enum(['file', 'paper']).default('file'),
        answers: z.record(z.string().max(140), answer).default({}),
        opinion: keySchema.nullable().default(null),
        opinionFields: z.record(keySchema, commentSchema).default({}),
        comment: commentSchema.default(''),
        abstained: z.boolean().default(false),
        ruling: z
          .strictObject({ valid: z.boolean(), reason: commentSchema.default('') })
          .nullable()
          .default(null),
      }),
    )
    .default([]),
  absentComments: z
    .array(z.strictObject({ member: id, dossier: id.nullable().default(null), comment: commentSchema }))
    .default([]),
  ties: z.array(caseTieSchema).default([]),
  outlierReasons: z.array(z.strictObject({ member: id, dossier: id, reason: commentSchema })).default([]),
  followUpVotes: z
    .array(
      z.strictObject({
        dossier: id,
        topic: keySchema,
        agree: z.int().min(0).max(99),
        disagree: z.int().min(0).max(99),
        text: commentSchema.default(''),
      }),
    )
    .default([]),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** The JSON Schema (draft 2020-12) of a case file. */
export const caseFileJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(caseFileSchema, { target: 'draft-2020-12', io: 'input' }),
  $id: 'urn:hoidong:case:1',
  title: 'HoiDong case 1',
});

const both = bilingual(conclusionMessages);
type AnswerValue = CaseFile['ballots'][number]['answers'][string];

/** A JSON number as a decimal; null where it isn't one a form could hold (exponents, more than six decimals). */
const decimalOf = (value: string | number): string | null => {
  const text = String(value);
  return /^\d{1,6}(\.\d{1,6})?$/.test(text) ? text : null;
};

const valueOf = ({ scale }: Criterion, value: AnswerValue): Answer['value'] | undefined => {
  if (value === null) return null;
  if (value === 'n/a') return { kind: 'notApplicable' };
  switch (scale.kind) {
    case 'points': {
      const points = typeof value === 'boolean' ? null : decimalOf(value);
      return points === null ? undefined : { kind: 'points', points };
    }
    case 'marks':
      return typeof value === 'number' && Number.isInteger(value) && value <= 10
        ? { kind: 'marks', mark: value }
        : undefined;
    case 'passFail':
      return typeof value === 'boolean' ? { kind: 'passFail', passed: value } : undefined;
    case 'levels':
      return value === 'excellent' || value === 'pass' || value === 'fail'
        ? { kind: 'levels', level: value }
        : undefined;
  }
};

type Answers = Case['ballots'][number]['ballot']['answers'];

const answersOf = (
  entry: CaseFile['ballots'][number],
  index: number,
  form: Form | undefined,
): { readonly answers: Answers; readonly problems: readonly PlacedProblem[] } => {
  const criteria = new Map(
    form?.groups.flatMap((group) => group.criteria).map((criterion) => [criterion.id, criterion]),
  );
  const answers: Answers = {};
  const problems: PlacedProblem[] = [];
  for (const [key, given] of Object.entries(entry.answers)) {
    const place = placeOf(['ballots', index, 'answers', key]);
    const criterion = criteria.get(key.split(':')[0] ?? '');
    if (!criterion) {
      problems.push({ place, code: 'caseUnknownCriterion', reason: both((t) => t.caseUnknownCriterion(key)) });
      continue;
    }
    const value = valueOf(criterion, given);
    if (value === undefined)
      problems.push({ place, code: 'caseBadAnswer', reason: both((t) => t.caseBadAnswer(criterion.scale.kind)) });
    else answers[key] = { value, comment: '' };
  }
  return { answers, problems };
};

const findPack = (named: CaseFile['pack'], packs: readonly Pack[]): Pack | undefined => {
  if (typeof named !== 'string') return named;
  const [packId, version] = named.split('@');
  return packs
    .filter((pack) => pack.id === packId && (version === undefined || String(pack.version) === version))
    .sort((left, right) => right.version - left.version)[0];
};

/** Reads a case file; refuses it with every place and reason, or gives the case the engine computes from. */
export const readCaseFile = (data: unknown, packs: readonly Pack[]): ReadCase => {
  const read = caseFileSchema.safeParse(data);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error) };
  const file = read.data;
  const pack = findPack(file.pack, packs);
  if (!pack) {
    const named = typeof file.pack === 'string' ? file.pack : '';
    return {
      ok: false,
      problems: [{ place: 'pack', code: 'caseUnknownPack', reason: both((t) => t.caseUnknownPack(named)) }],
    };
  }
  const forms = rulesFor(pack, file.council)?.forms ?? [];
  const dossiers = file.dossiers.map(({ form, daysLate, due, consented, products, ...dossier }) => ({
    ...dossier,
    formId: form ?? forms[0]?.id ?? 'none',
    lateness: { daysLate, due, consented },
    products: products.map(({ quantity, volume, ...product }) => ({
      ...product,
      quantity: quantity && { ordered: String(quantity.ordered), delivered: String(quantity.delivered) },
      volume: volume && { ordered: String(volume.ordered), delivered: String(volume.delivered) },
    })),
  }));
  const converted = file.ballots.map((entry, index) => {
    const dossier = dossiers.find((item) => item.id === entry.dossier);
    return answersOf(
      entry,
      index,
      forms.find((form) => form.id === dossier?.formId),
    );
  });
  const input: Case = {
    pack,
    council: file.council,
    members: file.members.map(({ attendance: _attendance, ...member }) => member),
    attendance: Object.fromEntries(file.members.map((member) => [member.id, member.attendance])),
    viceChairAuthorised: file.viceChairAuthorised,
    dossiers,
    recusals: file.recusals,
    ballots: file.ballots.map(({ answers: _answers, member, dossier, origin, ruling, ...ballot }, index) => ({
      member,
      dossier,
      origin,
      ruling,
      ballot: { ...ballot, answers: converted[index]?.answers ?? {} },
    })),
    absentComments: file.absentComments,
    ties: file.ties,
    outlierReasons: file.outlierReasons,
    followUpVotes: file.followUpVotes,
  };
  const checked = checkCase(input);
  // Unknown names explain unknown criteria: where the dossier itself is unknown, that is what is told.
  const problems = [
    ...checked,
    ...converted
      .flatMap((entry) => entry.problems)
      .filter(({ code }) => code !== 'caseUnknownCriterion' || checked.length === 0),
  ];
  return problems.length === 0 ? { ok: true, case: input } : { ok: false, problems };
};
