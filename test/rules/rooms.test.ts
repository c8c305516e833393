import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layered, tops } from './folder-rules.ts';
import { rooms } from './import-rules.ts';
import { allFiles, projectFolder } from './source-files.ts';

/** Every folder that an import rule names. */
const ruled = [
  ...rooms.map(({ folder }) => folder),
  ...layered.flatMap(({ room, layers }) => layers.flat().map((name) => `${room}${name}/`)),
  ...tops,
  'renderer/pages/',
];

test.each(ruled)('%s opens with a README of at most ten lines that says what it may import', (folder) => {
  const path = join(projectFolder, folder, 'README.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.trimEnd().split('\n');
  expect(lines[0]).toBe(`# ${folder.split('/').at(-2)}`);
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(text).toMatch(/^(Inside, )?(May import|Imports): /m);
});

test('no file of code has more than 350 lines', () => {
  const long = allFiles()
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 350)
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
});
