import Big from 'big.js';
import { criteriaOf } from '#domain/forms/points.ts';
import { checkPack } from '#domain/regulation/check-pack.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { placeOf, shapeProblems, type PlacedProblem } from '#domain/regulation/placed-problem.ts';
import { conclusionMessages } from '#domain/text/messages/conclusion.ts';
import { bilingual } from '#domain/text/bilingual.ts';
import { caseSchema, type Case } from './case.ts';
import { ballotNumber } from './secret-ballot.ts';

type Texts = (typeof conclusionMessages)['vi'];
const both = bilingual(conclusionMessages);
const problem = (path: readonly PropertyKey[], code: keyof Texts, reason: (texts: Texts) => string): PlacedProblem => ({
  place: placeOf(path),
  code,
  reason: both(reason),
});

const doubles = (list: string, ids: readonly string[]): readonly PlacedProblem[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [problem([list, index, 'id'], 'caseDouble', (t) => t.caseDouble(id))],
  );

const referenceProblems = (input: Case): readonly PlacedProblem[] => {
  const members = new Map(input.members.map((member) => [member.id, member]));
  const dossiers = new Set(input.dossiers.map(({ id }) => id));
  const member = (path: readonly PropertyKey[], id: string): readonly PlacedProblem[] =>
    members.has(id) ? [] : [problem(path, 'caseUnknownMember', (t) => t.caseUnknownMember(id))];
  const dossier = (path: readonly PropertyKey[], id: string | null): readonly PlacedProblem[] =>
    id === null || dossiers.has(id) ? [] : [problem(path, 'caseUnknownDossier', (t) => t.caseUnknownDossier(id))];
  return [
    ...Object.keys(input.attendance).flatMap((id) => member(['attendance', id], id)),
    ...(['recusals', 'ballots', 'absentComments', 'outlierReasons'] as const).flatMap((list) =>
      input[list].flatMap((entry, index) => [
        ...(input.secretBallot &&
        (list === 'ballots' || list === 'outlierReasons') &&
        ballotNumber(entry.member) !== null
          ? []
          : member([list, index, 'member'], entry.member)),
        ...dossier([list, index, 'dossier'], entry.dossier),
      ]),
    ),
    ...(input.secretBallot ?? []).flatMap((vote, index) => [
      ...dossier(['secretBallot', index, 'dossier'], vote.dossier),
      ...vote.members.flatMap((id, at) => member(['secretBallot', index, 'members', at], id)),
    ]),
    ...input.followUpVotes.flatMap((vote, index) => dossier(['followUpVotes', index, 'dossier'], vote.dossier)),
    ...input.ties.flatMap((tie, index) =>
      tie.kind === 'castingVote'
        ? tie.order.flatMap((id, at) => dossier(['ties', index, 'order', at], id))
        : tie.dossiers.flatMap((id, at) => dossier(['ties', index, 'dossiers', at], id)),
    ),
    ...input.ballots.flatMap((ballot, index) => [
      ...(members.get(ballot.member)?.office === 'administrativeSecretary'
        ? [problem(['ballots', index, 'member'], 'caseNotAMember', (t) => t.caseNotAMember(ballot.member))]
        : []),
      ...(input.ballots.findIndex((other) => other.member === ballot.member && other.dossier === ballot.dossier) ===
      index
        ? []
        : [problem(['ballots', index], 'caseDoubleBallot', (t) => t.caseDoubleBallot(ballot.member, ballot.dossier))]),
    ]),
  ];
};

const ruleProblems = (input: Case): readonly PlacedProblem[] => {
  const rules = rulesFor(input.pack, input.council);
  if (!rules) return [problem(['council'], 'caseNoRules', (t) => t.caseNoRules(input.council))];
  const topics = rules.conclusion.method === 'vote' ? rules.conclusion.followUps.map(({ id }) => id) : [];
  const seats = input.members.filter(({ office }) => office !== 'administrativeSecretary').length;
  const forms = new Map(rules.forms.map((form) => [form.id, form]));
  return [
    ...input.dossiers.flatMap((dossier, index) => [
      ...(forms.has(dossier.formId)
        ? []
        : [problem(['dossiers', index, 'formId'], 'caseUnknownForm', (t) => t.caseUnknownForm(dossier.formId))]),
      ...dossier.products.flatMap((product, at) =>
        (['quantity', 'volume'] as const).flatMap((aspect) => {
          const figures = product[aspect];
          return figures && new Big(figures.ordered).eq(0)
            ? [
                problem(['dossiers', index, 'products', at, aspect, 'ordered'], 'caseBadDelivery', (t) =>
                  t.caseBadDelivery(),
                ),
              ]
            : [];
        }),
      ),
    ]),
    ...input.ballots.flatMap((entry, index) => {
      const dossier = input.dossiers.find(({ id }) => id === entry.dossier);
      const form = dossier && forms.get(dossier.formId);
      if (!form) return [];
      const keys = new Set(criteriaOf(form, dossier.products).map(({ key }) => key));
      return Object.keys(entry.ballot.answers)
        .filter((key) => !keys.has(key))
        .map((key) =>
          problem(['ballots', index, 'ballot', 'answers', key], 'caseUnknownCriterion', (t) =>
            t.caseUnknownCriterion(key),
          ),
        );
    }),
    ...input.followUpVotes.flatMap((vote, index) => [
      ...(topics.includes(vote.topic)
        ? []
        : [problem(['followUpVotes', index, 'topic'], 'caseUnknownTopic', (t) => t.caseUnknownTopic(vote.topic))]),
      ...(vote.agree + vote.disagree > seats
        ? [
            problem(['followUpVotes', index], 'caseVotesAbovePresent', (t) =>
              t.caseVotesAbovePresent(vote.agree + vote.disagree, seats),
            ),
          ]
        : []),
    ]),
  ];
};

/** Says everything contradictory in a case whose shape is right: its pack's own problems, unknown names, doubles, impossible votes. */
export const checkCase = (input: Case): readonly PlacedProblem[] => [
  ...checkPack(input.pack).map((found) => ({ ...found, place: found.place === '' ? 'pack' : `pack.${found.place}` })),
  ...doubles(
    'members',
    input.members.map(({ id }) => id),
  ),
  ...doubles(
    'dossiers',
    input.dossiers.map(({ id }) => id),
  ),
  ...(input.members.filter(({ office }) => office === 'chair').length > 1
    ? [problem(['members'], 'caseTwoChairs', (t) => t.caseTwoChairs())]
    : []),
  ...referenceProblems(input),
  ...ruleProblems(input),
];

export type ReadCase =
  { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Takes data that claims to be a case; refuses it with every place and reason, or gives the case. */
export const readCase = (data: unknown): ReadCase => {
  const read = caseSchema.safeParse(data);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error) };
  const problems = checkCase(read.data);
  return problems.length === 0 ? { ok: true, case: read.data } : { ok: false, problems };
};
