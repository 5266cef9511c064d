// Draws the icons anew from the SVGs in assets/icons: PNG for Linux and the window, ICO for Windows, ICNS for macOS.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { sourceRoot } from '#main/hosting/program-layout.ts';

const icons = path.join(sourceRoot, 'assets', 'icons');
const build = path.join(sourceRoot, 'assets', 'build');

type Picture = { readonly size: number; readonly png: Buffer };

/** Windows' container: a directory of 16 bytes an entry, then the pictures. */
const toIco = (pictures: readonly Picture[]): Buffer => {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
};

const icnsTypes: Readonly<Record<number, string>> = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};

/** macOS' container: a type and a length before each picture and before the whole. */
const toIcns = (pictures: readonly Picture[]): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8, type, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return chunk(
    'icns',
    Buffer.concat(pictures.flatMap(({ size, png }) => (icnsTypes[size] ? [chunk(icnsTypes[size], png)] : []))),
  );
};

const executablePath = process.argv[2];
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage();
const draw = async (svg: string, size: number): Promise<Picture> => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return { size, png: await page.screenshot({ omitBackground: true }) };
};

await mkdir(build, { recursive: true });
for (const name of ['icon', 'document']) {
  const svg = await readFile(path.join(icons, `${name}.svg`), 'utf8');
  const pictures: Picture[] = [];
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) pictures.push(await draw(svg, size));
  await writeFile(path.join(build, `${name}.ico`), toIco(pictures.filter(({ size }) => size <= 256)));
  await writeFile(path.join(build, `${name}.icns`), toIcns(pictures));
  for (const { size, png } of pictures) {
    if (name === 'icon' && [256, 512].includes(size)) await writeFile(path.join(icons, `icon-${size}.png`), png);
    if (name === 'document' && size === 256) await writeFile(path.join(icons, 'document.png'), png);
  }
}
await browser.close();
