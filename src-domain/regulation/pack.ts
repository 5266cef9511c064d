import { z } from 'zod';
import { decimalSchema, formSchema, keySchema } from '#domain/forms/form.ts';
import { sourceSchema } from '#domain/regulation/source.ts';

/** The kinds of meeting a pack can rule: four councils and the inspection team. */
export const councilKindSchema = z.enum(['identification', 'selection', 'acceptance', 'appraisal', 'inspection']);
export type CouncilKind = z.infer<typeof councilKindSchema>;

/** Offices at the table; `administrativeSecretary` is not a member, doesn't vote and counts in no denominator. */
export const officeSchema = z.enum([
  'chair',
  'viceChair',
  'reviewer',
  'scientificSecretary',
  'member',
  'administrativeSecretary',
]);
export type Office = z.infer<typeof officeSchema>;

/** "ít nhất" and "trên" are different rules: 6 of 8 is at least 3/4 and not more than 3/4. */
export const comparisonSchema = z.enum(['atLeast', 'moreThan']);
export type Comparison = z.infer<typeof comparisonSchema>;

/** A share compared by whole numbers: `atLeast` is den*part >= num*whole, `moreThan` is den*part > num*whole. */
export const fractionSchema = z.strictObject({
  num: z.int().min(0).max(1_000),
  den: z.int().min(1).max(1_000),
  comparison: comparisonSchema,
});
export type Fraction = z.infer<typeof fractionSchema>;

/**
 * What a share is a share of. `present`: members at the meeting who may judge the dossier (those recused are not among them);
 * `judged`: valid ballots that are not abstentions.
 */
export const baseSchema = z.enum(['total', 'present', 'returned', 'valid', 'judged']);
export type Base = z.infer<typeof baseSchema>;

const text = z.string().min(1).max(4_000);
const day = z.iso.date();
/** A rule that is words only: shown and printed, computed by nobody. */
export const statedRuleSchema = z.strictObject({ id: keySchema, text, source: sourceSchema });
export type StatedRule = z.infer<typeof statedRuleSchema>;

export const compositionSchema = z.strictObject({
  /** Number of members; `allowed` lists the only numbers taken, null when every number from min to max is. */
  size: z.strictObject({
    min: z.int().min(1).max(99),
    max: z.int().min(1).max(99),
    allowed: z.array(z.int().min(1).max(99)).min(1).nullable(),
    source: sourceSchema,
  }),
  offices: z.array(
    z.strictObject({
      office: officeSchema,
      min: z.int().min(0).max(99),
      max: z.int().min(0).max(99).nullable(),
      source: sourceSchema,
    }),
  ),
  /** Share of members from outside the organisation; null when the rules name none. */
  outside: z.strictObject({ fraction: fractionSchema, source: sourceSchema }).nullable(),
  /** Where members must come from, in words. */
  backgrounds: z.array(statedRuleSchema),
});

export const quorumSchema = z.strictObject({
  /** Share of the members who must take part, of all members. */
  presence: z.strictObject({ fraction: fractionSchema, source: sourceSchema }),
  /** Who must preside; null when the rules name nobody. */
  presiding: z
    .strictObject({
      /** `chairOrAuthorised`: the chair, or the vice-chair with the chair's written authorisation. */
      who: z.enum(['chair', 'chairOrViceChair', 'chairOrAuthorised']),
      source: sourceSchema,
    })
    .nullable(),
  /** Least number of holders of an office who must take part. */
  offices: z.array(z.strictObject({ office: officeSchema, min: z.int().min(1).max(99), source: sourceSchema })),
  /** Does taking part online count as being present? */
  online: z.strictObject({ counts: z.boolean(), source: sourceSchema }),
});

export const conflictRulesSchema = z.strictObject({
  /** Most members from the organisation that hosts the task, and the offices they may not hold. */
  hostMembers: z
    .strictObject({ max: z.int().min(0).max(99), barredOffices: z.array(officeSchema), source: sourceSchema })
    .nullable(),
  exclusions: z.array(statedRuleSchema),
  /** Who leaves before deliberation and voting. */
  leaving: z.array(statedRuleSchema),
  /** Is a recused member still counted as present where the quorum of one dossier is looked at? */
  recused: z.strictObject({ countsForQuorum: z.boolean(), source: sourceSchema }),
});

export const countingCommitteeRuleSchema = z.strictObject({
  size: z.int().min(1).max(9),
  /** Who sits on it, in words; null when not said. */
  composition: text.nullable(),
  source: sourceSchema,
});

/** A deadline warns and never locks work. */
export const deadlineSchema = z.strictObject({
  id: keySchema,
  text,
  amount: z.int().min(0).max(3_660),
  unit: z.enum(['workingDays', 'days', 'months']),
  relation: z.enum(['atLeastBefore', 'atMostAfter']),
  event: z.enum(['meeting', 'validDossier', 'decision']),
  source: sourceSchema,
});

export const invalidReasonSchema = z.enum([
  'blankItem',
  'aboveMaximum',
  'offStep',
  'wrongScale',
  'notApplicableNotAllowed',
  'missingComment',
  'missingOpinion',
  'missingOpinionField',
  'moreThanOneBox',
]);
export type InvalidReason = z.infer<typeof invalidReasonSchema>;

export const validitySchema = z.strictObject({
  invalidWhen: z.array(z.strictObject({ reason: invalidReasonSchema, source: sourceSchema })),
});

export const verdictWordSchema = z.enum(['pass', 'fail']);

/** One grade; the first row any of whose conditions hold is the grade. A row without conditions takes everything left. */
export const gradeSchema = z.strictObject({
  id: keySchema,
  label: text,
  meaning: verdictWordSchema,
  when: z.array(
    z.strictObject({
      points: decimalSchema,
      comparison: comparisonSchema,
      /** Latest hand-in that still earns the grade. */
      late: z.discriminatedUnion('upTo', [
        z.strictObject({ upTo: z.literal('onTime') }),
        z.strictObject({ upTo: z.literal('days'), amount: z.int().min(1).max(3_660) }),
        z.strictObject({ upTo: z.literal('months'), amount: z.int().min(1).max(120) }),
        z.strictObject({ upTo: z.literal('any') }),
      ]),
    }),
  ),
});
export type Grade = z.infer<typeof gradeSchema>;

/** One rung of the tie ladder; tried in order until the tie is broken. */
export const tieRungSchema = z.discriminatedUnion('kind', [
  /** Points of whoever presides. */
  z.strictObject({ kind: z.literal('chairScore'), source: sourceSchema }),
  /** Mean of one criterion, named by its id. */
  z.strictObject({ kind: z.literal('criterion'), criterion: keySchema, source: sourceSchema }),
  /** The one presiding puts the tied dossiers in order, on record. */
  z.strictObject({ kind: z.literal('castingVote'), source: sourceSchema }),
  /** A lot with a recorded seed, which anybody can draw again. */
  z.strictObject({ kind: z.literal('lot'), source: sourceSchema }),
  /** The tie stays; the council recommends and the authority decides. */
  z.strictObject({ kind: z.literal('authority'), source: sourceSchema }),
]);
export type TieRung = z.infer<typeof tieRungSchema>;

export const pointsRulesSchema = z.strictObject({
  method: z.literal('points'),
  /** What every form's maxima add up to. */
  outOf: z.strictObject({ points: decimalSchema, source: sourceSchema }),
  /** Arithmetic mean of the judged ballots of members present. */
  mean: z.strictObject({ source: sourceSchema }),
  threshold: z.strictObject({ points: decimalSchema, comparison: comparisonSchema, source: sourceSchema }).nullable(),
  /** Fails when this share of members scored 0 on the same criterion. */
  zeroRule: z.strictObject({ fraction: fractionSchema, of: baseSchema, source: sourceSchema }).nullable(),
  /** Criteria with a `min` must reach it: in the mean of the judged ballots, or on every one of them. */
  criterionMinimum: z.strictObject({ on: z.enum(['mean', 'everyBallot']), source: sourceSchema }).nullable(),
  /** Grades of the mean. */
  grades: z.strictObject({ rows: z.array(gradeSchema).min(2), source: sourceSchema }).nullable(),
  /** Are the same rows also read for each member's own total (information)? */
  memberGrades: z.strictObject({ source: sourceSchema }).nullable(),
  ranking: z
    .strictObject({
      /** `first`: of the dossiers for one task only the one ranked first is recommended; `all`: every one that passes. */
      recommend: z.enum(['first', 'all']),
      ties: z.array(tieRungSchema),
      source: sourceSchema,
    })
    .nullable(),
});
export type PointsRules = z.infer<typeof pointsRulesSchema>;

export const voteRulesSchema = z.strictObject({
  method: z.literal('vote'),
  /** A member is for the dossier by the opinion chosen, or when every item is đạt. */
  from: z.enum(['opinion', 'items']),
  approval: z.strictObject({ fraction: fractionSchema, of: baseSchema, source: sourceSchema }),
  /** Does "thực hiện với các điều chỉnh" count as being for? */
  withChanges: z.strictObject({ countsAsFor: z.boolean(), source: sourceSchema }),
  /** Votes taken in the meeting once the ballots are counted. */
  followUps: z.array(
    z.strictObject({
      id: keySchema,
      text,
      when: z.enum(['approved', 'rejected']),
      /** Share of those present who must agree; null when the vote is only recorded. */
      fraction: fractionSchema.nullable(),
      source: sourceSchema,
    }),
  ),
});
export type VoteRules = z.infer<typeof voteRulesSchema>;

export const levelsRulesSchema = z.strictObject({
  method: z.literal('levels'),
  member: z.strictObject({
    /** Everything about the products is xuất sắc and the report at least đạt. */
    excellent: z.strictObject({ source: sourceSchema }),
    pass: z.strictObject({
      /** Every quality criterion and the report at least đạt. */
      source: sourceSchema,
      /** Share of the quantity and volume criteria that must be at least đạt. */
      quantityShare: z.strictObject({ fraction: fractionSchema, source: sourceSchema }),
      /** Share of the order that those which fail must still reach. */
      deliveredShare: z.strictObject({ fraction: fractionSchema, source: sourceSchema }),
    }),
    /** Handed in later than this without the authority's consent, the grade is không đạt. */
    lateness: z.strictObject({ months: z.int().min(1).max(120), source: sourceSchema }).nullable(),
  }),
  council: z.strictObject({
    excellent: z.strictObject({
      fraction: fractionSchema,
      of: baseSchema,
      /** And nobody judged không đạt. */
      noneFailing: z.boolean(),
      source: sourceSchema,
    }),
    fail: z.strictObject({ fraction: fractionSchema, of: baseSchema, source: sourceSchema }),
  }),
});
export type LevelsRules = z.infer<typeof levelsRulesSchema>;

export const conclusionRulesSchema = z.discriminatedUnion('method', [
  pointsRulesSchema,
  voteRulesSchema,
  levelsRulesSchema,
]);
export type ConclusionRules = z.infer<typeof conclusionRulesSchema>;

/** Flags a ballot far from the others; a flag asks for a written reason and drops nothing. */
export const outlierSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('off'), source: sourceSchema }),
  /** Further than `points` from the mean of all judged ballots. */
  z.strictObject({ mode: z.literal('absolute'), points: decimalSchema, source: sourceSchema }),
  /** Further than num/den of that mean. */
  z.strictObject({
    mode: z.literal('relative'),
    num: z.int().min(1).max(1_000),
    den: z.int().min(1).max(1_000),
    source: sourceSchema,
  }),
]);

export const roundingSchema = z.strictObject({
  decimals: z.int().min(0).max(6),
  mode: z.enum(['halfUp', 'halfEven', 'down']),
  /** `shown`: only what is shown is rounded, comparisons are exact; `decides`: the rounded mean is what is compared. */
  use: z.enum(['shown', 'decides']),
  source: sourceSchema,
});
export type Rounding = z.infer<typeof roundingSchema>;

export const printedOutputSchema = z.strictObject({
  output: z.enum([
    'ballot',
    'review',
    'scoreSheet',
    'countRecord',
    'minutes',
    'recommendation',
    'dissent',
    'attendanceList',
    'reasoning',
  ]),
  title: text,
  /** Code printed top right; null when none is known. */
  code: z.string().min(1).max(80).nullable(),
  source: sourceSchema,
});

/** Everything a pack says about one kind of council. */
export const councilRulesSchema = z.strictObject({
  kind: councilKindSchema,
  /** Name of the council as the regime calls it. */
  name: text,
  composition: compositionSchema,
  quorum: quorumSchema,
  conflictOfInterest: conflictRulesSchema,
  countingCommittee: countingCommitteeRuleSchema.nullable(),
  deadlines: z.array(deadlineSchema),
  meetingForms: z.strictObject({
    allowed: z.array(z.enum(['inPerson', 'online', 'hybrid'])).min(1),
    source: sourceSchema,
  }),
  forms: z.array(formSchema).min(1),
  validity: validitySchema,
  /** Is the vote secret where the secretary chooses nothing? Null or left out where the text says nothing: it is not. */
  secretBallot: z.strictObject({ secret: z.boolean(), source: sourceSchema }).nullable().optional(),
  /** What happens with an absent member's written comments; they are never counted. */
  absentComments: statedRuleSchema,
  rounding: roundingSchema,
  conclusion: conclusionRulesSchema,
  outlier: outlierSchema,
  dissent: statedRuleSchema,
  /** The council advises: the words of that rule. */
  advisory: statedRuleSchema,
  outputs: z.array(printedOutputSchema),
  order: z.array(statedRuleSchema),
});
export type CouncilRules = z.infer<typeof councilRulesSchema>;

export const packDocumentSchema = z.strictObject({
  number: z.string().min(1).max(200),
  title: text,
  issuedOn: day.nullable(),
  inForceFrom: day.nullable(),
  inForceTo: day.nullable(),
  source: sourceSchema,
});

/**
 * A regulation pack (bộ quy định): what one legal regime says about one or more kinds of council. A shipped pack is never changed in
 * place; a changed one is a version of its own that names what it was based on, who changed it, when and why.
 */
export const packSchema = z.strictObject({
  format: z.literal(1),
  id: keySchema,
  version: z.int().min(1).max(100_000),
  title: text,
  summary: text,
  /** A published draft that was never known to be issued. */
  draft: z.boolean(),
  /** An analogue to start an own pack from; never proposed for a session. */
  template: z.boolean(),
  basedOn: z.strictObject({ id: keySchema, version: z.int().min(1) }).nullable(),
  /** Null for a shipped pack. */
  change: z.strictObject({ author: text, at: z.iso.datetime({ offset: true }), reason: text }).nullable(),
  regime: z.enum(['before2025', 'since2025', 'any']),
  documents: z.array(packDocumentSchema),
  /** Tasks the pack is for: those approved from one day to another, both included; null is open. */
  appliesTo: z.strictObject({
    approvedFrom: day.nullable(),
    approvedTo: day.nullable(),
    level: z.enum(['programme', 'national', 'ministry', 'any']),
    /** Programmes it is made for, e.g. "NSCL"; empty for all. */
    programmes: z.array(z.string().min(1).max(200)),
    source: sourceSchema,
  }),
  /** What the regime calls each kind of council's work, e.g. "tuyển chọn, giao trực tiếp", later "xét tài trợ, đặt hàng". */
  vocabulary: z.strictObject({
    identification: text,
    selection: text,
    acceptance: text,
    appraisal: text,
    inspection: text,
    source: sourceSchema,
  }),
  councils: z.array(councilRulesSchema).min(1),
});
export type Pack = z.infer<typeof packSchema>;

/** The pack's rules for a kind of council; undefined when it has none. */
export const rulesFor = (pack: Pack, kind: CouncilKind): CouncilRules | undefined =>
  pack.councils.find((council) => council.kind === kind);
