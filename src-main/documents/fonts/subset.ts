/**
 * Cuts the Tinos fonts down to the characters HoiDong prints and writes them to assets/fonts. Run by hand when the font
 * or the set of characters changes: `node src-main/documents/fonts/subset.ts`.
 *
 * Kerning and mark positioning are kept (dropping kern moves text); hinting stays out, since paper needs none.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printableCodePoints } from '#domain/documents/printable.ts';

type SubsetFont = (
  font: Uint8Array,
  text: string,
  options: { targetFormat: 'truetype'; keepFeatures: string[]; noHinting: boolean; preserveNameIds: number[] },
) => Promise<Uint8Array>;

const require = createRequire(import.meta.url);
const subsetFont = require('subset-font') as SubsetFont;
const source = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
const target = join(import.meta.dirname, '../../../assets/fonts');

const styles = [
  ['400Regular/Tinos_400Regular.ttf', 'Tinos-Regular.ttf'],
  ['700Bold/Tinos_700Bold.ttf', 'Tinos-Bold.ttf'],
  ['400Regular_Italic/Tinos_400Regular_Italic.ttf', 'Tinos-Italic.ttf'],
  ['700Bold_Italic/Tinos_700Bold_Italic.ttf', 'Tinos-BoldItalic.ttf'],
] as const;

await mkdir(target, { recursive: true });
const text = String.fromCodePoint(...printableCodePoints);
for (const [from, to] of styles) {
  const bytes = await subsetFont(await readFile(join(source, from)), text, {
    targetFormat: 'truetype',
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
    noHinting: true,
    preserveNameIds: [0, 1, 2, 4, 6, 13, 14],
  });
  await writeFile(join(target, to), bytes);
  process.stdout.write(`${to} ${bytes.length} bytes\n`);
}
await copyFile(join(source, 'LICENSE_FONT'), join(target, 'OFL.txt'));
