import { builtinModules } from 'node:module';
import { importsOf, type SourceFile } from './import-rules.ts';

/** The part of package.json that names packages. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages that are needed without an import, and why. */
const usedOtherwise: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run check',
  '@types/jest': 'the globals of the tests',
  '@types/node': 'the built-in modules',
  '@testing-library/dom': 'a peer of @testing-library/react',
  'electron-builder': 'npm run pack',
  jest: 'npm test',
  'jest-environment-jsdom': 'named on the first line of tests of components',
  node: 'runs the scripts where the installed Node is another one',
  typescript: 'npm run check',
};

const builtin = new Set(builtinModules);

/** The package of an import; `null` for a project file, a Node module or an alias of the bundler. */
function packageOf(specifier: string): string | null {
  const bare = !/^[./]|^(node|virtual):/.test(specifier);
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1);
  return bare && !builtin.has(name[0]) ? name.join('/') : null;
}

/** The package whose types a `@types` package holds: `@types/babel__core` is of `@babel/core`. */
const typedBy = (name: string) =>
  name.replace(/^@types\/(?:(.+)__)?/, (_, scope) => (scope ? `@${scope}/` : ''));

/** Packages that are imported without being declared, and such as are declared without a use, a line each. */
export function checkPackages(files: readonly SourceFile[], manifest: Manifest): readonly string[] {
  const declared = new Set(
    [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap((names) =>
      Object.keys(names ?? {}),
    ),
  );
  const imported = new Map<string, string>();
  for (const { from, specifier } of files.flatMap((file) => importsOf(file))) {
    const name = packageOf(specifier);
    if (name !== null && !imported.has(name)) imported.set(name, from);
  }
  const undeclared = [...imported].filter(([name]) => !declared.has(name) && !declared.has(`@types/${name}`));
  const unused = [...declared].filter(
    (name) => !imported.has(name) && !imported.has(typedBy(name)) && !(name in usedOtherwise),
  );
  const idle = Object.keys(usedOtherwise).filter((name) => !declared.has(name) || imported.has(name));
  return [
    ...undeclared.map(([name, from]) => `${from} imports ${name}, which package.json does not declare`),
    ...unused.map((name) => `nothing imports ${name}, which package.json declares`),
    ...idle.map((name) => `${name} needs no place in the list of test/rules/package-rules.ts`),
  ];
}
