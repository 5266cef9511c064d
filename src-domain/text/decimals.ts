import Big from 'big.js';
import type { Decimal } from '#domain/forms/form.ts';

/** How a number is written on the screen and on paper. */
export interface DecimalFormat {
  /** Exactly this many decimals, rounded half up; as many as the number has when left out. */
  readonly places?: number;
  /** Dots between the thousands of the whole part (1.234,5). */
  readonly grouped?: boolean;
}

/**
 * A decimal as Vietnamese readers expect it: "87.5" becomes "87,5". Takes a decimal text with a dot or a finite number;
 * throws for anything else.
 */
export function formatDecimal(value: Decimal | number, format: DecimalFormat = {}): string {
  const number = new Big(value);
  const text = format.places === undefined ? number.toFixed() : number.toFixed(format.places, Big.roundHalfUp);
  const [whole = '0', fraction] = text.split('.');
  const left = format.grouped === true ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.') : whole;
  return fraction === undefined ? left : `${left},${fraction}`;
}

/** A rounded decimal with all the places it was rounded to: "30.00" becomes "30,00". */
export function formatRounded(value: Decimal): string {
  return formatDecimal(value, { places: value.split('.')[1]?.length ?? 0 });
}

/**
 * Reads what a person typed as a number: a comma or a dot separates the decimals, blanks around are ignored. Gives the
 * decimal with a dot and without needless zeros, or null where it is not a plain non-negative number.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (!match) return null;
  return new Big(`${match[1] ?? '0'}.${match[2] ?? '0'}`).toFixed();
}
