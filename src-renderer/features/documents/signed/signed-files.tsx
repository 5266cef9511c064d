import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SignedFile } from '#domain/session/state.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { client } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { useSession } from '../../../client/session-document.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { Section } from '../../../ui/section.tsx';
import { useDeliver } from '../../../ui/use-deliver.ts';
import type { PageItem } from '../pages-of.ts';
import { AttachDialog } from './attach-dialog.tsx';
import type { ToSign } from './sign-dialog.tsx';
import { SignedFileLine } from './signed-file-line.tsx';
import classes from './signed.module.css';

type Props = {
  readonly pages: readonly PageItem[];
  readonly onSign: (toSign: ToSign) => void;
  readonly onView: (fileId: string) => void;
};

/** Signed files and scans beside the locked pages. */
export const SignedFiles = ({ pages, onSign, onView }: Props) => {
  const t = useMessages(signedFilesMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, state, readOnly, record } = useSession();
  const { deliver, failure } = useDeliver();
  const [incoming, setIncoming] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const { signedFiles, minutes } = state;
  const [next] = incoming;

  const titleOfPage = (id: string): string => pages.find((page) => page.id === id)?.title ?? id;
  const titleOf = (sha256: string): string => {
    const locked = minutes.locked.find((page) => page.sha256 === sha256);
    return locked ? titleOfPage(locked.name.replace(/\.pdf$/u, '')) : t.earlierLock;
  };
  const ofWhat = ({ page, lockedSha256 }: SignedFile): string => {
    const earlier = lockedSha256 !== null && !minutes.locked.some(({ sha256 }) => sha256 === lockedSha256);
    return [page === null ? t.severalPages : titleOfPage(page), ...(earlier ? [t.earlierLock] : [])].join(', ');
  };

  const save = async (files: readonly SignedFile[]): Promise<void> => {
    setProblem(null);
    try {
      await deliver(await Promise.all(files.map(({ id }) => client.signing.read({ sessionId, fileId: id }))));
    } catch (error) {
      setProblem(say(problemOf(error)));
    }
  };

  return (
    <Section title={t.title} lead={t.lead}>
      {(problem ?? failure) !== null && (
        <Notice tone="wrong" alert>
          {problem ?? failure}
        </Notice>
      )}
      {signedFiles.length === 0 ? (
        <p className={classes.quiet}>{t.empty}</p>
      ) : (
        <ul className={classes.files}>
          {signedFiles.map((file) => (
            <SignedFileLine
              key={file.id}
              file={file}
              of={ofWhat(file)}
              titleOf={titleOf}
              onView={() => onView(file.id)}
              onSave={() => void save([file])}
              onSign={() => onSign({ source: { kind: 'signed', fileId: file.id }, title: file.name })}
              onRemove={() => {
                record({ type: 'signedFile.removed', fileId: file.id });
                announce(t.removed(file.name));
              }}
            />
          ))}
        </ul>
      )}
      {signedFiles.length > 1 && (
        <div>
          <Button variant="default" onClick={() => void save(signedFiles)}>
            {t.saveAll(signedFiles.length)}
          </Button>
        </div>
      )}
      <FileDrop
        accept={['pdf', 'jpg', 'jpeg', 'png']}
        multiple
        label={t.attach}
        disabled={readOnly}
        onFiles={setIncoming}
      />
      {next !== undefined && (
        <AttachDialog
          key={`${next.name}-${incoming.length}`}
          file={next}
          pages={pages.filter(({ inSet }) => inSet)}
          titleOf={titleOf}
          onClose={() => setIncoming((files) => files.slice(1))}
        />
      )}
    </Section>
  );
};
