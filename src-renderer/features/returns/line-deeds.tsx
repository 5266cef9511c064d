import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import classes from './returns.module.css';

type Props = {
  readonly line: IntakeLine;
  readonly onReread: () => void;
  readonly onTakeAndMerge: (memberId: string) => void;
};

/** What a person can decide about one file, right at its line: merge it with the one held, or confirm its key. */
export const LineDeeds = ({ line, onReread, onTakeAndMerge }: Props) => {
  const t = useMessages(mergingMessages);
  const { state, readOnly } = useSession();
  const [confirming, setConfirming] = useState(false);
  const { memberId, code, details, applies } = line;
  if (memberId === null) return null;
  const name = state.members[memberId]?.name ?? '';
  if (code === 'diverged' && applies)
    return (
      <div className={classes.deeds}>
        <Button
          variant="default"
          disabled={readOnly}
          aria-label={t.mergeFor(name)}
          onClick={() => onTakeAndMerge(memberId)}
        >
          {t.merge}
        </Button>
      </div>
    );
  const publicKey = details['key'];
  if (code !== 'otherKey' || typeof publicKey !== 'string') return null;
  return (
    <div className={classes.deeds}>
      <Button
        variant="default"
        disabled={readOnly || state.counting.closed !== null}
        aria-label={t.keyOpenFor(name)}
        onClick={() => setConfirming(true)}
      >
        {t.keyOpen}
      </Button>
      {confirming && (
        <NewKeyDialog
          memberId={memberId}
          publicKey={publicKey}
          onClose={() => setConfirming(false)}
          onConfirmed={onReread}
        />
      )}
    </div>
  );
};
