import { Button } from '@mantine/core';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useMessages } from './language.tsx';
import classes from './dialog.module.css';

type DialogProps = {
  readonly opened: boolean;
  /** Escape, and every way out that does nothing. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'large';
};

/** The one dialog: the browser's own, which keeps the focus inside, closes on Escape and gives the focus back. */
export const Dialog = ({ opened, onClose, title, children, footer, size = 'small' }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!opened || dialog === null) return undefined;
    dialog.showModal();
    // What has the focus may be a button at the foot; reading begins at the title.
    dialog.scrollTop = 0;
    // Closed before it leaves the page, too: an element that is merely taken away gives no focus back.
    return () => dialog.close();
  }, [opened]);
  return (
    <dialog
      ref={element}
      className={classes.dialog}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => opened && onClose()}
    >
      {opened && (
        <>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
          <div className={classes.content}>{children}</div>
          {footer !== undefined && <div className={classes.footer}>{footer}</div>}
        </>
      )}
    </dialog>
  );
};

const confirmsFirst = navigator.userAgent.includes('Windows');

/** A dialog's two buttons in the order of the platform: on Windows the deed stands first, elsewhere last. */
export const DialogButtons = ({ confirm, cancel }: { readonly confirm: ReactNode; readonly cancel: ReactNode }) =>
  confirmsFirst ? (
    <>
      {confirm}
      {cancel}
    </>
  ) : (
    <>
      {cancel}
      {confirm}
    </>
  );

type ConfirmProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** What will be done, as a verb: "Xóa thành viên", never "OK". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  /** Red, for what takes something away. */
  readonly danger?: boolean;
};

/** Asks before something that takes work away. Most things need no question, since they can be undone. */
export const ConfirmDialog = ({
  opened,
  onClose,
  title,
  children,
  confirmLabel,
  onConfirm,
  danger = false,
}: ConfirmProps) => {
  const t = useMessages(shellMessages);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      footer={
        <DialogButtons
          confirm={
            <Button
              color={danger ? 'red' : 'pen'}
              onClick={() => {
                onClose();
                onConfirm();
              }}
            >
              {confirmLabel}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
          }
        />
      }
    >
      {children}
    </Dialog>
  );
};
