import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

// The main process and its worker threads, with their packages inside: a packed program carries no node_modules.
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: `${root}out/main`,
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    // Node 20.18 is in Electron 33, the oldest runtime that the tests use.
    target: 'node20',
    ssr: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: {
        electron: `${root}src-main/electron/main.ts`,
        'paper-worker': `${root}src-main/documents/worker.ts`,
        'sealing-worker': `${root}src-main/exchange/passphrase-worker.ts`,
      },
      external: ['electron', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
