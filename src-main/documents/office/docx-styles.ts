import { AlignmentType, LineRuleType } from 'docx';
import type { Paper } from '#domain/documents/model.ts';
import { indent } from './docx-measures.ts';

const font = 'Times New Roman';

/** The styles of a Word file, so that whoever edits it further changes a style and not each paragraph. */
export function stylesOf(paper: Paper): object {
  const size = paper.bodySize * 2;
  const spacing = { before: 120, after: 0, line: 259, lineRule: LineRuleType.AUTO };
  const heading = (before: number, italics = false) => ({
    run: { size, bold: true, italics, color: '000000', font },
    paragraph: { spacing: { ...spacing, before }, indent: { firstLine: indent }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: { run: { font, size, language: { value: 'vi-VN' } } },
      heading1: heading(200),
      heading2: heading(120),
      heading3: heading(120, true),
      title: {
        run: { size: 28, bold: true, color: '000000', font },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 360, after: 0 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size },
        paragraph: { alignment: AlignmentType.JUSTIFIED, spacing, indent: { firstLine: indent } },
      },
      { id: 'Plain', name: 'Plain', basedOn: 'Normal', run: { size }, paragraph: { spacing: { before: 0, after: 0 } } },
    ],
  };
}
