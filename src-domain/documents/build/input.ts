import type { Conclusion, DossierResult } from '#domain/conclusion/step.ts';
import type { Session } from '#domain/session/state.ts';

/** What pages are built from. Nothing else enters them, no clock and no locale. */
export interface PaperInput {
  readonly session: Session;
  /** The conclusion computed from the session; null while there is no pack or nothing to compute. */
  readonly conclusion: Conclusion | null;
}

export const resultOf = (input: PaperInput, dossierId: string): DossierResult | undefined =>
  input.conclusion?.dossiers.find((dossier) => dossier.id === dossierId);
