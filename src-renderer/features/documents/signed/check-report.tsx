import type { SignatureReport, SignedFileCheck } from '#domain/documents/signature-report.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { signingMessages } from '#domain/text/messages/signing.ts';
import { useMessages } from '../../../ui/language.tsx';
import { dayAndClockOf, dayText } from '../../../ui/moments.ts';
import { Notice, type Tone } from '../../../ui/notice.tsx';
import classes from './signed.module.css';
import { isTrustworthy } from './check-summary.ts';

type Props = {
  readonly check: SignedFileCheck;
  /** Title of a locked page by its hash. */
  readonly titleOf: (sha256: string) => string;
};

/** Everything that was found in a signed file, and what was not looked at. */
export const CheckReport = ({ check, titleOf }: Props) => {
  const t = useMessages(signedFilesMessages);
  const { signatures, intact, sameness, additions } = check;
  if (signatures.length === 0) return <Notice tone="attention">{t.noSignature}</Notice>;
  const tone: Tone = !intact ? 'wrong' : isTrustworthy(check) ? 'plain' : 'attention';
  return (
    <div className={classes.report}>
      <Notice tone={tone} title={intact ? t.intact : t.notIntact}>
        <p>
          {sameness.kind === 'same' ? t.same(titleOf(sameness.sha256)) : t[sameness.kind]}
          {sameness.kind === 'same' && additions === 'signatures' && ` ${t.additionsSignatures}`}
          {additions === 'other' && ` ${t.additionsOther}`}
          {additions === 'unknown' && ` ${t.additionsUnknown}`}
        </p>
      </Notice>
      <ol className={classes.signatures}>
        {signatures.map((signature, index) => (
          <li key={index}>
            <OneSignature number={index + 1} signature={signature} />
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>{t.chainUnchecked}</p>
    </div>
  );
};

const OneSignature = ({ number, signature }: { readonly number: number; readonly signature: SignatureReport }) => {
  const t = useMessages(signedFilesMessages);
  const texts = useMessages(signingMessages);
  const { signer, issuer, claimedAt, reason, coversWholeFile, selfSigned, validFrom, validTo, faults } = signature;
  const day = (moment: string): string => dayText(moment.slice(0, 10));
  return (
    <>
      <strong>{t.signatureTitle(number, signer === '' ? t.unknownSigner : signer)}</strong>
      <ul className={classes.facts}>
        {faults.map((fault) => (
          <li key={fault} className={classes.fault}>
            {texts[`fault.${fault}`]}
          </li>
        ))}
        <li>{claimedAt === null ? t.claimedUnknown : t.claimedAt(dayAndClockOf(claimedAt))}</li>
        {reason !== null && reason !== '' && <li>{t.reasonIs(reason)}</li>}
        <li>{coversWholeFile ? t.coversAll : t.coversPart}</li>
        {selfSigned ? <li>{texts.selfSigned.trim()}</li> : issuer !== '' && <li>{t.issuedBy(issuer)}</li>}
        {validFrom !== null && validTo !== null && (
          <li>
            {t.validity} {t.validFromTo(day(validFrom), day(validTo))}.
          </li>
        )}
      </ul>
    </>
  );
};
