import manifest from '../../package.json';
import { checkPackages, type Manifest } from './package-rules.ts';
import { allFiles } from './source-files.ts';

const files = allFiles();

test('every package is used, and every import declared', () => {
  expect(files.some(({ path }) => path === 'vite.config.ts')).toBe(true);
  expect(files.some(({ path }) => path.endsWith('.mjs'))).toBe(true);
  expect(checkPackages(files, manifest)).toEqual([]);
});

/** What is told of one file beside the project's own, and of other packages. */
const told = (text: string, more: Manifest['devDependencies'] = {}) =>
  checkPackages([...files, { path: 'renderer/planted.ts', text }], {
    ...manifest,
    devDependencies: { ...manifest.devDependencies, ...more },
  });

test.each([
  [`import 'left-pad';`, 'left-pad'],
  [`import type { X } from '@scope/name/deep/file';`, '@scope/name'],
  [`await import('left-pad/sub');`, 'left-pad'],
])('%s is told where it is not declared', (text, name) => {
  expect(told(text)).toEqual([`renderer/planted.ts imports ${name}, which package.json does not declare`]);
});

test.each(['left-pad', '@types/left-pad'])('%s is told where nothing imports it', (name) => {
  expect(told('', { [name]: '*' })).toEqual([`nothing imports ${name}, which package.json declares`]);
});

test('types count as used with their package', () => {
  expect(told(`import 'left-pad';`, { 'left-pad': '*', '@types/left-pad': '*' })).toEqual([]);
});

test('npm runs nothing by itself but the build after an install', () => {
  const byItself = ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare', 'dependencies'];
  const around = Object.keys(manifest.scripts).flatMap((name) => [`pre${name}`, `post${name}`]);
  const run = Object.keys(manifest.scripts).filter((name) => [...byItself, ...around].includes(name));
  expect(run).toEqual(['prepare']);
});
