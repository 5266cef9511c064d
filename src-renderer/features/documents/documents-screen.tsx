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
import { WholeSet } from './whole-set.tsx';

/** Step 12: every page of the session, one by one or as a set, and locking what is signed. */
export const DocumentsScreen = () => {
  const t = useMessages(paperworkMessages);
  const names = useMessages(stepMessages);
  const language = useLanguage();
  const { state } = useSession();
  const conclusion = useConclusion();
  const [chosen, setChosen] = useState<string | null>(null);
  const pages = useMemo(() => pagesOf(state, conclusion, language), [state, conclusion, language]);
  const shown = pages.find(({ id }) => id === chosen);

  return (
    <Page title={names.documents} lead={t.lead} width={shown ? 'full' : 'text'}>
      <WholeSet pages={pages} />
      <PageList pages={pages} chosen={chosen} onChoose={setChosen} />
      <Locking pages={pages} />
      {shown ? (
        <PagePreview page={shown} onClose={() => setChosen(null)} />
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
