import { AlignmentType, BorderStyle, type ITableCellBorders } from 'docx';

/** Twentieths of a point in a millimetre, the measure of Word files. */
export const MM = 1440 / 25.4;
export const margins = { top: 20, right: 15, bottom: 20, left: 30 } as const;
export const page = { short: Math.round(210 * MM), long: Math.round(297 * MM) } as const;

/** First line of a paragraph, in twentieths of a point. */
export const indent = Math.round(10 * MM);

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

export const centred = { alignment: AlignmentType.CENTER } as const;

export const line = { style: BorderStyle.SINGLE, size: 5, color: '000000' } as const;
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const noBorders: ITableCellBorders = { top: noLine, bottom: noLine, left: noLine, right: noLine };
