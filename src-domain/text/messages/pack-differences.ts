import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  yes: 'có',
  no: 'không',
  share: (comparison: string, num: number, den: number) =>
    `${comparison === 'moreThan' ? 'trên' : 'ít nhất'} ${num}/${den}`,
};

const en: typeof vi = {
  yes: 'yes',
  no: 'no',
  share: (comparison, num, den) => `${comparison === 'moreThan' ? 'more than' : 'at least'} ${num}/${den}`,
};

/** Words of the values that differ between two packs. */
export const packDifferenceMessages: Catalogue<typeof vi> = { vi, en };
