import { useState } from 'react';
import { blankDossier } from '#domain/session/blank.ts';
import type { Dossier } from '#domain/session/state.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { AttachmentViewer } from './attachment-viewer.tsx';
import { DossierForm } from './dossier-form.tsx';
import { EnteredList } from './entered-list.tsx';
import classes from './setup.module.css';

/** Step 4: what the council judges, with its files. */
export const DossiersScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const { state, record } = useSession();
  const [viewed, setViewed] = useState<{ readonly dossierId: string; readonly attachmentId: string } | null>(null);

  const dossiers = state.dossierOrder.flatMap((id) => state.dossiers[id] ?? []);
  const nameOf = (dossier: Dossier) => dossier.title.trim() || dossier.code.trim() || ts.untitledDossier;
  const viewedFile =
    viewed === null
      ? undefined
      : state.dossiers[viewed.dossierId]?.attachments.find(({ id }) => id === viewed.attachmentId);

  return (
    <Page title={names.dossiers} lead={t.dossiersLead}>
      <EnteredList
        label={names.dossiers}
        empty={{ title: t.noDossiers, text: t.noDossiersText }}
        words={{
          add: t.addDossier,
          moveUp: t.moveDossierUp,
          moveDown: t.moveDossierDown,
          remove: t.removeDossier,
          removeTitle: t.removeDossierTitle,
          removeText: t.removeDossierText,
        }}
        onAdd={(id) => record({ type: 'dossier.added', dossier: blankDossier(id) })}
        onMove={(dossierId, to) => record({ type: 'dossier.moved', dossierId, to })}
        onRemove={(dossierId) => record({ type: 'dossier.removed', dossierId })}
        items={dossiers.map((dossier) => ({
          id: dossier.id,
          name: nameOf(dossier),
          isAskedAbout: dossier.attachments.length > 0,
          summary: (
            <>
              <strong>{dossier.title.trim() || ts.untitledDossier}</strong>
              <span className={classes.under}>
                {[dossier.code, dossier.hostOrganisation, t.fileCount(dossier.attachments.length)]
                  .filter((text) => text.trim() !== '')
                  .join(' · ')}
              </span>
            </>
          ),
          body: (close) => (
            <DossierForm
              dossier={dossier}
              onView={(attachmentId) => setViewed({ dossierId: dossier.id, attachmentId })}
              onDone={close}
            />
          ),
        }))}
      />
      {viewed !== null && viewedFile !== undefined ? (
        <AttachmentViewer
          key={viewedFile.id}
          dossierId={viewed.dossierId}
          attachment={viewedFile}
          onClose={() => setViewed(null)}
        />
      ) : (
        <HelpPanel>
          <p>{t.dossiersHelp1}</p>
          <p>{t.dossiersHelp2}</p>
        </HelpPanel>
      )}
    </Page>
  );
};
