import { ActionIcon, Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconDownload } from '@tabler/icons-react';
import { paperNames } from '#domain/text/messages/documents.ts';
import { paperGroups, paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './documents.module.css';
import type { PageItem } from './pages-of.ts';
import { PressProgress } from './press-progress.tsx';
import { usePress, type Press } from './use-press.ts';

/** A kind with more pages than this is folded into one line. */
const SHOWN = 3;

type Props = {
  readonly pages: readonly PageItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

/** Every page, by when it is wanted and then by kind; those there are many of fold away. */
export const PageList = ({ pages, chosen, onChoose }: Props) => {
  const t = useMessages(paperworkMessages);
  const language = useLanguage();
  const press = usePress();
  return (
    <Section title={t.pagesTitle}>
      {paperGroups.map((group) => {
        const inGroup = pages.filter((page) => page.group === group);
        if (inGroup.length === 0) return null;
        const kinds = [...new Set(inGroup.map(({ kind }) => kind))];
        return (
          <div key={group} className={classes.group}>
            <h3>{t[group]}</h3>
            {kinds.map((kind) => {
              const list = inGroup.filter((page) => page.kind === kind);
              return list.length <= SHOWN ? (
                <Lines key={kind} pages={list} chosen={chosen} onChoose={onChoose} press={press} />
              ) : (
                <details key={kind} className={classes.many}>
                  <summary>{t.many(paperNames[language][kind], list.length)}</summary>
                  <div className={classes.manyBody}>
                    <div>
                      <Button
                        variant="default"
                        size="sm"
                        disabled={press.working !== null}
                        onClick={() => void press.asOne(list, 'save')}
                      >
                        {t.saveKind(list.length)}
                      </Button>
                    </div>
                    <Lines pages={list} chosen={chosen} onChoose={onChoose} press={press} />
                  </div>
                </details>
              );
            })}
          </div>
        );
      })}
      {/* The list is longer than the window: what is under way stays in sight beside the line that was pressed. */}
      <div className={classes.atFoot}>
        <PressProgress press={press} />
      </div>
    </Section>
  );
};

const Lines = ({ pages, chosen, onChoose, press }: Props & { readonly press: Press }) => {
  const t = useMessages(paperworkMessages);
  return (
    <ul className={classes.lines}>
      {pages.map((page) => {
        const Sign = page.lacks.length === 0 ? IconCheck : IconAlertCircle;
        return (
          <li key={page.id} className={classes.line} data-chosen={page.id === chosen}>
            <button
              type="button"
              className={classes.page}
              aria-pressed={page.id === chosen}
              onClick={() => onChoose(page.id)}
            >
              <span>{page.title}</span>
              <span className={classes.quiet}>
                <Sign aria-hidden size="1.0625rem" stroke={1.75} />
                {page.lacks.length === 0 ? t.complete : t.lacking(page.lacks.length)}
              </span>
            </button>
            <ActionIcon
              aria-label={t.saveOne(page.title)}
              disabled={press.working !== null}
              onClick={() => void press.asOne([page], 'save')}
            >
              <IconDownload aria-hidden size="1.25rem" stroke={1.75} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
};
