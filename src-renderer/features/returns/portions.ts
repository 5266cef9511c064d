/** Most bytes and files sent at a time: small enough that stopping takes effect at once and nothing stands in memory twice. */
const PORTION_BYTES = 4_000_000;
const PORTION_FILES = 10;

/** The back end takes no return beyond 24 MiB: of a larger file this much says enough. */
const ENOUGH_BYTES = 24 * 1024 * 1024 + 1;

const shortened = (file: File): File =>
  file.size <= ENOUGH_BYTES ? file : new File([file.slice(0, ENOUGH_BYTES)], file.name);

/** The files in their order, in portions to be sent one after another. */
export const inPortions = (files: readonly File[]): readonly (readonly File[])[] => {
  const portions: File[][] = [];
  let last: File[] = [];
  let bytes = 0;
  for (const file of files) {
    if (last.length > 0 && (last.length >= PORTION_FILES || bytes + file.size > PORTION_BYTES)) {
      portions.push(last);
      last = [];
      bytes = 0;
    }
    last.push(shortened(file));
    bytes += file.size;
  }
  return last.length === 0 ? portions : [...portions, last];
};
