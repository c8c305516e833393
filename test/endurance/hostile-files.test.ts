import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { hostileFiles, importHostile, large } from './hostile-files.ts';

jest.setTimeout(300_000);

const root = temporaryFolder();

/** All of them, each in a process of its own whose memory is measured: `npm run bench -- endurance files`. */
const small = Object.keys(hostileFiles).filter((name) => !large.includes(name));

test('there are at least fifty', () => {
  expect(Object.keys(hostileFiles).length).toBeGreaterThanOrEqual(50);
});

test.each(small)('%s: ends in words, or does no harm', async (name) => {
  const folder = join(root, String(small.indexOf(name)));
  mkdirSync(folder);
  const { rows, refused } = await importHostile(folder, name);
  expect(rows > 0 || refused.length > 0).toBe(true);
});
