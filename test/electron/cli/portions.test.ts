import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { run } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => run([...words, '--data', data]);

test('portions are imported by their kind, and listed', async () => {
  const file = writeUnder(folder, 'portions.csv', 'aliment;unité;maternelle;élémentaire\nPain;g;35;45\n');
  expect(await on('import', file, '--kind', 'portions')).toMatchObject({ code: 0 });
  const listed = await on('portions');
  expect(listed.code).toBe(0);
  expect(listed.stdout).toMatch(/Pain +grammes +35 +45 +– +– +0\u202f% +à la main ou importé/);
  expect(listed.stdout).toMatch(/Œufs durs +pièces +1 +1,50 +2 +2/);
  const { foods } = JSON.parse((await on('portions', '--json')).stdout);
  expect(foods).toHaveLength(46);
});
