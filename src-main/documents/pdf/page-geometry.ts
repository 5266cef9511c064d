/** Points in a millimetre. */
export const MM = 72 / 25.4;

/**
 * A4 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20 to 25 mm, left 30 to 35 mm, right 15 to
 * 20 mm. The page number stands centred over the text in the top margin.
 */
export const geometry = {
  short: 210 * MM,
  long: 297 * MM,
  margins: { top: 20 * MM, right: 15 * MM, bottom: 20 * MM, left: 30 * MM },
  /** Baseline of the page number below the top edge. */
  pageNumberBaseline: 13.5 * MM,
} as const;

export function pageSize(orientation: 'portrait' | 'landscape'): {
  width: number;
  height: number;
  orientation: string;
} {
  return orientation === 'portrait'
    ? { width: geometry.short, height: geometry.long, orientation }
    : { width: geometry.long, height: geometry.short, orientation };
}

/** Width of the text area in points. */
export function textWidth(orientation: 'portrait' | 'landscape'): number {
  return pageSize(orientation).width - geometry.margins.left - geometry.margins.right;
}

/** Height of the text area in points. */
export function textHeight(orientation: 'portrait' | 'landscape'): number {
  return pageSize(orientation).height - geometry.margins.top - geometry.margins.bottom;
}
