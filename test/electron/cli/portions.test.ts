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
  expect(listed.stdout).toMatch(/Pain +grammes +35 +45 +– +– +– +à la main ou importé/);
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

describe('a purchase factor on the command line', () => {
  test.each(['0', '-1', '50', '0,29', 'beaucoup'])(
    'of %s is refused with words, and nothing is changed',
    async (factor) => {
      const { code, stderr } = await on('portions', '--food', 'Rôti', `--factor=${factor}`);
      expect(code).toBe(2);
      expect(stderr).toMatch(
        factor === 'beaucoup' ? /n’est pas un nombre/ : /le facteur d’achat va de 0,3 à 4, et non/,
      );
      const { foods } = JSON.parse((await on('portions', '--json')).stdout);
      expect(foods.find(({ food }: { food: string }) => food === 'roast').said).toBeNull();
    },
  );

  test('is stated of a food or of one dish, listed with its default beside it, and taken away again', async () => {
    expect(await on('portions', '--food', 'Rôti', '--factor', '1,4')).toMatchObject({ code: 0 });
    const listed = await on('portions', '--dish', 'Gigot d’agneau', '--factor', '1.5');
    expect(listed.stdout).toMatch(/Gigot d’agneau +grammes +40 +60 +90 +90 +1,5/);
    expect(listed.stdout).toMatch(/Rôti +grammes +40 +60 +90 +90 +1,4/);
    const cleared = await on('portions', '--food', 'Rôti', '--factor', '');
    expect(cleared.stdout).toMatch(/Rôti +grammes .* – +par défaut\u00a0: rôti 1,35 \(à vérifier\)/);
    expect((await on('portions', '--food', 'Licorne', '--factor', '1')).code).toBe(2);
    expect((await on('portions', '--factor', '1')).stderr).toContain('--food');
  });
});
