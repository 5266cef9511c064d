import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { IconHelpCircle, IconListNumbers } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { shellMessages } from '#domain/text/messages/shell.ts';
import type { DocumentControls } from '../client/document-context.tsx';
import { FrameSlotsContext, type AsideWidth } from '../ui/frame-slots.tsx';
import { useMessages } from '../ui/language.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { FolderGoneBanner } from './folder-banner.tsx';
import { ClockBanner, ReadOnlyBanner, SaveStatus, TroubleBanner, UndoButtons } from './save-status.tsx';
import { StoreNotices } from './store-notices.tsx';
import { UnsavedElsewhere } from './unsaved-elsewhere.tsx';
import classes from './app-frame.module.css';

type Props = {
  /** What is open, beside the program's name: the council's name, the member's package. */
  readonly heading?: ReactNode;
  /** The left column: where one is, and what each step still lacks. Without it the middle takes its room. */
  readonly steps?: ReactNode;
  /** The open document, whose saving and undo the header shows. */
  readonly document?: DocumentControls;
  readonly children: ReactNode;
};

/** Header, left column, one task in the middle, help or reading on the right. Screens fill the right with `Aside` or `HelpPanel`. */
export const AppFrame = ({ heading, steps, document, children }: Props) => {
  const t = useMessages(shellMessages);
  const [aside, setAside] = useState<HTMLElement | null>(null);
  const [claims, setClaims] = useState<readonly AsideWidth[]>([]);
  const [helpShown, setHelpShown] = useState(false);
  const [stepsShown, setStepsShown] = useState(false);

  const claimAside = useCallback((width: AsideWidth) => {
    setClaims((before) => [...before, width]);
    return () => setClaims((before) => before.toSpliced(before.indexOf(width), 1));
  }, []);
  const slots = useMemo(() => ({ aside, claimAside }), [aside, claimAside]);
  const asideWidth = claims.includes('reading') ? 'reading' : claims.length > 0 ? 'help' : 'none';

  useEffect(() => {
    if (!helpShown && !stepsShown) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setHelpShown(false);
      setStepsShown(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [helpShown, stepsShown]);
  // Going somewhere folds the steps away again.
  const [location] = useLocation();
  useEffect(() => setStepsShown(false), [location]);

  return (
    <FrameSlotsContext value={slots}>
      <div className={classes.frame}>
        <a className={classes.skip} href="#task" onClick={skipToTask}>
          {t.skipToTask}
        </a>
        <header className={classes.header}>
          <div className={classes.where}>
            <Link href="/" className={classes.brand}>
              {t.appName}
            </Link>
            {heading !== undefined && (
              <span className={classes.heading} title={typeof heading === 'string' ? heading : undefined}>
                {heading}
              </span>
            )}
          </div>
          <div className={classes.controls}>
            {document !== undefined && (
              <>
                <SaveStatus document={document} />
                <UndoButtons document={document} />
              </>
            )}
            {asideWidth === 'reading' && steps !== undefined && (
              <Button
                className={classes.stepsToggle}
                variant="subtle"
                size="sm"
                leftSection={<IconListNumbers aria-hidden size="1.25rem" stroke={1.75} />}
                aria-expanded={stepsShown}
                aria-controls="steps"
                onClick={() => setStepsShown((before) => !before)}
              >
                {t.stepsShort}
              </Button>
            )}
            {asideWidth === 'help' && (
              <Button
                className={classes.helpToggle}
                variant="subtle"
                size="sm"
                leftSection={<IconHelpCircle aria-hidden size="1.25rem" stroke={1.75} />}
                aria-expanded={helpShown}
                aria-controls="aside"
                onClick={() => setHelpShown((before) => !before)}
              >
                {t.help}
              </Button>
            )}
            <DisplayMenu />
          </div>
        </header>
        <FolderGoneBanner />
        {document !== undefined && <ReadOnlyBanner document={document} />}
        {document !== undefined && <ClockBanner document={document} />}
        <StoreNotices />
        <div
          className={classes.columns}
          data-steps={steps !== undefined}
          data-aside={asideWidth}
          data-help-shown={helpShown}
          data-steps-shown={stepsShown}
        >
          {steps !== undefined && (
            <div id="steps" className={classes.steps}>
              {steps}
            </div>
          )}
          <main id="task" className={classes.task} tabIndex={-1}>
            {children}
          </main>
          {/* Stays in the page while empty, so that screens have a place to put things before it is laid out. */}
          <aside
            id="aside"
            ref={setAside}
            className={classes.aside}
            aria-label={t.help}
            hidden={asideWidth === 'none'}
          />
        </div>
        {document !== undefined && <TroubleBanner document={document} />}
        <UnsavedElsewhere here={document?.about} />
      </div>
    </FrameSlotsContext>
  );
};

// The hash belongs to the router, so the link moves the focus itself.
const skipToTask = (event: { preventDefault: () => void }): void => {
  event.preventDefault();
  window.document.getElementById('task')?.focus();
};
