import { Button } from '@mantine/core';
import { IconArrowRight, IconSchool, IconWriting } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { Preferences } from '#domain/contract/app.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { AppFrame } from '../../shell/app-frame.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useOpenSample } from './use-open-sample.ts';
import classes from './start-screen.module.css';

/** First start: one choice, and a sample to try. */
export const StartScreen = () => {
  const t = useMessages(sessionMessages);
  const { change } = usePreferences();
  const [, navigate] = useLocation();
  const sample = useOpenSample();

  const choose = (role: NonNullable<Preferences['role']>) => {
    change({ role });
    navigate(role === 'secretary' ? '/' : '/workbooks');
  };

  return (
    <AppFrame>
      <div className={classes.middle}>
        <Page title={t.startTitle} lead={t.startLead}>
          <div className={classes.roles}>
            <button type="button" className={classes.role} onClick={() => choose('secretary')}>
              <IconWriting aria-hidden size="2.25rem" stroke={1.25} />
              <span className={classes.name}>{t.secretaryRole}</span>
              <span className={classes.text}>{t.secretaryText}</span>
              <IconArrowRight className={classes.arrow} aria-hidden size="1.5rem" stroke={1.5} />
            </button>
            <button type="button" className={classes.role} onClick={() => choose('member')}>
              <IconSchool aria-hidden size="2.25rem" stroke={1.25} />
              <span className={classes.name}>{t.memberRole}</span>
              <span className={classes.text}>{t.memberText}</span>
              <IconArrowRight className={classes.arrow} aria-hidden size="1.5rem" stroke={1.5} />
            </button>
          </div>
          <Section title={t.sampleTitle} lead={t.sampleText}>
            <div>
              <Button variant="default" loading={sample.opening} onClick={sample.open}>
                {t.openSample}
              </Button>
            </div>
            {sample.failure !== null && (
              <Notice tone="wrong" alert>
                {sample.failure}
              </Notice>
            )}
          </Section>
        </Page>
      </div>
    </AppFrame>
  );
};
