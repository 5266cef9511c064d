/**
 * A name a person gave a file, fit for every system. Word processors leave such characters in names; Windows, age and ZIP readers do not
 * all take them.
 */
export const plainFileName = (name: string): string => {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_')
    .trim()
    .replace(/\.+$/u, '');
  return cleaned === '' ? 'tep' : cleaned.slice(-255);
};
