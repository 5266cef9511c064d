import { hasBallots as ballotsExist } from '#domain/session/secret-ballot.ts';
import { Switch } from '@mantine/core';
import { councilKindSchema } from '#domain/regulation/pack.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Choice, LongLine, TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Fields, Section } from '../../ui/section.tsx';
import { PackChoice } from './pack-choice.tsx';
import { useSetField } from './use-set-field.ts';

/** Step 1: the council as its decision names it, and the regulation that applies. */
export const CouncilScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const { state, readOnly, record } = useSession();
  const set = useSetField();
  const { council } = state;
  const hasBallots = ballotsExist(state);

  return (
    <Page title={names.council} lead={t.councilLead}>
      <Fields>
        <Choice
          label={t.kind}
          description={hasBallots ? t.kindLocked : undefined}
          disabled={hasBallots}
          value={council.kind}
          options={councilKindSchema.options.map((kind) => ({ value: kind, label: ts[kind] }))}
          onChange={(kind) => record({ type: 'council.kindSet', kind })}
        />
        <LongLine
          label={t.councilName}
          description={t.councilNameHint}
          value={council.name}
          onChange={set('council.name')}
        />
        <LongLine
          label={t.programme}
          description={t.programmeHint}
          value={council.programme}
          onChange={set('council.programme')}
        />
        <Switch
          label={t.rehearsal}
          description={t.rehearsalHint}
          checked={state.rehearsal}
          disabled={readOnly}
          onChange={(event) => record({ type: 'rehearsal.set', rehearsal: event.currentTarget.checked })}
        />
      </Fields>
      <Section title={t.decision}>
        <Fields columns={2}>
          <TextLine
            label={t.decisionNumber}
            value={council.decision.number}
            onChange={set('council.decision.number')}
          />
          <DateField label={t.decisionDate} value={council.decision.date} onChange={set('council.decision.date')} />
          <TextLine label={t.issuer} value={council.decision.issuer} onChange={set('council.decision.issuer')} />
          <TextLine
            label={t.parentIssuer}
            description={t.parentIssuerHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={council.decision.parentIssuer}
            onChange={set('council.decision.parentIssuer')}
          />
        </Fields>
      </Section>
      <Section title={t.regulation} lead={t.regulationLead}>
        <DateField
          label={t.taskApprovedOn}
          description={t.taskApprovedHint}
          value={council.taskApprovedOn}
          onChange={set('council.taskApprovedOn')}
        />
        <PackChoice />
      </Section>
      <HelpPanel>
        <p>{t.councilHelp1}</p>
        <p>{t.councilHelp2}</p>
        <h3>{t.markHelp}</h3>
        <ul>
          <li>{t.markSeenHelp}</li>
          <li>{t.markSecondaryHelp}</li>
          <li>{t.markUnverifiedHelp}</li>
        </ul>
      </HelpPanel>
    </Page>
  );
};
