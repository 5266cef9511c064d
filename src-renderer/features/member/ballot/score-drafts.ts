/**
 * What was typed into a score field and is no score: it stays in the field, also after leaving the dossier and coming back, until it is
 * mended. Lives as long as the window.
 */
const drafts = new Map<string, string>();

export const draftOf = (place: string): string | null => drafts.get(place) ?? null;

export const keepDraft = (place: string, text: string | null): void => {
  if (text === null) drafts.delete(place);
  else drafts.set(place, text);
};
