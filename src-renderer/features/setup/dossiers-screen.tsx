import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Dossier } from '#domain/session/state.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EditableList } from '../../ui/editable-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { AttachmentViewer } from './attachment-viewer.tsx';
import { DossierForm } from './dossier-form.tsx';
import classes from './setup.module.css';

const blankDossier = (id: string): Dossier => ({
  id,
  code: '',
  title: '',
  hostOrganisation: '',
  principal: '',
  formId: null,
  products: [],
  deliveries: {},
  contest: '',
  lateness: { daysLate: 0, due: null, consented: false },
  attachments: [],
});

/** Step 4: what the council judges, with its files. */
export const DossiersScreen = () => {
  const t = useMessages(setupMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const announce = useAnnounce();
  const { state, readOnly, record } = useSession();
  const [opened, setOpened] = useState<string | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const [viewed, setViewed] = useState<{ readonly dossierId: string; readonly attachmentId: string } | null>(null);

  const dossiers = state.dossierOrder.flatMap((id) => state.dossiers[id] ?? []);
  const nameOf = (dossier: Dossier | undefined) => dossier?.title.trim() || dossier?.code.trim() || ts.untitledDossier;
  const viewedFile =
    viewed === null
      ? undefined
      : state.dossiers[viewed.dossierId]?.attachments.find(({ id }) => id === viewed.attachmentId);

  const add = () => {
    const id = crypto.randomUUID();
    record({ type: 'dossier.added', dossier: blankDossier(id) });
    setOpened(id);
  };
  const remove = (dossierId: string) => {
    record({ type: 'dossier.removed', dossierId });
    announce(t.removed(nameOf(state.dossiers[dossierId])));
  };
  const askOrRemove = (id: string) => {
    if ((state.dossiers[id]?.attachments.length ?? 0) > 0) setRemoving(id);
    else remove(id);
  };

  const addButton = (
    <Button leftSection={<IconPlus aria-hidden size="1.25rem" stroke={2} />} disabled={readOnly} onClick={add}>
      {t.addDossier}
    </Button>
  );

  return (
    <Page title={names.dossiers} lead={t.dossiersLead}>
      {dossiers.length === 0 ? (
        <EmptyState title={t.noDossiers} action={addButton}>
          {t.noDossiersText}
        </EmptyState>
      ) : (
        <div className={classes.list}>
          <EditableList
            label={names.dossiers}
            opened={opened}
            onOpen={setOpened}
            disabled={readOnly}
            onMove={(dossierId, to) => record({ type: 'dossier.moved', dossierId, to })}
            onRemove={askOrRemove}
            names={{ moveUp: t.moveDossierUp, moveDown: t.moveDossierDown, remove: t.removeDossier }}
            items={dossiers.map((dossier) => ({
              id: dossier.id,
              name: nameOf(dossier),
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
              body: (
                <DossierForm
                  dossier={dossier}
                  onView={(attachmentId) => setViewed({ dossierId: dossier.id, attachmentId })}
                  onDone={() => setOpened(null)}
                />
              ),
            }))}
          />
          <div>{addButton}</div>
        </div>
      )}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t.removeDossierTitle}
        confirmLabel={t.remove}
        danger
        onConfirm={() => removing !== null && remove(removing)}
      >
        {removing !== null && <p>{t.removeDossierText(nameOf(state.dossiers[removing]))}</p>}
      </ConfirmDialog>
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
