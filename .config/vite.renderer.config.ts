import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

// One build of the screen for both hosts. Addresses are relative: the same files answer under app:// and http://127.0.0.1.
export default defineConfig({
  root: `${root}src-renderer`,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: `${root}out/renderer`,
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    // The oldest runtime that the tests use: Electron 33.
    target: 'chrome130',
    sourcemap: false,
    // Nothing inlined as data: except what is tiny; fonts and workers must come from our own scheme.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8_000,
    modulePreload: { polyfill: false },
    // What the first screen needs is one file, in the order in which it is imported: the styles of a library before those that change them, and
    // the settings of one before its first use.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
});
