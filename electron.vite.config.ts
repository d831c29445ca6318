import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, which collides with the one electron-vite adds;
    // nothing here uses the threads that it is for.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      sourcemap: true,
      rollupOptions: {
        input: {
          main: at('electron/desktop/main.ts'),
          cli: at('electron/cli/main.ts'),
          'desk-worker': at('electron/desk/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but `electron`: one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: at('electron/preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // The browser door and the app: scheme both serve from their root.
    base: './',
    build: { outDir: 'out/renderer', rollupOptions: { input: at('renderer/index.html') } },
    plugins: [react()],
  },
});
