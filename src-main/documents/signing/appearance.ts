import type { SharedFont } from '../pdf/fonts.ts';
import type { PathCommand } from '../pdf/kit-types.ts';

/**
 * Lines of text drawn as outlines: a signature is added to a finished file, whose embedded fonts need not have the letters of the
 * signer's name.
 */
export function appearanceOf(font: SharedFont, lines: readonly string[], width: number, height: number): string {
  const size = 8.5;
  const scale = size / font.parsed.unitsPerEm;
  const number = (value: number) => String(Math.round(value * 1000) / 1000);
  const drawn = lines.map((line, index) => {
    const run = font.parsed.layout(line);
    const whole = run.positions.reduce((sum, position) => sum + position.xAdvance, 0) * scale;
    const squeeze = whole > width - 4 ? (width - 4) / whole : 1;
    let x = Math.max(2, (width - whole) / 2);
    const y = height / 2 + (lines.length / 2 - index - 0.75) * size * 1.3;
    return run.glyphs
      .map((glyph, at) => {
        const path = outlineOf(glyph.path.commands, number);
        const text =
          path === ''
            ? ''
            : `q ${number(scale * squeeze)} 0 0 ${number(scale)} ${number(x)} ${number(y)} cm ${path} f Q`;
        x += (run.positions[at]?.xAdvance ?? 0) * scale * squeeze;
        return text;
      })
      .join('\n');
  });
  return `0 0.2 0.6 rg\n${drawn.join('\n')}`;
}

/** Outline of a glyph as path operators; TrueType's quadratic curves become the cubic ones PDF has. */
function outlineOf(commands: readonly PathCommand[], number: (value: number) => string): string {
  let [x, y] = [0, 0];
  const to = (endX: number, endY: number, operator: string, ...before: readonly number[]): string => {
    [x, y] = [endX, endY];
    return `${[...before, endX, endY].map(number).join(' ')} ${operator}`;
  };
  const third = (from: number, control: number) => from + (2 / 3) * (control - from);
  return commands
    .map(({ command, args: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }) => {
      switch (command) {
        case 'moveTo':
          return to(a, b, 'm');
        case 'lineTo':
          return to(a, b, 'l');
        case 'quadraticCurveTo':
          return to(c, d, 'c', third(x, a), third(y, b), third(c, a), third(d, b));
        case 'bezierCurveTo':
          return to(e, f, 'c', a, b, c, d);
        case 'closePath':
          return 'h';
      }
    })
    .join(' ');
}
