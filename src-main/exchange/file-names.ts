import { displayFileNameSchema } from '#domain/exchange/fields.ts';

/**
 * A name that can be given on every system, as near to the wanted one as possible: what no system can bear becomes `_`, the ending stays.
 */
export const displayFileName = (wanted: string): string => {
  const cleaned = wanted
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_')
    .trim()
    .replace(/\.+$/, '');
  const dot = cleaned.lastIndexOf('.');
  const ending = dot > 0 && cleaned.length - dot <= 16 ? cleaned.slice(dot) : '';
  const short = cleaned.length <= 255 ? cleaned : `${cleaned.slice(0, 255 - ending.length).trimEnd()}${ending}`;
  return displayFileNameSchema.safeParse(short).success ? short : `_${short.slice(0, 200)}${short === '' ? 'tep' : ''}`;
};

/** Where a dossier file stands in the container: by its hash, with its ending so that an archive opened by hand makes sense. */
export const entryPathOf = (sha256: string, name: string): string => {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return `files/${sha256}${ending === undefined ? '' : `.${ending}`}`;
};
