import type { SessionField } from '#domain/session/events.ts';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { DateTimeField } from '../../ui/date-field.tsx';
import { TextArea, TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { afterwards, Deadlines } from '../deadlines/deadlines.tsx';
import { Frozen } from './frozen.tsx';
import classes from './minutes.module.css';
import { MinutesPreview } from './minutes-preview.tsx';
import { MinutesStanding } from './minutes-standing.tsx';
import { Recommendations } from './recommendations.tsx';
import { Statements } from './statements.tsx';

/** Step 11: what was said and what the council recommends, with the minutes as they will print beside it. */
export const MinutesScreen = () => {
  const t = useMessages(minutesMessages);
  const names = useMessages(stepMessages);
  const { state, record } = useSession();
  const { minutes, meeting } = state;
  const set = (field: SessionField) => (value: string | null) => record({ type: 'field.set', field, value }, field);

  return (
    <Page title={names.minutes} lead={t.lead} width="full">
      <MinutesStanding />
      <Frozen when={minutes.state !== 'draft'}>
        <Section title={t.headTitle}>
          <div className={classes.pair}>
            <TextLine label={t.number} value={minutes.number} onChange={set('minutes.number')} />
            <TextLine
              label={t.symbol}
              placeholder={t.symbolHint}
              value={minutes.symbol}
              onChange={set('minutes.symbol')}
            />
          </div>
          <DateTimeField
            label={t.endsAt}
            value={meeting.endsAt}
            onChange={set('meeting.endsAt')}
            usualTime="11:30"
            usualDay={meeting.startsAt?.slice(0, 10) ?? null}
          />
          <TextArea
            label={t.opening}
            description={t.openingHint}
            value={minutes.opening}
            onChange={set('minutes.opening')}
          />
        </Section>
        <Statements />
        <Recommendations />
      </Frozen>
      <MinutesPreview />
      <Deadlines only={afterwards} />
    </Page>
  );
};
