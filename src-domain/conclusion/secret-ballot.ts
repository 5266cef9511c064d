import { sameText, type Text } from '#domain/text/bilingual.ts';
import type { Language } from '#domain/text/catalogue.ts';
import type { CaseMember } from './case.ts';

const shape = /^phieu-([1-9]\d{0,3})$/;

/** What stands in the place of a member's id for a ballot of a secret vote. */
export const anonymousBallot = (number: number): string => `phieu-${number}`;

/** The number of a ballot of a secret vote; null for a member's id. */
export const ballotNumber = (id: string): number | null => {
  const number = shape.exec(id)?.[1];
  return number === undefined ? null : Number(number);
};

/** What the ballot is called on screens and pages in the place of a name; null for a member's id. */
export const ballotTitle = (id: string, language: Language = 'vi'): string | null => {
  const number = ballotNumber(id);
  if (number === null) return null;
  return language === 'vi' ? `Phiếu số ${number}` : `Ballot ${number}`;
};

/** What a member, or a ballot whose member nobody knows, is called. */
export const memberText = ({ id, name }: Pick<CaseMember, 'id' | 'name'>): Text => {
  const ballot = ballotTitle(id);
  return ballot === null
    ? sameText(name.trim() === '' ? id : name)
    : { vi: ballot, en: ballotTitle(id, 'en') ?? ballot };
};

/** Stands at the table for a ballot whose member nobody knows: holds no office and is in no denominator. */
export const bearerOf = (id: string): CaseMember => ({
  id,
  name: ballotTitle(id) ?? id,
  office: 'member',
  outside: false,
  fromHost: false,
});
