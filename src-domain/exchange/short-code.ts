/** Crockford's base 32: no I, L, O or U, so a code read aloud or copied by hand comes through. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const shortCodePattern = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/**
 * The first 40 bits of a digest as eight letters, e.g. `7K2M-Q4TX`: what the receipt, the member's screen and the minutes' appendix all show.
 * For comparing by eye; never for deciding anything.
 *
 * @param digest SHA-256 in hexadecimal.
 */
export const shortCode = (digest: string): string => {
  let bits = BigInt(`0x${digest.slice(0, 10)}`);
  let code = '';
  for (let place = 0; place < 8; place += 1) {
    code = (alphabet[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};
