import type { Decimal } from '#domain/forms/form.ts';
import { formatDecimal } from '#domain/text/decimals.ts';

/** A number of the draft as it is read in a line; one that was cleared (see `readDraft`) is an ellipsis. */
export const shownNumber = (value: Decimal | number | null): string =>
  value === null || value === '' ? '…' : formatDecimal(value);
