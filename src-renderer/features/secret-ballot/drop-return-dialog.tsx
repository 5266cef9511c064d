import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

type Props = { readonly memberId: string; readonly onClose: () => void };

/** A return of a secret vote is dropped so that another one of the member, which diverged from it, can be taken. */
export const DropReturnDialog = ({ memberId, onClose }: Props) => {
  const t = useMessages(secretBallotMessages);
  const { state, record } = useSession();
  return (
    <ReasonDialog
      title={t.dropTitle(state.members[memberId]?.name ?? '')}
      reasonLabel={t.dropReason}
      confirmLabel={t.dropConfirm}
      onClose={onClose}
      onConfirm={(reason) => record({ type: 'secretBallot.returnDropped', memberId, reason })}
    >
      <p>{t.dropText}</p>
    </ReasonDialog>
  );
};
