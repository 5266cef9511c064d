import type { Decimal, Form } from '#domain/forms/form.ts';
import { checkBallot, criteriaOf, pointsOf, type AskedCriterion, type BallotProblem } from '#domain/forms/points.ts';
import type { CouncilRules } from '#domain/regulation/pack.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import { sameText, type Text } from '#domain/text/bilingual.ts';
import type { Case, CaseBallot, CaseDossier, CaseMember } from './case.ts';
import { bearerOf } from './secret-ballot.ts';
import { both, bothWith, criterionInText } from './step-parts.ts';
import type { BallotStanding, Denominators } from './step.ts';

/** A ballot as it stands in the count. */
export type CountedBallot = {
  readonly member: CaseMember;
  readonly standing: BallotStanding;
  readonly given: CaseBallot | null;
  readonly reason: Text | null;
  /** The judged ballot; null for every other standing. */
  readonly ballot: Ballot | null;
  readonly total: Decimal | null;
  /** Points by answer key; N/A left out. */
  readonly points: Readonly<Record<string, Decimal>>;
};

export type Tally = {
  readonly dossier: CaseDossier;
  readonly form: Form;
  readonly asked: readonly AskedCriterion[];
  readonly ballots: readonly CountedBallot[];
  readonly judged: readonly CountedBallot[];
  readonly denominators: Denominators;
};

/** Those who sit at the table with a vote. */
export const seatsIn = ({ members }: Case): readonly CaseMember[] =>
  members.filter(({ office }) => office !== 'administrativeSecretary');

/** Is the member present as the pack counts presence? */
export const attends = ({ attendance }: Pick<Case, 'attendance'>, rules: CouncilRules, memberId: string): boolean => {
  const status = attendance[memberId] ?? 'absent';
  return status === 'present' || (status === 'online' && rules.quorum.online.counts);
};

/** Problems after which a ballot says too little to be counted, whatever the pack. */
const uncountable: ReadonlySet<BallotProblem['code']> = new Set<BallotProblem['code']>([
  'blankItem',
  'aboveMaximum',
  'offStep',
  'wrongScale',
  'notApplicableNotAllowed',
  'unknownCriterion',
  'unknownOpinion',
]);

const labelOf = (key: string | null, form: Form, asked: readonly AskedCriterion[]): Text => {
  const item = asked.find((question) => question.key === key);
  const field = form.opinions.flatMap(({ fields }) => fields).find(({ id }) => id === key);
  const label = item ? criterionInText(item) : packText(field?.label ?? key ?? '');
  return label.vi === '' ? label : { vi: `“${label.vi}”`, en: `“${label.en}”` };
};

const invalidText = (problems: readonly BallotProblem[], form: Form, asked: readonly AskedCriterion[]): Text => {
  const [first] = problems;
  const where = labelOf(first?.key ?? null, form, asked);
  switch (first?.code) {
    case 'blankItem':
      return bothWith((t, label) => t.invalidBlankItem(label), where);
    case 'aboveMaximum':
      return bothWith((t, label) => t.invalidAboveMaximum(label), where);
    case 'offStep':
      return bothWith((t, label) => t.invalidOffStep(label), where);
    case 'missingComment':
      return bothWith((t, label) => t.invalidMissingComment(label), where);
    case 'missingOpinion':
      return both((t) => t.invalidMissingOpinion());
    case 'missingOpinionField':
      return bothWith((t, label) => t.invalidMissingOpinionField(label), where);
    case 'notApplicableNotAllowed':
      return bothWith((t, label) => t.invalidNotApplicable(label), where);
    case 'wrongScale':
    case 'unknownCriterion':
    case 'unknownOpinion':
    case undefined:
      return bothWith((t, label) => t.invalidOutsideForm(label), where);
  }
};

const judge = (
  member: CaseMember,
  given: CaseBallot,
  {
    form,
    dossier,
    asked,
    rules,
  }: { form: Form; dossier: CaseDossier; asked: readonly AskedCriterion[]; rules: CouncilRules },
): CountedBallot => {
  const none = { member, given, ballot: null, total: null, points: {} };
  const { ballot, ruling } = given;
  if (ruling?.valid === false) return { ...none, standing: 'invalid', reason: rulingText(ruling.reason) };
  if (ballot.abstained) return { ...none, standing: 'abstained', reason: null };
  const check = checkBallot(form, dossier.products, ballot);
  const needsOpinion = rules.conclusion.method === 'vote' && rules.conclusion.from === 'opinion';
  const fatal = check.problems.filter(
    ({ code }) => uncountable.has(code) || (code === 'missingOpinion' && needsOpinion),
  );
  const ruledOut = check.problems.filter(({ code }) =>
    rules.validity.invalidWhen.some(({ reason }) => reason === code),
  );
  // A ruling can save a ballot that lacks a comment, not one that can't be added up.
  const problems = fatal.length > 0 ? fatal : ruling?.valid === true ? [] : ruledOut;
  if (problems.length > 0) return { ...none, standing: 'invalid', reason: invalidText(problems, form, asked) };
  const points = Object.fromEntries(
    asked.flatMap(({ key, criterion }) => {
      const worth = pointsOf(criterion.scale, ballot.answers[key]?.value ?? null);
      return worth === null ? [] : [[key, worth] as const];
    }),
  );
  return { member, given, standing: 'judged', reason: null, ballot, total: check.total, points };
};

const rulingText = (reason: string): Text =>
  reason.trim() === '' ? both((t) => t.ruledInvalid()) : both((t) => t.ruledInvalidFor(reason));

/**
 * Counts one dossier's ballots: which are judged, which are not and why, and every denominator. A ballot of a member who is absent or
 * recused is set aside and stands in none of the four official counts. In a secret vote the members who voted have no row: the rows of
 * the ballots, which nobody knows the members of, stand after those of the members who did not vote.
 */
export const tallyOf = (input: Case, rules: CouncilRules, form: Form, dossier: CaseDossier): Tally => {
  const asked = criteriaOf(form, dossier.products);
  const seats = seatsIn(input);
  const recusedIds = new Set(
    input.recusals.filter((recusal) => recusal.dossier === dossier.id).map(({ member }) => member),
  );
  const own = input.ballots.filter((ballot) => ballot.dossier === dossier.id);
  const secret = input.secretBallot?.find((entry) => entry.dossier === dossier.id);
  const voters = new Set(input.secretBallot ? secret?.members : []);
  const rowOf = (member: CaseMember): CountedBallot => {
    const given = own.find((ballot) => ballot.member === member.id) ?? null;
    const none = { member, given, ballot: null, total: null, points: {}, reason: null };
    if (!attends(input, rules, member.id))
      return { ...none, standing: 'absent', reason: given && both((t) => t.setAsideAbsent()) };
    if (recusedIds.has(member.id)) {
      const why =
        input.recusals.find((recusal) => recusal.dossier === dossier.id && recusal.member === member.id)?.reason ?? '';
      return {
        ...none,
        standing: 'recused',
        reason: why.trim() === '' ? both((t) => t.setAsideRecused()) : sameText(why),
      };
    }
    return given ? judge(member, given, { form, dossier, asked, rules }) : { ...none, standing: 'missing' };
  };
  const ballots = [
    ...seats.filter(({ id }) => !voters.has(id)).map(rowOf),
    ...(input.secretBallot
      ? own.map((given) => judge(bearerOf(given.member), given, { form, dossier, asked, rules }))
      : []),
  ];
  const count = (standing: BallotStanding): number => ballots.filter((ballot) => ballot.standing === standing).length;
  const attending = seats.length - count('absent');
  const present = attending - count('recused');
  const invalid = count('invalid');
  const returned = input.secretBallot ? own.length : present - count('missing');
  const judged = ballots.filter(({ standing }) => standing === 'judged');
  return {
    dossier,
    form,
    asked,
    ballots,
    judged,
    denominators: {
      total: seats.length,
      attending,
      recused: count('recused'),
      present,
      issued: present,
      returned,
      valid: returned - invalid,
      invalid,
      abstained: count('abstained'),
      judged: judged.length,
      setAside: input.secretBallot
        ? (secret?.setAside ?? 0)
        : ballots.filter(({ standing, given }) => given && (standing === 'absent' || standing === 'recused')).length,
    },
  };
};
