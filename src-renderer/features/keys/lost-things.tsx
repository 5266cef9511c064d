import { Link } from 'wouter';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import { LostVault } from './lost-vault.tsx';
import classes from './keys.module.css';

/** The way out of each loss, with the button that takes it. `lost`: the session's keys don't open on this computer. */
export const LostThings = ({ lost }: { readonly lost: boolean }) => {
  const t = useMessages(keyMessages);
  const names = useMessages(stepMessages);
  const { id: sessionId } = useSession();
  return (
    <Section title={t.lostTitle} lead={t.lostLead}>
      <div className={classes.case}>
        <h3>{t.lostPassphraseTitle}</h3>
        <p>{t.lostPassphrase}</p>
        <Link href={`/sessions/${sessionId}/packages`}>{names.packages}</Link>
      </div>
      <div className={classes.case}>
        <h3>{t.lostLaptopTitle}</h3>
        <p>{t.lostLaptop}</p>
      </div>
      <div className={classes.case}>
        <h3>{t.lostMemberKeyTitle}</h3>
        <p>{t.lostMemberKey}</p>
        <Link href={`/sessions/${sessionId}/returns`}>{names.returns}</Link>
      </div>
      <LostVault lost={lost} />
    </Section>
  );
};
