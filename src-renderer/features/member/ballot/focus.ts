const fieldIn = (place: HTMLElement): HTMLElement =>
  place.matches('input, textarea, button, select')
    ? place
    : (place.querySelector<HTMLElement>('input:checked') ??
      place.querySelector<HTMLElement>('input, textarea, button') ??
      place);

const bring = (field: HTMLElement): void => {
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
};

/** Moves the focus to the field of this name. False where there is none. */
export const focusAnchor = (anchor: string): boolean => {
  const place = document.getElementById(anchor);
  if (place === null) return false;
  bring(fieldIn(place));
  return true;
};

/** Moves the focus to the first of these fields after the present one, around the end to the first. False where none is there. */
export const focusNextOf = (anchors: readonly string[]): boolean => {
  const places = anchors.flatMap((anchor) => document.getElementById(anchor) ?? []);
  const here = document.activeElement;
  const after = places.find(
    (place) =>
      here !== null &&
      !place.contains(here) &&
      (here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const target = after ?? places[0];
  if (!target) return false;
  bring(fieldIn(target));
  return true;
};

/** Moves the focus to the next (or, with -1, the previous) item to be answered within `form`; past the last one to the way on. */
export const focusItem = (form: HTMLElement, step: 1 | -1): void => {
  const items = [...form.querySelectorAll<HTMLElement>('[data-item]')];
  const here = document.activeElement;
  const position = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_PRECEDING;
  // A chosen level's group has one stop, which need not be the button that has the focus.
  const others = items.filter((item) => item !== here && item.closest('[role="radiogroup"]')?.contains(here) !== true);
  const relation = (item: HTMLElement): number => (here === null ? 0 : here.compareDocumentPosition(item) & position);
  const target =
    step === 1
      ? others.find((item) => relation(item) === Node.DOCUMENT_POSITION_FOLLOWING)
      : others.findLast((item) => relation(item) === Node.DOCUMENT_POSITION_PRECEDING);
  if (target) bring(target);
  else if (step === 1) document.getElementById('onward')?.focus();
};
