import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/];

/** `vite build --app` builds the page, the app's processes and the preload script. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: { outDir: '../dist/renderer', emptyOutDir: true },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron', 'better-sqlite3'] },
      build: {
        outDir: '../dist/electron',
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node24',
        rolldownOptions: {
          input: {
            main: 'electron/desktop/main.ts',
            start: 'electron/desktop/start.ts',
            worker: 'electron/worker/worker.ts',
            cli: 'electron/cli/main.ts',
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: '../dist/electron',
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { preload: 'electron/desktop/preload.ts' },
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
});
