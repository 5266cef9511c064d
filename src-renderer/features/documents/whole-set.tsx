import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import classes from './documents.module.css';
import { lacksTogether, type PageItem } from './pages-of.ts';
import { PressProgress } from './press-progress.tsx';
import { usePress } from './use-press.ts';

/** The whole set with one click: what it lacks, one PDF to print or keep, and the other forms. */
export const WholeSet = ({ pages }: { readonly pages: readonly PageItem[] }) => {
  const t = useMessages(paperworkMessages);
  const say = useProblemText();
  const press = usePress();
  const set = pages.filter(({ inSet }) => inSet);
  const tables = set.filter(({ hasTable }) => hasTable);
  const lacks = lacksTogether(set);
  const busy = press.working !== null;
  const { id: sessionId, state } = useSession();
  const { signedFiles } = state;
  const { locked } = state.minutes;
  const { deliver, failure: notDelivered } = useDeliver();
  const [failure, setFailure] = useState<string | null>(null);

  const saveKept = async (): Promise<void> => {
    setFailure(null);
    try {
      await deliver(
        await Promise.all([
          ...locked.map(({ sha256 }) => client.documents.locked({ sessionId, sha256 })),
          ...signedFiles.map(({ id }) => client.signing.read({ sessionId, fileId: id })),
        ]),
      );
    } catch (error) {
      setFailure(say(problemOf(error)));
    }
  };

  return (
    <Section title={t.setTitle} lead={t.setLead(set.length)}>
      {lacks.length === 0 ? (
        <Notice>{t.setReady}</Notice>
      ) : (
        <Notice tone="attention" title={t.setLacks}>
          <ul className={classes.lacks}>
            {lacks.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>{t.setDraft}</p>
        </Notice>
      )}
      <div className={classes.buttons}>
        <Button
          disabled={busy}
          leftSection={<IconPrinter aria-hidden size="1.25rem" stroke={1.75} />}
          onClick={() => void press.asOne(set, 'print')}
        >
          {t.printSet}
        </Button>
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconDeviceFloppy aria-hidden size="1.25rem" stroke={1.75} />}
          onClick={() => void press.asOne(set, 'save')}
        >
          {t.saveSet}
        </Button>
        <Menu position="bottom-start" shadow="sm">
          <Menu.Target>
            <Button
              variant="subtle"
              disabled={busy}
              rightSection={<IconChevronDown aria-hidden size="1.25rem" stroke={1.75} />}
            >
              {t.otherForms}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void press.asFiles(set, 'pdf')}>{t.folderPdf}</Menu.Item>
            <Menu.Item onClick={() => void press.asFiles(set, 'docx')}>{t.folderDocx}</Menu.Item>
            <Menu.Item onClick={() => void press.asFiles(tables, 'xlsx')}>{t.folderXlsx}</Menu.Item>
            <Menu.Item onClick={() => void press.asFiles(tables, 'csv')}>{t.folderCsv}</Menu.Item>
            <Menu.Item onClick={() => void press.asFiles(set.slice(0, 1), 'json')}>{t.folderJson}</Menu.Item>
            {(locked.length > 0 || signedFiles.length > 0) && (
              <Menu.Item onClick={() => void saveKept()}>{t.folderKept}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      <PressProgress press={press} />
      {(failure ?? notDelivered) !== null && (
        <Notice tone="wrong" alert>
          {failure ?? notDelivered}
        </Notice>
      )}
    </Section>
  );
};
