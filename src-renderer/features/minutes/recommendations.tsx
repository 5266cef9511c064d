import { dossiersOf } from '#domain/session/state.ts';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { useSession } from '../../client/session-document.ts';
import { useConclusion } from '../../client/use-conclusion.ts';
import { TextArea } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './minutes.module.css';

/** What the council recommends for each dossier and in general: the computed sentence, and its own words after it. */
export const Recommendations = () => {
  const t = useMessages(minutesMessages);
  const ts = useMessages(sessionMessages);
  const { state, record } = useSession();
  const conclusion = useConclusion();
  return (
    <Section title={t.recommendationsTitle} lead={t.recommendationsLead}>
      {dossiersOf(state).map((dossier, index) => {
        const result = conclusion?.dossiers.find(({ id }) => id === dossier.id);
        return (
          <div key={dossier.id} className={classes.recommendation}>
            <h3>
              {t.dossierNumber(index + 1)}: {dossier.title.trim() || ts.untitledDossier}
            </h3>
            {/* The sentence is Vietnamese whatever the language of the screen: it is what the page says. */}
            <p className={classes.computed}>
              <small>{t.computed}</small>
              {result === undefined ? t.noneComputed : <span lang="vi">{result.statement.vi}</span>}
            </p>
            <TextArea
              label={t.recommendation(index + 1)}
              minRows={2}
              value={state.minutes.recommendations[dossier.id] ?? ''}
              onChange={(text) =>
                record({ type: 'recommendation.set', dossierId: dossier.id, text }, `recommendation.${dossier.id}`)
              }
            />
          </div>
        );
      })}
      <TextArea
        label={t.general}
        description={t.generalHint}
        value={state.minutes.generalRecommendation}
        onChange={(value) =>
          record({ type: 'field.set', field: 'minutes.generalRecommendation', value }, 'minutes.generalRecommendation')
        }
      />
    </Section>
  );
};
