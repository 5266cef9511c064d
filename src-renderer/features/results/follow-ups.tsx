import { Button } from '@mantine/core';
import type { Conclusion, Verdict } from '#domain/conclusion/step.ts';
import { rulesFor, type VoteRules } from '#domain/regulation/pack.ts';
import type { Session } from '#domain/session/state.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { LongLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './results.module.css';

type FollowUp = VoteRules['followUps'][number];
type Vote = Session['followUpVotes'][string][string];

const approved = (verdict: Verdict): boolean => verdict === 'recommended' || verdict === 'recommendedWithChanges';

/** Votes taken in the meeting once the ballots are counted (name, aims, products …). Absent where the pack names none. */
export const FollowUps = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const { state } = useSession();
  const rules = state.pack ? rulesFor(state.pack, state.council.kind)?.conclusion : undefined;
  if (rules?.method !== 'vote' || rules.followUps.length === 0) return null;
  const wanted = conclusion.dossiers.flatMap(({ id, verdict }, index) => {
    const topics = rules.followUps.filter(
      ({ id: topic, when }) =>
        state.followUpVotes[id]?.[topic] !== undefined ||
        (when === 'approved' ? approved(verdict) : verdict === 'notRecommended'),
    );
    return topics.length === 0 ? [] : [{ id, number: index + 1, topics }];
  });
  return (
    <Section title={t.followUpsTitle} lead={t.followUpsLead}>
      {wanted.length === 0 && <p>{t.followUpsNone}</p>}
      {wanted.map(({ id, number, topics }) => (
        <div key={id} className={classes.followUps}>
          <h3>
            {t.dossierNumber(number)}: {state.dossiers[id]?.title}
          </h3>
          {topics.map((topic) => (
            <FollowUpVote key={topic.id} dossierId={id} topic={topic} vote={state.followUpVotes[id]?.[topic.id]} />
          ))}
        </div>
      ))}
    </Section>
  );
};

type Props = { readonly dossierId: string; readonly topic: FollowUp; readonly vote: Vote | undefined };

const FollowUpVote = ({ dossierId, topic, vote }: Props) => {
  const t = useMessages(resultMessages);
  const { words } = usePackReader();
  const { record, readOnly } = useSession();
  const set = (changes: Partial<Vote>) =>
    record(
      {
        type: 'followUp.voted',
        dossierId,
        topic: topic.id,
        vote: { agree: 0, disagree: 0, text: '', ...vote, ...changes },
      },
      `followUp.${dossierId}.${topic.id}`,
    );
  return (
    <fieldset className={classes.followUp}>
      <legend>{words(topic.text)}</legend>
      <p className={classes.markLine}>
        <Mark mark={topic.source.mark} />
        {topic.fraction && t[topic.fraction.comparison](topic.fraction.num, topic.fraction.den)}
      </p>
      <div className={classes.buttons}>
        {(['agree', 'disagree'] as const).map((side) => (
          <NumberField
            key={side}
            label={side === 'agree' ? t.followUpAgree : t.followUpDisagree}
            wrong={t.followUpWrong}
            needed={t.followUpNeeded}
            whole
            value={vote === undefined ? null : String(vote[side])}
            onChange={(typed) => {
              if (typed !== null) set({ [side]: Math.min(99, Number(typed)) });
            }}
          />
        ))}
      </div>
      <LongLine label={t.followUpText} value={vote?.text ?? ''} onChange={(text) => set({ text })} />
      {vote && (
        <div>
          <Button
            variant="subtle"
            size="sm"
            disabled={readOnly}
            onClick={() => record({ type: 'followUp.cleared', dossierId, topic: topic.id })}
          >
            {t.followUpClear}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
