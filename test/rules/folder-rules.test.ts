import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolders, layered, mutualPairs, tops } from './folder-rules.ts';
import { projectFolder, sourceFiles } from './source-files.ts';

const planted = (...files: readonly [path: string, imported: string][]) =>
  checkFolders(
    files.map(([path, imported]) => ({ path, text: `import '${imported}';` })),
    [],
  );

test('no folders import each other but those listed with a reason', () => {
  expect(checkFolders(sourceFiles())).toEqual([]);
  expect(mutualPairs.length).toBeLessThanOrEqual(7);
  for (const { reason } of mutualPairs) expect(reason.length).toBeGreaterThan(20);
});

test('a planted pair of folders that import each other is caught', () => {
  expect(planted(['db/a/x.ts', '../b/y.ts'], ['db/b/z.ts', '../a/w.ts'])).toEqual([
    'db/a and db/b import each other (db/a/x.ts → db/b/y.ts; db/b/z.ts → db/a/w.ts)',
  ]);
});

test('a planted pair of a folder and one inside it is caught', () => {
  expect(planted(['db/x.ts', './b/y.ts'], ['db/b/z.ts', '../w.ts'])).toEqual([
    'db and db/b import each other (db/x.ts → db/b/y.ts; db/b/z.ts → db/w.ts)',
  ]);
});

test('a listed pair may, until it no longer does', () => {
  const pair = { folders: ['db/a', 'db/b'], reason: 'planted' } as const;
  const there = { path: 'db/a/x.ts', text: `import '../b/y.ts';` };
  const back = { path: 'db/b/z.ts', text: `import type { W } from '../a/w.ts';` };
  expect(checkFolders([there, back], [pair])).toEqual([]);
  expect(checkFolders([there, { path: 'db/b/z.ts', text: '' }], [pair])).toEqual([
    'db/a and db/b no longer import each other: take them off the list',
  ]);
});

test('a planted import up the layers, or beside, is caught', () => {
  expect(planted(['forecasting/domain/a.ts', '../calendar/day.ts'])).toEqual([
    'forecasting/domain/a.ts may not import forecasting/calendar/day.ts: in forecasting/ imports go down only',
  ]);
  expect(planted(['forecasting/take-up/a.ts', '../transfer/learn.ts'])).toEqual([
    'forecasting/take-up/a.ts may not import forecasting/transfer/learn.ts: in forecasting/ imports go down only',
  ]);
  expect(planted(['renderer/ui/a.tsx', '../pages/week/week-page.tsx'])).toEqual([
    'renderer/ui/a.tsx may not import renderer/pages/week/week-page.tsx: in renderer/ imports go down only',
  ]);
});

test('a planted import of what knows all is caught', () => {
  expect(planted(['electron/service/orders/a.ts', '../host/use-cases.ts'])).toEqual([
    'electron/service/orders/a.ts may not import electron/service/host/use-cases.ts: nothing beside it knows electron/service/host/',
  ]);
});

test('the folders named in the rules are there, and say in their README what they may import', () => {
  const folders = [
    ...layered.flatMap(({ room, layers }) => layers.flat().map((name) => room + name)),
    ...tops,
  ];
  for (const folder of folders) {
    const readme = join(projectFolder, folder, 'README.md');
    expect({ folder, readme: existsSync(readme) }).toEqual({ folder, readme: true });
    expect({ folder, short: readFileSync(readme, 'utf8').trimEnd().split('\n').length <= 10 }).toEqual({
      folder,
      short: true,
    });
  }
});
