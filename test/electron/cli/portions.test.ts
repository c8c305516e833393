import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess([...words, '--data', data]);

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

test('portions and packs are written as files that import unchanged', async () => {
  const packs = writeUnder(
    folder,
    'packs.csv',
    'food,pack,holds,unit,supplier,price\nRice,Bag,5,kg,Val,6.40\n',
  );
  expect(await on('import', packs)).toMatchObject({ code: 0 });
  for (const [kind, rows] of [
    ['packs', 1],
    ['portions', 46],
  ] as const) {
    const out = join(folder, `out-${kind}.xlsx`);
    expect(await on('export', '--kind', kind, '--out', out)).toMatchObject({ code: 0 });
    const { files } = JSON.parse((await on('import', out, '--json')).stdout);
    expect(files).toMatchObject([{ kind, read: rows, unchanged: rows }]);
  }
  const page = join(folder, 'packs.pdf');
  expect(await on('export', '--kind', 'packs', '--out', page)).toMatchObject({ code: 2 });
  const orders = await on('export', '--kind', 'supplier', '--out', page);
  expect(orders).toMatchObject({ code: 2 });
  expect(orders.stderr).toContain('--from');
});
