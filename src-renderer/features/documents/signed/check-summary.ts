import type { SignedFileCheck } from '#domain/documents/signature-report.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';

/** Do the signatures hold for the locked page and nothing else? */
export const isTrustworthy = ({ intact, sameness, additions }: SignedFileCheck): boolean =>
  intact && sameness.kind === 'same' && (additions === 'signatures' || additions === 'none');

/** The check in one line; what is wrong stands first. */
export const summaryOf = (check: SignedFileCheck, language: Language): string => {
  const t = signedFilesMessages[language];
  if (check.signatures.length === 0) return t.unsigned;
  if (!check.intact) return t.summaryBroken;
  const sameness = { same: t.summarySame, different: t.summaryDifferent, nothingLocked: t.summaryNotLocked };
  return [
    t.summaryIntact(check.signatures.length),
    sameness[check.sameness.kind],
    ...(check.additions === 'other' ? [t.summaryOther] : []),
  ].join('; ');
};
