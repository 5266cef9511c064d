import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconEye, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment, Dossier } from '#domain/session/state.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { client } from '../../client/client.ts';
import type { Openable } from '../../client/files.ts';
import { handOver, letGoOf } from '../../client/hand-over.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { useMessages } from '../../ui/language.tsx';
import { countPages } from '../../ui/pdf/count-pages.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import classes from './setup.module.css';

/** Endings that a dossier's file may have. */
const accepted = ['pdf', 'docx', 'doc', 'xlsx', 'xls', 'pptx', 'ppt', 'png', 'jpg', 'jpeg', 'zip'] as const;

type Adding = { readonly name: string; readonly at: number; readonly count: number };
type Failure = { readonly name: string; readonly text: string };

/** The files of one dossier: attach by dialog or by drag and drop, look at them, take them away. */
export const Attachments = ({
  dossier,
  onView,
}: {
  readonly dossier: Dossier;
  readonly onView: (attachmentId: string) => void;
}) => {
  const t = useMessages(setupMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, perform, readOnly, record } = useSession();
  const [adding, setAdding] = useState<Adding | null>(null);
  const [failures, setFailures] = useState<readonly Failure[]>([]);

  const attach = async (files: readonly Openable[]) => {
    const failed: Failure[] = [];
    for (const [index, file] of files.entries()) {
      setAdding({ name: file.name, at: index + 1, count: files.length });
      try {
        const pages = await countPages(file);
        const incomingId = await handOver(file, { purpose: 'attachment' });
        try {
          await perform(() =>
            client.attachments.add({ sessionId, dossierId: dossier.id, file: { incomingId }, pages }),
          );
        } finally {
          letGoOf(incomingId);
        }
      } catch (error) {
        failed.push({ name: file.name, text: say(problemOf(error)) });
      }
    }
    setAdding(null);
    setFailures(failed);
    if (failed.length < files.length) announce(t.attached(files.length - failed.length));
  };

  const facts = ({ size, pages }: Attachment) =>
    [fileSize(size), pages === null ? null : t.pages(pages)].filter((text) => text !== null).join(', ');

  return (
    <div className={classes.sub}>
      <h2 className={classes.subtitle}>{t.attachments}</h2>
      {dossier.attachments.length > 0 && (
        <ul className={classes.files}>
          {dossier.attachments.map((attachment) => (
            <li key={attachment.id} className={classes.file}>
              <span className={classes.fileName}>
                {attachment.name} <span className={classes.fileFacts}>({facts(attachment)})</span>
              </span>
              <span className={classes.tools}>
                <Button
                  variant="subtle"
                  size="sm"
                  leftSection={<IconEye aria-hidden size="1.125rem" stroke={1.75} />}
                  aria-label={t.viewNamed(attachment.name)}
                  onClick={() => onView(attachment.id)}
                >
                  {t.view}
                </Button>
                <ActionIcon
                  aria-label={t.removeAttachment(attachment.name)}
                  disabled={readOnly}
                  onClick={() => {
                    record({ type: 'attachment.removed', dossierId: dossier.id, attachmentId: attachment.id });
                    announce(t.removed(attachment.name));
                  }}
                >
                  <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
                </ActionIcon>
              </span>
            </li>
          ))}
        </ul>
      )}
      {failures.map(({ name, text }) => (
        <Notice key={name} tone="wrong" alert title={t.attachFailed(name)}>
          {text}
        </Notice>
      ))}
      <FileDrop
        accept={accepted}
        multiple
        large
        label={t.attach}
        disabled={readOnly || adding !== null}
        onFiles={(files) => void attach(files)}
      />
      {adding !== null && (
        <p className={classes.tools} role="status">
          <Loader aria-hidden size="1rem" /> {t.attaching(adding.name, adding.at, adding.count)}
        </p>
      )}
    </div>
  );
};
