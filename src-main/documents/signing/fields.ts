import { readPdfText, type PdfForUpdate } from './pdf-update.ts';

export interface SignatureField {
  readonly id: number;
  readonly name: string;
  readonly signed: boolean;
  readonly rect: readonly [number, number, number, number];
}

/** The signature fields of a file, in their order. */
export function signatureFields(pdf: PdfForUpdate): readonly SignatureField[] {
  const form = formOf(pdf);
  if (!form) return [];
  const fields = /\/Fields\s*\[([^\]]*)\]/.exec(form.text)?.[1] ?? '';
  return [...fields.matchAll(/(\d+)\s+0\s+R/g)].flatMap(([, id]) => {
    const text = pdf.dictionary(Number(id));
    if (text === null || !/\/FT\s*\/Sig\b/.test(text)) return [];
    const name = /\/T\s*(\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(text)?.[1];
    const rect = (/\/Rect\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '').trim().split(/\s+/).map(Number);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
    return [
      {
        id: Number(id),
        name: readPdfText(name ?? '') ?? '',
        signed: /\/V\s+\d+\s+0\s+R/.test(text),
        rect: [x1, y1, x2, y2] as const,
      },
    ];
  });
}

/** The form of a file; null where it has none. */
export function formOf(pdf: PdfForUpdate): { id: number; text: string } | null {
  const id = Number(/\/AcroForm\s+(\d+)\s+0\s+R/.exec(pdf.dictionary(pdf.root) ?? '')?.[1]);
  const text = Number.isSafeInteger(id) ? pdf.dictionary(id) : null;
  return text === null ? null : { id, text };
}
