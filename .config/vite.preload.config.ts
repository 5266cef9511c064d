import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

// A sandboxed preload is one CommonJS file.
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: `${root}out/preload`,
    emptyOutDir: true,
    target: 'chrome130',
    minify: false,
    lib: { entry: `${root}src-main/electron/preload.ts`, formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
