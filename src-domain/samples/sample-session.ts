import { z } from 'zod';
import type { Ballot } from '#domain/forms/ballot.ts';
import { commentSchema } from '#domain/forms/ballot.ts';
import { decimalSchema, type Form } from '#domain/forms/form.ts';
import { checkBallot, criteriaOf } from '#domain/forms/points.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import type { DossierText } from '#domain/samples/dossier-text.ts';
import { blankDossier } from '#domain/session/blank.ts';
import type { PersonalEvent, SessionEvent, SessionField } from '#domain/session/events.ts';
import {
  attendanceSchema,
  conflictSchema,
  daySchema,
  idSchema,
  lineSchema,
  memberSchema,
  sessionSchema,
  statementSchema,
  textSchema,
  type Attachment,
} from '#domain/session/state.ts';

/** A whole session as the sample folder describes it: what is prepared, who came, what was said. */
export const sampleSessionSchema = z.strictObject({
  /** Says that nothing in the sample is real. */
  notice: z.string().min(1),
  council: sessionSchema.shape.council,
  meeting: sessionSchema.shape.meeting,
  /** The task all dossiers compete for, and the last day for handing them in. */
  contest: lineSchema.min(1),
  dossiersDue: daySchema,
  members: z.array(memberSchema).min(1),
  /** `content` names the file with the dossier's text beside the session. */
  dossiers: z.array(z.strictObject({ id: idSchema, content: z.string().regex(/^[a-z0-9-]+\.json$/) })).min(1),
  conflicts: z.array(conflictSchema.omit({ at: true }).extend({ memberId: idSchema, dossierId: idSchema })),
  attendance: z.array(attendanceSchema.extend({ memberId: idSchema })),
  /** The first is the head. */
  countingCommittee: z.array(idSchema).min(1),
  minutes: z.strictObject({
    number: lineSchema,
    symbol: lineSchema,
    opening: textSchema,
    statements: z.array(statementSchema.omit({ id: true })),
    recommendations: z.record(idSchema, textSchema),
    generalRecommendation: textSchema,
  }),
});
export type SampleSession = z.infer<typeof sampleSessionSchema>;

/** What each member gives and writes: the fixed table the members' returns of the sample are made from. */
export const sampleReturnsSchema = z.strictObject({
  notice: z.string().min(1),
  ballots: z
    .array(
      z.strictObject({
        memberId: idSchema,
        dossierId: idSchema,
        /** Points and comments criterion by criterion, in the order of the form. */
        points: z.array(decimalSchema).min(1),
        comments: z.array(commentSchema).min(1),
        overall: commentSchema,
      }),
    )
    .min(1),
});
export type SampleReturns = z.infer<typeof sampleReturnsSchema>;

const field = (name: SessionField, value: string | null): PersonalEvent => ({ type: 'field.set', field: name, value });

/**
 * The session as its secretary has prepared it, ready for the packages to be made: council, meeting, pack, members, dossiers with
 * their attachments, and the conflicts of interest already decided. Starts with `session.created`.
 */
export const samplePreparation = (
  sample: SampleSession,
  {
    id,
    pack,
    texts,
    attachments,
  }: {
    readonly id: string;
    readonly pack: Pack | null;
    /** Texts and stored files of the dossiers, by dossier id. */
    readonly texts: Readonly<Record<string, DossierText>>;
    readonly attachments: Readonly<Record<string, readonly Attachment[]>>;
  },
): readonly SessionEvent[] => {
  const { council, meeting } = sample;
  return [
    { type: 'session.created', id },
    { type: 'council.kindSet', kind: council.kind },
    field('council.programme', council.programme),
    field('council.name', council.name),
    field('council.decision.number', council.decision.number),
    field('council.decision.date', council.decision.date),
    field('council.decision.issuer', council.decision.issuer),
    field('council.decision.parentIssuer', council.decision.parentIssuer),
    field('council.taskApprovedOn', council.taskApprovedOn),
    ...(pack === null ? [] : [{ type: 'pack.chosen', pack, reason: '' } as const]),
    field('meeting.place', meeting.place),
    field('meeting.startsAt', meeting.startsAt),
    field('meeting.form', meeting.form),
    field('meeting.guests', meeting.guests),
    field('meeting.agenda', meeting.agenda),
    field('meeting.deadline', meeting.deadline),
    ...sample.members.map((member) => ({ type: 'member.added', member }) as const),
    ...sample.dossiers.flatMap(({ id: dossierId }): readonly SessionEvent[] => {
      const text = texts[dossierId];
      if (!text) throw new RangeError(`The sample has no text for dossier ${dossierId}`);
      return [
        {
          type: 'dossier.added',
          dossier: {
            ...blankDossier(dossierId),
            code: text.code,
            title: text.title,
            hostOrganisation: text.hostOrganisation,
            principal: text.principalInvestigator,
            contest: sample.contest,
            lateness: { daysLate: 0, due: sample.dossiersDue, consented: false },
          },
        },
        ...(attachments[dossierId] ?? []).map(
          (attachment) => ({ type: 'attachment.added', dossierId, attachment }) as const,
        ),
      ];
    }),
    ...sample.conflicts.map((conflict) => ({ type: 'conflict.set', ...conflict }) as const),
  ];
};

/** Who came and who counts: recorded in the meeting, before the count is closed. */
export const sampleAttendance = (sample: SampleSession): readonly PersonalEvent[] => [
  ...sample.attendance.map(
    ({ memberId, ...attendance }) => ({ type: 'attendance.set', memberId, attendance }) as const,
  ),
  { type: 'counting.committeeSet', committee: sample.countingCommittee },
];

/** What was said and what the council recommends, for the minutes. */
export const sampleMinutes = (sample: SampleSession): readonly PersonalEvent[] => [
  field('meeting.endsAt', sample.meeting.endsAt),
  field('minutes.number', sample.minutes.number),
  field('minutes.symbol', sample.minutes.symbol),
  field('minutes.opening', sample.minutes.opening),
  ...sample.minutes.statements.map(
    (statement, index) => ({ type: 'statement.added', statement: { ...statement, id: `s${index + 1}` } }) as const,
  ),
  ...Object.entries(sample.minutes.recommendations).map(
    ([dossierId, text]) => ({ type: 'recommendation.set', dossierId, text }) as const,
  ),
  field('minutes.generalRecommendation', sample.minutes.generalRecommendation),
];

/**
 * The members' ballots on a form that gives points, member to dossier. Throws a RangeError where the table does not fit the
 * form: another number of criteria, points over the maximum or off the step, a demanded comment missing.
 */
export const sampleBallots = (
  returns: SampleReturns,
  form: Form,
): Readonly<Record<string, Readonly<Record<string, Ballot>>>> => {
  const asked = criteriaOf(form, []);
  const table: Record<string, Record<string, Ballot>> = {};
  for (const { memberId, dossierId, points, comments, overall } of returns.ballots) {
    const answers = asked.map(({ key }, index) => {
      const given = points[index];
      return [
        key,
        {
          value: given === undefined ? null : { kind: 'points' as const, points: given },
          comment: comments[index] ?? '',
        },
      ] as const;
    });
    const ballot: Ballot = {
      answers: Object.fromEntries(answers),
      opinion: null,
      opinionFields: {},
      comment: overall,
      abstained: false,
    };
    const fits = points.length === asked.length && comments.length === asked.length;
    if (!fits || !checkBallot(form, [], ballot).complete)
      throw new RangeError(`The sample ballot of ${memberId} on ${dossierId} does not fit the form ${form.id}`);
    (table[memberId] ??= {})[dossierId] = ballot;
  }
  return table;
};
