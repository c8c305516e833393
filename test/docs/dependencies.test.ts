import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceFile } from '../../electron/build/licences.js';
import { projectFolder } from '../rules/source-files.ts';
import { buildFolder } from '../support/built.ts';
import { dependenciesPage, packedPackages, page } from './dependencies.ts';

const licences = readFileSync(join(buildFolder(), licenceFile), 'utf8');
const packed = packedPackages(licences);

/** Sizes differ a little from system to system. */
const withoutSizes = (text: string) => text.replace(/\| [\d,.]+ \|/g, '| |');

test('the page on dependencies is what the script writes today', () => {
  const written = readFileSync(join(projectFolder, page), 'utf8');
  expect(withoutSizes(written)).toBe(withoutSizes(dependenciesPage(packed)));
});

test('the licences of all that is packed are there, and none binds the app’s users', () => {
  expect(packed).toEqual(expect.objectContaining({ size: expect.any(Number) }));
  expect([...packed]).toEqual(expect.arrayContaining(['better-sqlite3', 'react', 'papaparse', 'Inter']));
  const kinds = [...licences.matchAll(/^-{80}\n\n.+ \(([\w. -]+)\)$/gm)].map(([, kind]) => kind);
  const free = new Set([
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Unlicense',
    'OFL-1.1',
  ]);
  expect(kinds.length).toBeGreaterThan(40);
  expect(kinds.filter((kind) => !free.has(kind ?? ''))).toEqual([]);
});
