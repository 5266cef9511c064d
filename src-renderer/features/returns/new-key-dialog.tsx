import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { client } from '../../client/client.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

type Props = {
  readonly memberId: string;
  /** The key the return is signed with. */
  readonly publicKey: string;
  readonly onClose: () => void;
  /** The seat takes this key now: the files can be read again. */
  readonly onConfirmed: () => void;
};

type Why = 'replaced' | 'both';

/** A return came with another key: the secretary has asked the member, says which of the two cases it is, and why. */
export const NewKeyDialog = ({ memberId, publicKey, onClose, onConfirmed }: Props) => {
  const t = useMessages(mergingMessages);
  const tc = useMessages(collectingMessages);
  const { id: sessionId, state, record, flush, perform } = useSession();
  const [why, setWhy] = useState<Why | null>(null);

  const confirm = async (reason: string): Promise<void> => {
    if (why === 'replaced') await perform(() => client.returns.resetKey({ sessionId, memberId, reason }));
    else {
      record({ type: 'seat.furtherKeyAllowed', memberId, publicKey, reason });
      await flush();
    }
    onConfirmed();
  };

  return (
    <ReasonDialog
      title={t.keyTitle(state.members[memberId]?.name ?? '')}
      reasonLabel={tc.newKeyReason}
      confirmLabel={tc.newKeyConfirm}
      ready={why !== null}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{t.keyText}</p>
      <Radio.Group mt="md" label={t.keyWhy} value={why ?? ''} onChange={(value) => setWhy(value as Why)}>
        <Stack gap="sm" mt="xs">
          <Radio value="both" label={t.keyBoth} description={t.keyBothHint} />
          <Radio value="replaced" label={t.keyReplaced} description={t.keyReplacedHint} />
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  );
};
