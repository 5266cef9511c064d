import type { Conclusion } from '#domain/conclusion/step.ts';
import { voterName } from '#domain/session/secret-ballot.ts';
import { formatRounded } from '#domain/text/decimals.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './results.module.css';

/** Ballots the pack's outlier policy flags: a reason is asked for, the result shown with and without; nothing is dropped. */
export const Flagged = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const { state, record } = useSession();
  const flagged = conclusion.dossiers.filter(({ ballots }) => ballots.some((ballot) => ballot.flagged));
  if (flagged.length === 0) return null;
  return (
    <Section title={t.outlierTitle} lead={t.outlierLead}>
      {flagged.map((dossier) => (
        <div key={dossier.id} className={classes.tie}>
          <p>
            <strong>{t.dossierNumber(state.dossierOrder.indexOf(dossier.id) + 1)}</strong>
            {dossier.withoutFlagged?.mean && ` ${t.withoutFlagged(formatRounded(dossier.withoutFlagged.mean.rounded))}`}
          </p>
          {dossier.ballots
            .filter((ballot) => ballot.flagged)
            .map(({ member }) => (
              <TextLine
                key={member}
                label={t.outlierReason(voterName(state, member))}
                value={state.outlierReasons[member]?.[dossier.id] ?? ''}
                onChange={(reason) =>
                  record(
                    { type: 'outlier.explained', memberId: member, dossierId: dossier.id, reason },
                    `outlier:${member}:${dossier.id}`,
                  )
                }
              />
            ))}
        </div>
      ))}
    </Section>
  );
};
