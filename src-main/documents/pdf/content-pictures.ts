import type { Picture } from '#domain/documents/model.ts';
import { printable } from '#domain/documents/printable.ts';
import type { ContentNode } from './layout-types.ts';
import { geometry, MM, pageSize, textHeight } from './page-geometry.ts';
import { tag } from './tags.ts';
import { spacing, type ContentDesk, type Size } from './content-desk.ts';

/** One see-through pixel. */
const transparent =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A picture in the text; where it is none, words that say what should stand there. */
export function pictureOf(
  desk: ContentDesk,
  picture: Picture,
  width: number | null,
  align: 'left' | 'center' | 'right',
): ContentNode[] {
  const limit = { width: desk.width, height: textHeight(desk.paper.orientation) * 0.8 };
  const node = drawing(desk, picture, limit, width === null ? null : width * MM);
  if (!node)
    return [
      desk.leaf([{ text: `[${picture.alt}]`, italic: true }], 'P', { alignment: align, margin: [0, spacing, 0, 0] }),
    ];
  return [{ ...node, alignment: align, margin: [0, spacing, 0, 0] }];
}

/** A picture at the width asked for, or at its own size, and never beyond the limit. */
function drawing(desk: ContentDesk, picture: Picture, limit: Size, width: number | null): ContentNode | null {
  const name = `${desk.paper.id}#${desk.imageCount++}`;
  const size =
    picture.kind === 'svg'
      ? desk.measures.svgSize(picture.svg)
      : desk.measures.takeImage(name, `data:image/${picture.kind};base64,${picture.base64}`);
  if (!size) {
    desk.faults.push({ paper: desk.paper.id, kind: 'picture', item: picture.alt });
    return null;
  }
  // 96 pixels to the inch, as screens and Word take them.
  const wanted = width === null ? 0.75 : width / size.width;
  const factor = Math.min(wanted, limit.width / size.width, limit.height / size.height);
  const common = {
    width: size.width * factor,
    height: size.height * factor,
    tag: tag(desk.root, 'Figure', { alt: printable(picture.alt).text }),
  };
  if (picture.kind === 'svg') {
    // A drawing may carry pictures within itself and fetch none from beside it.
    const imageCallback = (link: string): string => {
      if (/^data:image\/(?:png|jpe?g);base64,/.test(link)) return link;
      desk.faults.push({ paper: desk.paper.id, kind: 'picture', item: picture.alt });
      return transparent;
    };
    return { svg: picture.svg, options: { imageCallback }, ...common };
  }
  return { image: name, ...common };
}

/** Logos in the corners of the first page. */
export function logosOf(desk: ContentDesk): ContentNode[] {
  const size = pageSize(desk.paper.orientation);
  const edge = 6 * MM;
  const limit = { width: 28 * MM, height: 12 * MM };
  return desk.paper.logos.flatMap((logo) => {
    const node = drawing(desk, logo.picture, limit, limit.width);
    if (!node) return [];
    const top = logo.corner.startsWith('top');
    const left = logo.corner.endsWith('Left');
    const x = left ? geometry.margins.left : size.width - geometry.margins.right - Number(node.width ?? 0);
    const y = top ? edge : size.height - edge - (node.height ?? 0);
    return [{ ...node, absolutePosition: { x, y } }];
  });
}
