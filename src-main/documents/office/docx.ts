import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IRunOptions,
} from 'docx';
import { textOfRuns, type Block, type Paper } from '#domain/documents/model.ts';
import { DocxDesk, type Child } from './docx-desk.ts';
import { formLinesOf, letterheadOf, titleOf } from './docx-head.ts';
import { margins, MM, page } from './docx-measures.ts';
import { pictureOf } from './docx-pictures.ts';
import { signaturesOf, slipOf } from './docx-signatures.ts';
import { stylesOf } from './docx-styles.ts';
import { tableOf } from './docx-table.ts';
import {
  checksOf,
  cutLine,
  definitionsOf,
  fillLinesOf,
  headingOf,
  legalBasesOf,
  listOf,
  paragraphOf,
} from './docx-text.ts';
import { xmlText } from './xml-text.ts';

/**
 * A paper as a Word file that can be edited further: real styles, real tables, page numbers as fields, nothing that other word
 * processors would not show. Measures are those of the PDF.
 */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    creator: 'HoiDong',
    title: xmlText(paper.title),
    language: undefined,
    styles: stylesOf(paper),
    // A line that ends by hand in a justified paragraph keeps its own length.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    sections: [sectionOf(paper)],
  } as ConstructorParameters<typeof Document>[0]);
  return new Uint8Array(await Packer.toBuffer(document));
}

function sectionOf(paper: Paper): object {
  const landscape = paper.orientation === 'landscape';
  const look: IRunOptions = { text: paper.watermark ?? '', bold: true, color: '808080', size: 28 };
  const mark = paper.watermark === null ? [] : [new TextRun(look)];
  return {
    properties: {
      titlePage: true,
      page: {
        // Word turns the sheet itself where landscape is asked for.
        size: {
          width: page.short,
          height: page.long,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: Math.round(margins.top * MM),
          right: Math.round(margins.right * MM),
          bottom: Math.round(margins.bottom * MM),
          left: Math.round(margins.left * MM),
          header: Math.round(9 * MM),
          footer: Math.round(9 * MM),
        },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: mark })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ size: 26, children: [PageNumber.CURRENT] }),
              ...(mark.length > 0 ? [new TextRun('   '), ...mark] : []),
            ],
          }),
        ],
      }),
    },
    footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
    children: childrenOf(new DocxDesk(paper)),
  };
}

function childrenOf(desk: DocxDesk): Child[] {
  const { blocks } = desk.paper;
  const children: Child[] = formLinesOf(desk);
  blocks.forEach((block, index) => children.push(...blockOf(desk, block, blocks[index + 1])));
  // A Word file may not end with a table.
  if (!(children.at(-1) instanceof Paragraph)) children.push(desk.hair());
  return children;
}

/** A longer paragraph is not moved to the next page whole for what follows it; LibreOffice would leave half a page empty. */
const LONG = 800;

/** Is the block parted from the next one by no page end? */
function staysWith(block: Block, next: Block | undefined): boolean {
  if (next?.kind !== 'signatures' && block.kind === 'paragraph' && textOfRuns(block.runs).length > LONG) return false;
  switch (next?.kind) {
    case 'signatures':
    case 'table':
    case 'checks':
    case 'fillLines':
      return true;
    case 'list':
      return block.kind === 'paragraph' && textOfRuns(block.runs).endsWith(':');
    default:
      return false;
  }
}

function blockOf(desk: DocxDesk, block: Block, next: Block | undefined): Child[] {
  const keepNext = staysWith(block, next);
  switch (block.kind) {
    case 'letterhead':
      return [letterheadOf(desk, block)];
    case 'title':
      return titleOf(desk, block);
    case 'legalBases':
      return legalBasesOf(desk, block);
    case 'heading':
      return [headingOf(desk, block)];
    case 'paragraph':
      return [paragraphOf(desk, block, keepNext)];
    case 'list':
      return listOf(desk, block, keepNext);
    case 'definitions':
      return definitionsOf(desk, block, keepNext);
    case 'table':
      // Signatures bring the paragraph that stands between.
      return next?.kind === 'signatures'
        ? [desk.spacer(6, true), tableOf(desk, block, true)]
        : [desk.spacer(6, true), tableOf(desk, block, false), desk.spacer(2)];
    case 'checks':
      return checksOf(desk, block, keepNext);
    case 'fillLines':
      return fillLinesOf(desk, block, keepNext);
    case 'signatures':
      return signaturesOf(desk, block);
    case 'picture':
      return [pictureOf(desk, block)];
    case 'slip':
      return slipOf(desk, block);
    case 'cutLine':
      return [cutLine()];
    case 'space':
      return [desk.spacer(block.height * (72 / 25.4))];
    case 'pageBreak':
      return [new Paragraph({ style: 'Plain', children: [new PageBreak()] })];
  }
}
