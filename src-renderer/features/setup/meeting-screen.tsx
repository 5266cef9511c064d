import { meetingFormSchema } from '#domain/session/state.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { DateTimeField } from '../../ui/date-field.tsx';
import { Choice, LongLine, TextArea } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Fields, Section } from '../../ui/section.tsx';
import { Deadlines } from '../deadlines/deadlines.tsx';
import { SecretChoice } from '../secret-ballot/secret-choice.tsx';
import { useSetField } from './use-set-field.ts';

/** Step 2: where, when and how the council meets, who is invited, what is on the agenda. */
export const MeetingScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const { state } = useSession();
  const set = useSetField();
  const { meeting } = state;
  const rules = state.pack === null ? undefined : rulesFor(state.pack, state.council.kind);
  const day = meeting.startsAt?.slice(0, 10) ?? null;

  return (
    <Page title={names.meeting} lead={t.meetingLead}>
      <Fields>
        <LongLine label={t.place} description={t.placeHint} value={meeting.place} onChange={set('meeting.place')} />
        <Choice
          label={t.form}
          value={meeting.form}
          options={meetingFormSchema.options.map((form) => ({ value: form, label: ts[form] }))}
          onChange={set('meeting.form')}
        />
        {rules !== undefined && !rules.meetingForms.allowed.includes(meeting.form) && (
          <Notice tone="attention">{t.formNotAllowed}</Notice>
        )}
        <Fields columns={2}>
          <DateTimeField
            label={t.startsAt}
            value={meeting.startsAt}
            onChange={set('meeting.startsAt')}
            usualTime="08:00"
          />
          <DateTimeField
            label={t.endsAt}
            value={meeting.endsAt}
            onChange={set('meeting.endsAt')}
            usualTime="11:30"
            usualDay={day}
          />
        </Fields>
        {meeting.startsAt !== null && meeting.endsAt !== null && meeting.endsAt < meeting.startsAt && (
          <Notice tone="wrong">{t.endsBeforeStart}</Notice>
        )}
        <DateTimeField
          label={t.deadline}
          description={t.deadlineHint}
          value={meeting.deadline}
          onChange={set('meeting.deadline')}
          usualTime="17:00"
        />
        {meeting.startsAt !== null && meeting.deadline !== null && meeting.deadline > meeting.startsAt && (
          <Notice tone="attention">{t.deadlineAfterStart}</Notice>
        )}
      </Fields>
      <SecretChoice />
      <Deadlines />
      <Section title={t.guests}>
        <TextArea
          label={t.guests}
          labelProps={{ className: 'visually-hidden' }}
          description={t.guestsHint}
          value={meeting.guests}
          onChange={set('meeting.guests')}
        />
      </Section>
      <Section title={t.agenda}>
        <TextArea
          label={t.agenda}
          labelProps={{ className: 'visually-hidden' }}
          description={t.agendaHint}
          minRows={5}
          value={meeting.agenda}
          onChange={set('meeting.agenda')}
        />
      </Section>
      <HelpPanel>
        <p>{t.meetingHelp1}</p>
        <p>{t.meetingHelp2}</p>
      </HelpPanel>
    </Page>
  );
};
