import { Button, Kbd } from '@mantine/core';
import { memberMessages } from '#domain/text/messages/member.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import classes from './shortcuts.module.css';

/** Every key of the scoring screen. */
export const ShortcutsDialog = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  const t = useMessages(memberMessages);
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['0 … 9', ','], t.keyDigits],
    [['↑', '↓', '←', '→'], t.keyArrows],
    [['0 … 9', '-'], t.keyChoose],
    [['Enter'], t.keyEnter],
    [['Shift + Enter'], t.keyShiftEnter],
    [['Ctrl + Enter'], t.keyLeaveComment],
    [['Tab'], t.keyTab],
    [['F2'], t.keyMissing],
    [['F6'], t.keyPane],
    [['Alt + PageDown', 'Alt + PageUp'], t.keyDossiers],
    [['PageDown', 'PageUp'], t.keyPages],
    [['+', '-'], t.keyZoom],
    [['Ctrl + F'], t.keyFind],
    [['Ctrl + Z', 'Ctrl + Y'], t.keyUndo],
    [['F9'], t.keyCheck],
    [['F1', '?'], t.keyHelp],
  ];
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.shortcutsTitle}
      size="large"
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <dl className={classes.list}>
        {rows.map(([keys, deed]) => (
          <div key={deed} className={classes.row}>
            <dt className={classes.keys}>
              {keys.map((key) => (
                <Kbd key={key} size="md">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
