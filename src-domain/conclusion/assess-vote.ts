import type { Form } from '#domain/forms/form.ts';
import type { VoteRules } from '#domain/regulation/pack.ts';
import { sameText, type Text } from '#domain/text/bilingual.ts';
import { packText } from '#domain/regulation/reading.ts';
import { packReadings } from '#domain/text/pack-readings.ts';
import type { Assessment } from './assessment.ts';
import type { Case } from './case.ts';
import { countVotes } from './count-votes.ts';
import { both, computedStep, conditionText, conditionsMetOrNot, numberFigure, recordedStep } from './step-parts.ts';
import type { Step } from './step.ts';
import type { CountedBallot, Tally } from './tally.ts';

export type Vote = 'for' | 'against' | 'forWithChanges';

const voteOf = ({ ballot }: CountedBallot, tally: Tally, from: VoteRules['from']): Vote | null => {
  if (!ballot) return null;
  if (from === 'opinion') return tally.form.opinions.find(({ id }) => id === ballot.opinion)?.meaning ?? null;
  const items = tally.asked.flatMap(({ key }) => {
    const value = ballot.answers[key]?.value;
    return value?.kind === 'passFail' ? [value.passed] : [];
  });
  return items.length > 0 && items.every((passed) => passed) ? 'for' : 'against';
};

/** What a vote is called: the form's own words where opinions decide, đạt or không đạt where the items do. */
export const voteLabel = (form: Form, from: VoteRules['from'], vote: Vote): Text => {
  if (from === 'items') return both((t) => t.level(vote === 'against' ? 'fail' : 'pass'));
  const own = form.opinions.find(({ meaning }) => meaning === vote)?.label;
  const common = both((t) => t.vote(vote));
  return own === undefined ? common : { vi: own, en: packReadings.get(own) ?? common.en };
};

const followUpStep = (id: string, input: Case, tally: Tally, topic: VoteRules['followUps'][number]): Step | null => {
  const vote = input.followUpVotes.find((entry) => entry.dossier === tally.dossier.id && entry.topic === topic.id);
  if (!vote) return null;
  const figures = [
    numberFigure(
      'agree',
      both((t) => t.agree()),
      vote.agree,
    ),
    numberFigure(
      'disagree',
      both((t) => t.disagree()),
      vote.disagree,
    ),
    numberFigure(
      'whole',
      both((t) => t.base('present')),
      tally.denominators.present,
    ),
  ];
  const title = packText(topic.text);
  if (topic.fraction === null)
    return recordedStep({
      id,
      title,
      source: topic.source,
      figures,
      text: vote.text.trim() === '' ? both((t) => t.followUpRecorded()) : sameText(vote.text),
    });
  return computedStep({
    id,
    title,
    source: topic.source,
    figures,
    computation: { op: 'share', part: 'agree', whole: 'whole', ...topic.fraction, negated: false },
    text: conditionText(
      both((t) => t.followUpAgreed()),
      both((t) => t.followUpNotAgreed()),
    ),
  });
};

/** The share of members for a dossier, and the votes taken after the ballots. */
export const assessVote = (input: Case, vote: VoteRules, tally: Tally): Assessment => {
  const id = `dossier.${tally.dossier.id}`;
  const { fraction, of, source } = vote.approval;
  const label = (given: Vote): Text => voteLabel(tally.form, vote.from, given);
  const judgements = new Map(
    tally.judged.flatMap((ballot) => {
      const given = voteOf(ballot, tally, vote.from);
      return given ? [[ballot.member.id, { id: given, label: label(given) }] as const] : [];
    }),
  );
  const counted = countVotes([...judgements.values()].map((judgement) => judgement.id));
  const votes = {
    for: counted['for'] ?? 0,
    forWithChanges: counted['forWithChanges'] ?? 0,
    against: counted['against'] ?? 0,
  };
  const whole = tally.denominators[of];
  const approving = votes.for + (vote.withChanges.countsAsFor ? votes.forWithChanges : 0);
  const share = (part: number): Step['computation'] & object => ({
    op: 'share',
    part: part === 0 ? 'for' : 'approving',
    whole: 'whole',
    ...fraction,
    negated: false,
  });
  const wholeFigure = numberFigure(
    'whole',
    both((t) => t.base(of)),
    whole,
  );
  const sumStep = computedStep({
    id: `${id}.approving`,
    title: both((t) => t.approving()),
    source: vote.withChanges.source,
    figures: [
      numberFigure('for', label('for'), votes.for),
      numberFigure('forWithChanges', label('forWithChanges'), votes.forWithChanges),
      numberFigure('against', label('against'), votes.against),
    ],
    computation: { op: 'sum', of: vote.withChanges.countsAsFor ? ['for', 'forWithChanges'] : ['for'] },
    text: () => both((t) => t.approvingText(approving, whole)),
  });
  const approval = computedStep({
    id: `${id}.approval`,
    title: both((t) => t.approval(t.fraction(fraction.num, fraction.den, fraction.comparison), t.base(of))),
    source,
    figures: [
      numberFigure(
        'approving',
        both((t) => t.approving()),
        sumStep.outcome.value ?? '',
      ),
      wholeFigure,
    ],
    children: [sumStep],
    computation: share(1),
    text: conditionText(
      both((t) => t.approvalMet(approving, whole)),
      both((t) => t.approvalNotMet(approving, whole)),
    ),
  });
  const plain = computedStep({
    id: `${id}.withoutChanges`,
    title: both((t) => t.withoutChanges()),
    source,
    figures: [numberFigure('for', label('for'), votes.for), wholeFigure],
    computation: share(0),
    text: conditionText(
      both((t) => t.withoutChangesMet()),
      both((t) => t.withoutChangesNotMet()),
    ),
  });
  const approved = approval.outcome.kind === 'holds';
  const followUps = vote.followUps
    .filter(({ when }) => (when === 'approved') === approved)
    .flatMap((topic) => followUpStep(`${id}.followUp.${topic.id}`, input, tally, topic) ?? []);
  const conditions = computedStep({
    id: `${id}.conditions`,
    title: both((t) => t.conditions()),
    children: [approval],
    computation: { op: 'all' },
    text: conditionsMetOrNot(),
  });
  return {
    tally,
    conditions,
    others: [...(approved && votes.forWithChanges > 0 ? [plain] : []), ...followUps],
    mean: null,
    ranked: null,
    criteria: tally.asked.map(({ key, criterion }) => ({
      key,
      label: packText(criterion.label),
      max: null,
      min: null,
      mean: null,
      zeros: 0,
    })),
    grade: null,
    judgements,
    votes,
    changes: approved && plain.outcome.kind !== 'holds',
    flagged: [],
    warnings: [],
  };
};
