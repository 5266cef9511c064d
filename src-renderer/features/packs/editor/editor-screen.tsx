import { Button, Input, MantineThemeProvider } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link, Redirect } from 'wouter';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useOwnPack } from '../../../client/own-pack-document.ts';
import { AppFrame } from '../../../shell/app-frame.tsx';
import { NotFound } from '../../../shell/plain-message.tsx';
import { HelpPanel } from '../../../ui/aside.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgressSteps } from '../../../ui/progress-steps.tsx';
import { ConclusionSection } from './conclusion-section.tsx';
import {
  CompositionSection,
  ConflictsSection,
  CountingSection,
  DeadlinesSection,
  OutputsSection,
  QuorumSection,
  ValiditySection,
} from './council-sections.tsx';
import { DraftProvider, useDraft } from './draft.tsx';
import classes from './editor.module.css';
import { FormsSection } from './forms-section.tsx';
import { DocumentsSection, GeneralSection, VocabularySection } from './general-sections.tsx';
import { ProblemList } from './problem-list.tsx';
import { PublishButton } from './publish.tsx';
import { problemsIn, sectionsOf, type Section } from './sections.ts';

/** The editor of an own pack's draft: its parts on the left, the fields of one in the middle. */
export const EditorScreen = ({ place }: { readonly place: string | null }) => {
  const { id, state } = useOwnPack();
  if (state.draft === null) return <Redirect to={`/packs/${id}`} replace />;
  if (place === null) return <Redirect to={`/packs/${id}/edit/general`} replace />;
  return (
    <DraftProvider pack={state.draft}>
      <Editor place={place} />
    </DraftProvider>
  );
};

const explainedBelow = {
  components: {
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
  },
};

const SectionBody = ({ section }: { readonly section: Section }) => {
  if (section.council === null) {
    switch (section.name) {
      case 'general':
        return <GeneralSection />;
      case 'documents':
        return <DocumentsSection />;
      case 'vocabulary':
        return <VocabularySection />;
    }
  }
  const at = ['councils', section.council.index];
  switch (section.name) {
    case 'forms':
      return <FormsSection at={at} />;
    case 'composition':
      return <CompositionSection at={at} />;
    case 'quorum':
      return <QuorumSection at={at} />;
    case 'conflicts':
      return <ConflictsSection at={at} />;
    case 'validity':
      return <ValiditySection at={at} />;
    case 'counting':
      return <CountingSection at={at} />;
    case 'conclusion':
      return <ConclusionSection at={at} />;
    case 'deadlines':
      return <DeadlinesSection at={at} />;
    case 'outputs':
      return <OutputsSection at={at} />;
  }
};

const Editor = ({ place }: { readonly place: string }) => {
  const t = useMessages(packEditorMessages);
  const ts = useMessages(shellMessages);
  const words = useMessages(sessionMessages);
  const own = useOwnPack();
  const { pack, problems } = useDraft();
  const sections = sectionsOf(pack);
  const at = sections.findIndex((one) => one.place === place);
  const section = sections[at];
  if (section === undefined) return <NotFound />;
  const after = sections[at + 1];
  const many = pack.councils.length > 1;
  const href = (one: Section) => `/packs/${own.id}/edit/${one.place}`;
  const nameOf = (one: Section): string =>
    many && one.council !== null ? t.sectionOf(words[one.council.kind], t[one.name]) : t[one.name];
  const here = problemsIn(section, problems);
  const name = nameOf(section);
  return (
    <AppFrame
      heading={pack.title}
      document={own}
      steps={
        <div className={classes.column}>
          <ProgressSteps
            label={t.sections}
            current={place}
            next={null}
            steps={sections.map((one) => {
              const count = problemsIn(one, problems).length;
              return {
                id: one.place,
                label: nameOf(one),
                href: href(one),
                state: count === 0 ? 'done' : 'open',
                lacks: count === 0 ? [] : [t.toFix(count)],
              };
            })}
          />
          <nav aria-label={ts.elsewhere}>
            <ul className={classes.links}>
              <li>
                <Link href={`/packs/${own.id}`}>{t.allVersions}</Link>
              </li>
              <li>
                <Link href="/packs">{t.library}</Link>
              </li>
            </ul>
          </nav>
        </div>
      }
    >
      <Page key={place} title={name} lead={t.lead} actions={<PublishButton />}>
        {here.length > 0 && (
          <Notice tone="wrong" title={t.toFixHere(here.length)}>
            <ProblemList problems={here} />
          </Notice>
        )}
        {/* Explanations differ in length: below the fields they leave fields side by side on one line. */}
        <MantineThemeProvider theme={explainedBelow}>
          <SectionBody section={section} />
        </MantineThemeProvider>
        {after !== undefined && (
          <div>
            <Button
              variant="default"
              component={Link}
              href={href(after)}
              rightSection={<IconArrowRight aria-hidden size="1.25rem" stroke={1.75} />}
            >
              {ts.next(nameOf(after))}
            </Button>
          </div>
        )}
      </Page>
      <HelpPanel>
        <p>{t.help1}</p>
        <p>{t.help2}</p>
        <p>{t.help3}</p>
      </HelpPanel>
    </AppFrame>
  );
};
