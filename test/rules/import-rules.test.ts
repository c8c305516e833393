import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkImports } from './import-rules.ts';
import { projectFolder, sourceFiles } from './source-files.ts';

test('the rooms import only what they may', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(20);
  expect(checkImports(files)).toEqual([]);
});

const planted: readonly [path: string, text: string, broken: string][] = [
  ['forecasting/a.ts', `import fs from 'node:fs';`, 'forecasting/a.ts may not import node:fs'],
  ['forecasting/a.ts', `import { x } from '../db/open.ts';`, 'forecasting/a.ts may not import db/open.ts'],
  ['db/a.ts', `import '../forecasting/types.ts';`, 'db/a.ts may not import forecasting/types.ts'],
  [
    'db/a.ts',
    `export * from '../electron/api/records.ts';`,
    'db/a.ts may not import electron/api/records.ts',
  ],
  [
    'electron/api/a.ts',
    `import { x } from '../../forecasting/records.ts';`,
    'electron/api/a.ts may not import forecasting/records.ts',
  ],
  ['electron/service/a.ts', `import 'electron';`, 'electron/service/a.ts may not import electron'],
  [
    'electron/browser/a.ts',
    `require('electron/main');`,
    'electron/browser/a.ts may not import electron/main',
  ],
  [
    'electron/worker/a.ts',
    `await import('../../db/open.ts');`,
    'electron/worker/a.ts may not import db/open.ts',
  ],
  [
    'electron/desktop/a.ts',
    `import '../browser/server.ts';`,
    'electron/desktop/a.ts may not import electron/browser/server.ts',
  ],
  [
    'renderer/a.tsx',
    `import { inputs } from '../electron/api/schemas.ts';`,
    'renderer/a.tsx may not import electron/api/schemas.ts',
  ],
  ['renderer/a.tsx', `import type { X } from '../db/open.ts';`, 'renderer/a.tsx may not import db/open.ts'],
  ['renderer/a.tsx', `import 'fs';`, 'renderer/a.tsx may not import node:fs'],
  ['electron/cli/a.ts', `import '../../test/x.ts';`, 'electron/cli/a.ts may not import test/x.ts'],
];

test.each(planted)('a planted violation in %s is caught: %s', (path, text, broken) => {
  expect(checkImports([{ path, text }])).toEqual([broken]);
});

test('types of the contract may cross to the renderer', () => {
  const text = `import type { Bridge } from '../electron/api/bridge.ts';`;
  expect(checkImports([{ path: 'renderer/a.tsx', text }])).toEqual([]);
});

test('a cycle is caught', () => {
  const files = [
    { path: 'db/a.ts', text: `import './b.ts';` },
    { path: 'db/b.ts', text: `import './a.ts';` },
  ];
  expect(checkImports(files)).toEqual(['cycle: db/a.ts → db/b.ts → db/a.ts']);
});

test('the check command fails on a violation planted in a tree', () => {
  const root = mkdtempSync(join(tmpdir(), 'rules-'));
  mkdirSync(join(root, 'forecasting'));
  writeFileSync(join(root, 'forecasting', 'planted.ts'), `export { readFileSync } from 'node:fs';\n`);
  const command = join(projectFolder, 'test/rules/check-imports.ts');
  const run = spawnSync(process.execPath, [command, root], { encoding: 'utf8' });
  rmSync(root, { recursive: true });
  expect(run.stderr).toBe('forecasting/planted.ts may not import node:fs\n');
  expect(run.status).toBe(1);
});
