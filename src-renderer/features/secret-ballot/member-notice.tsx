import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import type { GivenPackage } from '#domain/workbook/state.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './secret-ballot.module.css';

/** Tells the member that the vote is secret, and what that does and doesn't promise. Absent where the vote is named. */
export const SecretNotice = ({
  given,
  open = false,
}: {
  readonly given: GivenPackage | null;
  readonly open?: boolean;
}) => {
  const t = useMessages(secretBallotMessages);
  if (given?.secretBallot !== true) return null;
  return (
    <Notice title={t.memberTitle}>
      <p>{t.memberLead}</p>
      <details className={classes.honest} open={open}>
        <summary>{t.memberMore}</summary>
        <ul className={classes.list}>
          <li>{t.memberCannot1}</li>
          <li>{t.memberCannot2}</li>
          <li>{t.memberCannot3}</li>
        </ul>
      </details>
    </Notice>
  );
};
