import { useMemo, useState } from 'react';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { useConclusion } from '../../client/use-conclusion.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { Locking } from './locking.tsx';
import { PageList } from './page-list.tsx';
import { PagePreview } from './page-preview.tsx';
import { pagesOf } from './pages-of.ts';
import { SignDialog, type ToSign } from './signed/sign-dialog.tsx';
import { SignedFiles } from './signed/signed-files.tsx';
import { SignedFileViewer } from './signed/signed-file-viewer.tsx';
import { WholeSet } from './whole-set.tsx';

/** Step 12: every page of the session, one by one or as a set, and locking what is signed. */
export const DocumentsScreen = () => {
  const t = useMessages(paperworkMessages);
  const names = useMessages(stepMessages);
  const language = useLanguage();
  const { state } = useSession();
  const conclusion = useConclusion();
  /** What stands in the right column: a page as it prints, or a kept file. */
  const [aside, setAside] = useState<{ readonly kind: 'page' | 'file'; readonly id: string } | null>(null);
  const [toSign, setToSign] = useState<ToSign | null>(null);
  const pages = useMemo(() => pagesOf(state, conclusion, language), [state, conclusion, language]);
  const shown = aside?.kind === 'page' ? pages.find(({ id }) => id === aside.id) : undefined;
  const file = aside?.kind === 'file' ? state.signedFiles.find(({ id }) => id === aside.id) : undefined;
  const close = (): void => setAside(null);

  return (
    <Page title={names.documents} lead={t.lead} width={shown || file ? 'full' : 'text'}>
      <WholeSet pages={pages} />
      <PageList pages={pages} chosen={shown?.id ?? null} onChoose={(id) => setAside({ kind: 'page', id })} />
      <Locking pages={pages} onSign={setToSign} />
      <SignedFiles pages={pages} onSign={setToSign} onView={(id) => setAside({ kind: 'file', id })} />
      {toSign !== null && <SignDialog toSign={toSign} onClose={() => setToSign(null)} />}
      {shown ? (
        <PagePreview page={shown} onClose={close} onSign={setToSign} />
      ) : file ? (
        <SignedFileViewer file={file} onClose={close} />
      ) : (
        <HelpPanel>
          <p>{t.help1}</p>
          <p>{t.help2}</p>
          <p>{t.help3}</p>
          <p>{t.help4}</p>
        </HelpPanel>
      )}
    </Page>
  );
};
