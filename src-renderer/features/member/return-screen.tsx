import { Link } from 'wouter';
import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { checkBallot, formTotalMax } from '#domain/forms/points.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { questionsOf } from '#domain/workbook/questions.ts';
import { formOf, type GivenDossier } from '#domain/workbook/state.ts';
import { useWorkbook } from '../../client/workbook-document.ts';
import { NotFoundHere } from '../../shell/plain-message.tsx';
import { answerText } from '../../ui/answer-text.ts';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { checkAddress } from './addresses.ts';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './return.module.css';

/** One return as it was sent, to be read again. */
export const ReturnScreen = ({ revision }: { readonly revision: number }) => {
  const t = useMessages(memberMessages);
  const { id, state } = useWorkbook();
  const made = state.returns[revision - 1];
  const given = state.package;
  if (!made || !given) return <NotFoundHere />;
  const lead = t.revisionLead(dayAndClockOf(made.createdAt), made.code);
  return (
    <Page title={t.revisionTitle(revision)} lead={lead}>
      <p>
        <Link href={checkAddress(id)}>{t.backToCheck}</Link>
      </p>
      {given.dossiers.map((dossier, index) => {
        const ballot = made.ballots[dossier.id];
        const form = formOf(given, dossier);
        const conflict = made.conflicts[dossier.id];
        if (!form || (!ballot && !conflict)) return null;
        return (
          <Section key={dossier.id} title={t.dossierTitle(index + 1, dossier.title)}>
            {conflict !== undefined && (
              <p>
                {t.summaryConflict}: {conflict.reason}
              </p>
            )}
            {ballot && <SentBallot dossier={dossier} form={form} ballot={ballot} />}
          </Section>
        );
      })}
      {made.remarks !== '' && (
        <Section title={t.remarksLabel}>
          <p className={classes.text}>{made.remarks}</p>
        </Section>
      )}
    </Page>
  );
};

type SentProps = { readonly dossier: GivenDossier; readonly form: Form; readonly ballot: Ballot };

const SentBallot = ({ dossier, form: given, ballot }: SentProps) => {
  const t = useMessages(memberMessages);
  const form = usePackReader().part(given);
  if (ballot.abstained) return <p>{t.summaryAbstained}</p>;
  const { total } = checkBallot(form, dossier.products, ballot);
  const max = formTotalMax(form);
  const opinion = form.opinions.find(({ id }) => id === ballot.opinion);
  return (
    <>
      <dl className={classes.answers}>
        {questionsOf(form, dossier.products).map(({ key, number, criterion, product }) => {
          const answer = ballot.answers[key];
          const label = product === null ? criterion.label : t.ofProduct(criterion.label, product.name);
          return (
            <div key={key}>
              <dt>{t.criterion(number, label)}</dt>
              <dd>
                <b>{answerText(t, criterion, answer?.value ?? null)}</b>
                {(answer?.comment ?? '') !== '' && <p className={classes.text}>{answer?.comment}</p>}
              </dd>
            </div>
          );
        })}
        {total !== null && max !== null && (
          <div>
            <dt>{t.total}</dt>
            <dd>
              <b>{t.totalOf(total, max)}</b>
            </dd>
          </div>
        )}
        {opinion && (
          <div>
            <dt>{t.opinionHeading}</dt>
            <dd>
              <b>{opinion.label}</b>
              {opinion.fields.map(({ id, label }) => (
                <p key={id} className={classes.text}>
                  {label}: {ballot.opinionFields[id] ?? ''}
                </p>
              ))}
            </dd>
          </div>
        )}
        {ballot.comment !== '' && (
          <div>
            <dt>{t.overallComment}</dt>
            <dd>
              <p className={classes.text}>{ballot.comment}</p>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
};
