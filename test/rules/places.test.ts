import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageNames } from '../../electron/api/commands.ts';
import { countPlaces } from './places.ts';
import { projectFolder, sourceFiles } from './source-files.ts';

const places = countPlaces(sourceFiles());
const guide = (name: string) => readFileSync(join(projectFolder, 'docs/how-to', name), 'utf8');

/** The most places that each may touch, and the guide that names them. */
const bars = [
  ['page', 6, 'page.md'],
  ['kind', 6, 'file-format.md'],
] as const;

test.each(bars)('a new %s touches at most %i places, which its guide names', (what, most, guideName) => {
  expect(places[what].length).toBeGreaterThan(1);
  expect(places[what].length).toBeLessThanOrEqual(most);
  const text = guide(guideName);
  expect(places[what].filter((path) => !text.includes(path.split('/').at(-1) ?? path))).toEqual([]);
});

test('a new method touches its feature and the list of use cases, beside a file of its own', () => {
  expect(places.method.length).toBeLessThanOrEqual(3);
});

test('a file that names all pages is counted, one that names some of them is not', () => {
  const files = [
    { path: 'a.ts', text: `const pages = { ${pageNames.map((name) => `${name}: 1`).join(', ')} };` },
    { path: 'b.ts', text: `const some = ['week', 'day'];` },
  ];
  expect(countPlaces(files).page).toEqual(['a.ts']);
});
