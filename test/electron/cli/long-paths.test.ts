import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireShortPath } from '../../../db/files/long-path.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
/** Accents, blanks and an apostrophe, as the folders of an account have them; and longer than old Windows' 260. */
const far = join(folder, 'Données de l’été', 'é'.repeat(60), "d'été ".repeat(12).trim(), 'à'.repeat(60));
const tooFar = join(far, 'b'.repeat(200), 'c'.repeat(200));
const data = join(far, 'data');
const file = join(far, 'servis été.csv');

beforeAll(() => {
  mkdirSync(tooFar, { recursive: true });
  writeUnder(far, 'servis été.csv', 'site,date,served\nLilas,2025-09-01,40\nLilas,2025-09-02,41\n');
});

test('a data folder far down works, and so do files and backups in it', async () => {
  expect(Buffer.byteLength(data)).toBeGreaterThan(330);
  const imported = await runCliProcess(['import', file, '--data', data]);
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('Import 1 enregistré') });
  const copy = join(far, 'copie.sqlite');
  expect(await runCliProcess(['backup', copy, '--data', data])).toMatchObject({ code: 0 });
  expect(existsSync(copy)).toBe(true);
});

test('a path too long for the database is told as such, and nothing is left of it', async () => {
  const words = expect.stringContaining('trop long');
  const opened = await runCliProcess(['import', file, '--data', join(tooFar, 'data')]);
  expect(opened).toMatchObject({ code: 2, stderr: words });
  const copy = join(tooFar, 'copie.sqlite');
  expect(await runCliProcess(['backup', copy, '--data', data])).toMatchObject({ code: 2, stderr: words });
  expect(existsSync(copy)).toBe(false);
});

test.each<[NodeJS.Platform, number, boolean]>([
  ['linux', 480, true],
  ['linux', 506, false],
  ['win32', 240, true],
  ['win32', 253, false],
])('on %s a path of %i characters', (platform, length, fits) => {
  const open = () => requireShortPath(`/${'a'.repeat(length - 1)}`, platform);
  if (fits) open();
  else expect(open).toThrow(expect.objectContaining({ code: 'ENAMETOOLONG' }));
});
