import type { IntakeDetails, IntakeOutcome } from '#domain/exchange/intake.ts';
import type { exchangeMessages } from '#domain/text/messages/exchange.ts';

type Texts = (typeof exchangeMessages)['vi'];

const valueFor: Readonly<Partial<Record<IntakeOutcome, string>>> = {
  newRevision: 'revision',
  older: 'revision',
  tampered: 'where',
  damaged: 'where',
  newerFormat: 'version',
};

const messageOf = (texts: Texts, key: string, value: unknown): string => {
  const message = (texts as unknown as Readonly<Record<string, string | ((value: unknown) => string)>>)[key];
  return typeof message === 'function' ? message(value) : (message ?? '');
};

/** The words of one line of the report: its short name, what happened and what to do. */
export const foundText = (
  texts: Texts,
  outcome: IntakeOutcome,
  details: IntakeDetails,
): { readonly title: string; readonly what: string; readonly todo: string } => {
  const key = valueFor[outcome];
  const value = key === undefined ? null : details[key];
  const why = outcome === 'refused' ? refusedWhy(texts, details) : '';
  return {
    title: messageOf(texts, `${outcome}.title`, value),
    what: why === '' ? messageOf(texts, `${outcome}.what`, value) : why,
    todo: messageOf(texts, `${outcome}.todo`, value),
  };
};

/** Why a file was refused, where the catalogue knows it more exactly than "not of our kind". */
const refusedWhy = (texts: Texts, details: IntakeDetails): string => {
  const plain = texts as unknown as Readonly<Record<string, unknown>>;
  switch (details['code']) {
    case 'notExchangeFile':
      return texts.notExchangeFile;
    case 'wrongKind':
      return texts.wrongKind(
        messageOf(texts, `kind.${String(details['expected'])}`, null),
        messageOf(texts, `kind.${String(details['found'])}`, null),
      );
    case 'malformed':
      return texts.malformed(String(details['path']));
    case 'danger':
    case 'limit': {
      const key = `${details['code']}.${String(details[details['code']])}`;
      return key in plain ? messageOf(texts, key, details['value']) : '';
    }
    default:
      return '';
  }
};
