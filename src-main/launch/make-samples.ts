import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dossierPaper, dossierTextSchema } from '#domain/samples/dossier-text.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';

/** Makes the PDFs of the sample dossiers anew from their texts; the same texts give the same bytes on every machine. */
const assets = fileURLToPath(new URL('../../assets', import.meta.url));
const folder = join(assets, 'samples', 'nscl-2026');
const renderer = createPaperWorks({ workerUrl: null, fontsDir: join(assets, 'fonts') });

for (const name of (await readdir(folder)).filter((file) => /^dossier-\d+\.json$/.test(file)).sort()) {
  const text = dossierTextSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  const { bytes, pages, faults } = await renderer.renderFully(dossierPaper(text), {
    createdAt: `${text.date}T08:00:00Z`,
    author: text.hostOrganisation,
  });
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`);
  await writeFile(join(folder, text.file), bytes);
  console.log(`${text.file}: ${pages} pages, ${bytes.length} bytes`);
}
await renderer.close();
