import type { KitDocument, StructureElement } from './kit-types.ts';

export type Role =
  'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Form';

/**
 * One element of the file's logical structure: what a piece of a page is, for readers who hear it. Planned while the
 * content is built, made real once the document exists.
 */
export interface Tag {
  readonly role: Role;
  readonly children: Tag[];
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  /** The element in the document being written. */
  element?: StructureElement;
}

export function tag(parent: Tag, role: Role, extra: { alt?: string; scope?: 'Column' | 'Row' } = {}): Tag {
  const made: Tag = { role, children: [], ...extra };
  parent.children.push(made);
  return made;
}

/** Makes the elements of a planned tree under `parent`, in reading order. */
export function realise(document: KitDocument, planned: Tag, parent: StructureElement): void {
  const element = document.struct(planned.role, { alt: planned.alt, scope: planned.scope });
  planned.element = element;
  parent.add(element);
  for (const child of planned.children) realise(document, child, element);
}
