import { sourceFiles } from './source-files.ts';
import { checkUniqueNames } from './unique-names.ts';

test('a name is exported by one file', () => {
  expect(checkUniqueNames(sourceFiles())).toEqual([]);
});

test('a planted double is found; re-exports, aliases and the languages of a catalogue are none', () => {
  const files = [
    { path: 'db/a.ts', text: 'export interface Order {}\nexport const one = 1;' },
    { path: 'db/b.ts', text: "export type { Order } from './a.ts';\nexport async function one() {}" },
    { path: 'renderer/i18n/fr/week.ts', text: 'export const week = {};' },
    { path: 'renderer/i18n/en/week.ts', text: 'export const week = {};' },
  ];
  expect(checkUniqueNames(files)).toEqual(['one is exported by db/a.ts and db/b.ts']);
});
