import Big from 'big.js';
import type { Decimal } from '#domain/forms/form.ts';
import type { Rounding } from '#domain/regulation/pack.ts';

/** A number as the quotient of two decimals, never divided until it is shown. `den` is above 0. */
export type Ratio = { readonly num: Big; readonly den: Big };

const one = new Big(1);
const zero = new Big(0);

export const ratio = (num: Big | Decimal | number, den: Big | Decimal | number = one): Ratio => ({
  num: new Big(num),
  den: new Big(den),
});

export const zeroRatio: Ratio = { num: zero, den: one };

/** -1, 0 or 1 as left is less than, equal to or greater than right; exact. */
export const compareRatios = (left: Ratio, right: Ratio): -1 | 0 | 1 =>
  left.num.times(right.den).cmp(right.num.times(left.den));

/** Sum of two ratios; a common denominator is kept so that means of one council stay "sum/count". */
export const addRatios = (left: Ratio, right: Ratio): Ratio =>
  left.den.eq(right.den)
    ? { num: left.num.plus(right.num), den: left.den }
    : { num: left.num.times(right.den).plus(right.num.times(left.den)), den: left.den.times(right.den) };

export const distance = (left: Ratio, right: Ratio): Ratio => ({
  num: left.num.times(right.den).minus(right.num.times(left.den)).abs(),
  den: left.den.times(right.den),
});

/** "632/9", or "83.5" where nothing is divided. */
export const ratioText = ({ num, den }: Ratio): string =>
  den.eq(one) ? num.toFixed() : `${num.toFixed()}/${den.toFixed()}`;

/** Reads what `ratioText` wrote; null for anything that is no number. */
export const parseRatio = (text: string): Ratio | null => {
  const match = /^(-?\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(text);
  if (!match) return null;
  const den = new Big(match[2] ?? '1');
  return den.eq(zero) ? null : { num: new Big(match[1] ?? '0'), den };
};

// Whole quotients, cut off: what rounding is decided on.
const Whole = Big();
Whole.DP = 0;
Whole.RM = Big.roundDown;

/** Rounds a ratio that is not negative to so many decimals; exact, because the remainder itself is looked at. */
export const roundRatio = ({ num, den }: Ratio, decimals: number, mode: Rounding['mode']): Decimal => {
  const scale = new Big(10).pow(decimals);
  const scaled = num.times(scale);
  const whole = new Whole(scaled).div(den);
  const twice = scaled.minus(whole.times(den)).times(2);
  const toNext = ((): boolean => {
    switch (mode) {
      case 'down':
        return false;
      case 'halfUp':
        return twice.gte(den);
      case 'halfEven':
        return twice.gt(den) || (twice.eq(den) && !whole.mod(2).eq(0));
    }
  })();
  return new Big(toNext ? whole.plus(1) : whole).div(scale).toFixed(decimals);
};
