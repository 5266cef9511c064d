import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { useMessages } from '../../ui/language.tsx';
import classes from './secret-ballot.module.css';

/** What a secret vote keeps and what it can't, said to the secretary. Folded where it was read before. */
export const HonestLimits = ({ open = false }: { readonly open?: boolean }) => {
  const t = useMessages(secretBallotMessages);
  return (
    <details className={classes.honest} open={open}>
      <summary>{t.honestTitle}</summary>
      <ul className={classes.list}>
        <li>{t.does1}</li>
        <li>{t.does2}</li>
        <li>{t.does3}</li>
      </ul>
      <p>{t.cannot}</p>
      <ul className={classes.list}>
        <li>{t.cannot1}</li>
        <li>{t.cannot2}</li>
        <li>{t.cannot3}</li>
        <li>{t.cannot4}</li>
        <li>{t.cannot5}</li>
      </ul>
    </details>
  );
};
