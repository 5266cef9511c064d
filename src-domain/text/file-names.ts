/**
 * A name fit for a file on every system: no accents, lower case, hyphens for everything else; at most 60 characters. "Nguyễn Văn A" gives
 * "nguyen-van-a". Empty where nothing is left.
 */
export const foldForFileName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
