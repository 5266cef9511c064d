import type { Language } from '#domain/text/catalogue.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { intakeOutcomes, type IntakeDetails, type IntakeOutcome } from './intake.ts';
import { containerDangers, readingLimits, type Refusal } from './refusal.ts';

/** One line of the import report in words. */
export interface IntakeText {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

const kindNames = ['package', 'return', 'receipt', 'keys'] as const;
const pick = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);

/** Why a file was not read, in words. `details` are a refusal's fields; a foreign code gives null. */
const reasonText = (details: IntakeDetails, language: Language): string | null => {
  const texts = exchangeMessages[language];
  const name = (kind: unknown): string => texts[`kind.${pick(kindNames, kind) ?? 'return'}`];
  switch (details['code']) {
    case 'notExchangeFile':
      return texts.notExchangeFile;
    case 'wrongPassphrase':
      return texts.wrongPassphrase;
    case 'wrongKind':
      return texts.wrongKind(name(details['expected']), name(details['found']));
    case 'danger':
      return texts[`danger.${pick(containerDangers, details['danger']) ?? 'unsafeName'}`];
    case 'limit':
      return texts[`limit.${pick(readingLimits, details['limit']) ?? 'totalSize'}`];
    case 'malformed':
      return texts.malformed(String(details['path']));
    default:
      return null;
  }
};

/** What a line of the report says: its name, what happened, what to do next. Null for a code that is no outcome. */
export const intakeText = (code: string, details: IntakeDetails, language: Language): IntakeText | null => {
  const outcome: IntakeOutcome | undefined = pick(intakeOutcomes, code);
  if (!outcome) return null;
  const texts = exchangeMessages[language];
  const common = { title: texts[`${outcome}.title`], todo: texts[`${outcome}.todo`] };
  switch (outcome) {
    case 'newRevision':
    case 'older':
      return { ...common, what: texts[`${outcome}.what`](Number(details['revision'])) };
    case 'tampered':
    case 'damaged':
      return { ...common, what: texts[`${outcome}.what`](String(details['where'])) };
    case 'newerFormat':
      return { ...common, what: texts['newerFormat.what'](Number(details['version'])) };
    case 'refused':
      return { ...common, what: `${texts['refused.what']} ${reasonText(details, language) ?? ''}`.trim() };
    default:
      return { ...common, what: texts[`${outcome}.what`] };
  }
};

/** Why something from outside could not be opened, in one sentence. */
export const refusalText = (refusal: Refusal, language: Language): string => {
  const texts = exchangeMessages[language];
  switch (refusal.code) {
    case 'damaged':
      return texts['damaged.what'](refusal.where);
    case 'tampered':
      return texts['tampered.what'](refusal.where);
    case 'newerFormat':
      return texts['newerFormat.what'](refusal.version);
    case 'notForThisKey':
      return texts['otherSession.what'];
    case 'notExchangeFile':
    case 'wrongPassphrase':
    case 'wrongKind':
    case 'danger':
    case 'limit':
    case 'malformed':
      return reasonText(refusal, language) ?? refusal.code;
  }
};
