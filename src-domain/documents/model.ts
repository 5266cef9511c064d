import type { Decimal } from '#domain/forms/form.ts';
import type { Language } from '#domain/text/catalogue.ts';

/**
 * What a printed page says, as plain data: no function, no measure of a rendering library, nothing but what a reader
 * would see. The same paper becomes a PDF, a Word file and, for its tables, a worksheet. Layout of Nghị định
 * 30/2020/NĐ-CP (Phụ lục I) is the adapters' affair; a paper only says what stands where.
 */
export interface Paper {
  /** Unique within one set; safe as a file name without its ending. */
  readonly id: string;
  readonly kind: PaperKind;
  /** Title of the file and of its bookmark. */
  readonly title: string;
  readonly lang: Language;
  readonly orientation: 'portrait' | 'landscape';
  /** Lines at the top right of the first page: form code, its source and how surely it is known. Empty for none. */
  readonly formLines: readonly string[];
  /** Words across every page of a paper that is not final, e.g. "DỰ THẢO"; null for none. */
  readonly watermark: string | null;
  /** Size of the body in points: 13 or 14 by the decree; smaller only for slips and wide forms. */
  readonly bodySize: 11 | 12 | 13 | 14;
  readonly logos: readonly Logo[];
  readonly blocks: readonly Block[];
}

export const paperKinds = [
  'minutes',
  'countRecord',
  'scoreSheet',
  'ballotBlank',
  'ballotNamed',
  'ballotFilled',
  'reviewBlank',
  'reviewFilled',
  'passphraseSlip',
  'receiptSlip',
  'attendanceList',
  'recommendation',
  'dissent',
  'reasoningAppendix',
  'invitation',
  'agenda',
  'decisionAnnex',
  'dossierText',
] as const;
/** What a paper is; `dossierText` is a free text such as a thuyết minh. */
export type PaperKind = (typeof paperKinds)[number];

/** A piece of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

/** A picture: PNG or JPEG bytes in base64, or the text of an SVG. `alt` says what it shows. */
export type Picture =
  | { readonly kind: 'png' | 'jpeg'; readonly base64: string; readonly alt: string }
  | { readonly kind: 'svg'; readonly svg: string; readonly alt: string };

export interface Logo {
  readonly corner: 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';
  readonly picture: Picture;
}

/** One cell of a table. A span covers the cells to the right or below, which are then left out of their rows. */
export interface Cell {
  readonly runs: readonly Run[];
  /** The value behind a cell that shows a number: worksheets get it as a number. Dot for the decimals. */
  readonly number?: Decimal;
  readonly align?: Align;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** A box to tick by hand, or a ticked one, drawn before the text. */
  readonly box?: 'empty' | 'ticked';
}

export interface Column {
  /** Share of the table's width; shares need not add up to anything. */
  readonly share: number;
  readonly align?: Align;
}

export interface Signature {
  /** Lines above the hand-written name: "TM. HỘI ĐỒNG", "CHỦ TỊCH". */
  readonly title: readonly string[];
  /** "(Ký và ghi rõ họ tên)"; null for none. */
  readonly hint: string | null;
  /** Printed name; null leaves a dotted line to write on. */
  readonly name: string | null;
  /** Name of the visible signature field laid over the room for signing; null for none. */
  readonly field: string | null;
}

export type Block =
  | LetterheadBlock
  | TitleBlock
  | LegalBasesBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | DefinitionsBlock
  | TableBlock
  | ChecksBlock
  | FillLinesBlock
  | SignaturesBlock
  | PictureBlock
  | SlipBlock
  | CutLineBlock
  | SpaceBlock
  | PageBreakBlock;

/** Head of the first page: issuing bodies at the left, quốc hiệu and tiêu ngữ at the right, số and place-date below. */
export interface LetterheadBlock {
  readonly kind: 'letterhead';
  /** The body above, in plain capitals. */
  readonly parentBody: string | null;
  /** The body that issues the paper, bold, with a line of a third of its width beneath. */
  readonly body: string;
  /** "Số: 05/BB-HĐTC"; null on forms, which carry none. */
  readonly number: string | null;
  /** "Hà Nội, ngày 14 tháng 01 năm 2026", in italics; null where it stands above the signature instead. */
  readonly placeDate: string | null;
}

/** Name of the paper in bold capitals, and below it what it is about, with a short line. */
export interface TitleBlock {
  readonly kind: 'title';
  readonly name: string;
  readonly about: string | null;
}

/** The căn cứ, each in italics; the adapters put ";" after each and "." after the last. */
export interface LegalBasesBlock {
  readonly kind: 'legalBases';
  readonly items: readonly string[];
}

/** A numbered part: level 1 "I.", level 2 "1.", level 3 "a)". Never the last line of a page. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly number: string | null;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly align?: Align;
  /** First line indented; true when left out and the text is justified. */
  readonly indent?: boolean;
}

export interface ListBlock {
  readonly kind: 'list';
  /** Sign before each item: a dash, or points a) b) c) d) đ). */
  readonly marker: 'dash' | 'letter' | 'number';
  readonly items: readonly (readonly Run[])[];
}

/** Lines of "label: value". A null value leaves a dotted line to write on. */
export interface DefinitionsBlock {
  readonly kind: 'definitions';
  readonly items: readonly { readonly label: string; readonly value: readonly Run[] | null }[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Name of the worksheet the table becomes, and its summary for readers who hear the page. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows repeated at the head of each page. */
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  /** Points smaller than the body: 0 to 3. */
  readonly smaller?: 0 | 1 | 2 | 3;
  /** Least height of a body row in millimetres, for rows to be written on by hand. */
  readonly rowHeight?: number;
}

export interface ChecksBlock {
  readonly kind: 'checks';
  readonly items: readonly { readonly label: string; readonly ticked: boolean }[];
  /** Side by side instead of one below the other. */
  readonly inline: boolean;
}

export interface FillLinesBlock {
  readonly kind: 'fillLines';
  /** Dotted lines across the page to write on. */
  readonly count: number;
}

/**
 * Signatures side by side; kept on one page together with the last lines of the paragraph before. With recipients
 * ("Nơi nhận") these stand at the left.
 */
export interface SignaturesBlock {
  readonly kind: 'signatures';
  /** Place and date in italics above the last column, on forms without a letterhead line for it. */
  readonly placeDate: string | null;
  readonly columns: readonly Signature[];
  readonly recipients: readonly string[];
}

export interface PictureBlock {
  readonly kind: 'picture';
  readonly picture: Picture;
  /** Width in millimetres; never wider than the text, whatever is asked. */
  readonly width: number | null;
  readonly align: 'left' | 'center' | 'right';
}

/** A framed box with lines of its own, kept whole on one page. */
export interface SlipBlock {
  readonly kind: 'slip';
  readonly lines: readonly { readonly runs: readonly Run[]; readonly align: Align; readonly large?: boolean }[];
}

/** A dashed line to cut along. */
export interface CutLineBlock {
  readonly kind: 'cutLine';
}

export interface SpaceBlock {
  readonly kind: 'space';
  /** Millimetres. */
  readonly height: number;
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak';
}

export const quocHieu = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const tieuNgu = 'Độc lập - Tự do - Hạnh phúc';

/** One run of upright text, or nothing for an empty text. */
export function plain(text: string): readonly Run[] {
  return text === '' ? [] : [{ text }];
}

/** A paragraph of one upright text. */
export function paragraph(text: string): ParagraphBlock {
  return { kind: 'paragraph', runs: plain(text) };
}

export function bold(text: string): readonly Run[] {
  return text === '' ? [] : [{ text, bold: true }];
}

export function italic(text: string): readonly Run[] {
  return text === '' ? [] : [{ text, italic: true }];
}

/** The characters of runs without their styles. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
