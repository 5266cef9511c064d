import type { CertificateReport } from '#domain/documents/signature-report.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { useMessages } from '../../../ui/language.tsx';
import { dayText } from '../../../ui/moments.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './signed.module.css';

const day = (moment: string): string => dayText(moment.slice(0, 10));

/** Whose certificate it is, who issued it and how long it is good; and plainly what keeps it from signing. */
export const CertificateFacts = ({ certificate }: { readonly certificate: CertificateReport }) => {
  const t = useMessages(signedFilesMessages);
  const { holder, organisation, issuer, validFrom, validTo, validity, selfSigned, serialNumber } = certificate;
  const facts = [
    [t.holder, holder],
    ...(organisation === '' ? [] : [[t.organisation, organisation] as const]),
    [t.issuer, issuer],
    [t.validity, t.validFromTo(day(validFrom), day(validTo))],
    [t.serial, serialNumber],
  ] as const;
  return (
    <>
      <section aria-label={t.certificateTitle}>
        <h3>{t.certificateTitle}</h3>
        <dl className={classes.certificate}>
          {facts.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </section>
      {validity !== 'good' && (
        <Notice tone="wrong" alert>
          {validity === 'expired' ? t.expired(day(validTo)) : t.notYet(day(validFrom))}
        </Notice>
      )}
      {validity === 'good' && selfSigned && <Notice tone="attention">{t.selfSigned}</Notice>}
    </>
  );
};

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);
