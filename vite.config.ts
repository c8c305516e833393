import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { licenceList } from './electron/build/licences.js';

const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/];

const entry = '/renderer/app/entry.ts';
const page = '/renderer/app/main.tsx';

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A module and all that it cannot start without. */
function neededBy(file: string, modules: Modules): ReadonlySet<string> {
  const needed = new Set([import.meta.dirname + file]);
  for (const id of needed) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) needed.add(imported);
  }
  return needed;
}

/** The first page goes into one file, as each further one is a request; the small file before it stays small. */
function firstPage() {
  let sets: readonly ReadonlySet<string>[] | undefined;
  return (id: string, modules: Modules): string | null => {
    sets ??= [neededBy(page, modules), neededBy(entry, modules)];
    return sets[0]?.has(id) && !sets[1]?.has(id) ? 'main' : null;
  };
}

/** Has the browser fetch the page's code at once, though a smaller file goes before it. */
const preloadPage: Plugin = {
  name: 'preload-page',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }): HtmlTagDescriptor[] {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const first = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(page)));
      return [first?.fileName, ...(first?.imports ?? [])].flatMap((file) =>
        file === undefined
          ? []
          : { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` } },
      );
    },
  },
};

/** The page, the app's processes and the preload script; `electron/build/build.js` says into which folder. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), preloadPage],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/package/renderer',
        emptyOutDir: true,
        license: { fileName: licenceList },
        // The first page is one file on purpose.
        chunkSizeWarningLimit: 1_200,
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [{ name: firstPage(), debugName: 'first-page', includeDependenciesRecursively: false }],
            },
          },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron', 'better-sqlite3'] },
      build: {
        outDir: '../dist/package/electron',
        emptyOutDir: true,
        license: { fileName: licenceList },
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
        outDir: '../dist/package/electron',
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
