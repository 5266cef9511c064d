import type { Conclusion } from '#domain/conclusion/step.ts';
import type { Block, PaperKind } from '#domain/documents/model.ts';
import { preflight, type PaperLack } from '#domain/documents/preflight.ts';
import { papersOf, type PaperGroup } from '#domain/documents/set.ts';
import type { Session } from '#domain/session/state.ts';
import type { Language } from '#domain/text/catalogue.ts';

/** A page as the list shows it. */
export type PageItem = {
  readonly id: string;
  readonly kind: PaperKind;
  readonly group: PaperGroup;
  readonly inSet: boolean;
  readonly title: string;
  /** Has a table, which a worksheet can hold. */
  readonly hasTable: boolean;
  readonly lacks: readonly PaperLack[];
  readonly hasSignatureField: boolean;
  /** Says across it that it is not final; such a page is not signed. */
  readonly draft: boolean;
};

const hasSignatureField = (block: Block): boolean =>
  block.kind === 'signatures' && block.columns.some(({ field }) => field !== null);

/** Every page of the session with what each still lacks, in the order of the work. */
export const pagesOf = (session: Session, conclusion: Conclusion | null, language: Language): readonly PageItem[] => {
  const input = { session, conclusion };
  const lacks = new Map<PaperKind, readonly PaperLack[]>();
  const lacksOf = (kind: PaperKind): readonly PaperLack[] => {
    const known = lacks.get(kind) ?? preflight(kind, input, language);
    lacks.set(kind, known);
    return known;
  };
  return papersOf(input).map(({ id, kind, group, inSet, build }) => {
    const { title, blocks, watermark } = build();
    return {
      id,
      kind,
      group,
      inSet,
      title,
      hasTable: blocks.some((block) => block.kind === 'table'),
      lacks: lacksOf(kind),
      hasSignatureField: blocks.some(hasSignatureField),
      draft: watermark !== null,
    };
  });
};

/** What several pages lack together, each thing once. */
export const lacksTogether = (pages: readonly PageItem[]): readonly PaperLack[] => [
  ...new Map(pages.flatMap(({ lacks }) => lacks).map((lack) => [lack.text, lack])).values(),
];
