import { listPackRules, removePackRule, savePackRule } from '../../../db/catalogue/pack-rules.ts';
import { listSuppliers, removeSupplier, saveSupplier } from '../../../db/catalogue/suppliers.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { undoImport } from '../../../db/import/undo.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import { xlsx } from '../../support/xlsx.ts';
import { countsOf, dump, problemsOf, Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const header =
  'Fournisseur;Aliment ou plat;Conditionnement;Contenu;Unité;Maternelle;Élémentaire;Collège;Adultes;Prix;Minimum par commande;Se garde\n';
const rice = 'Épicerie du Val;Riz;Sac 5 kg;5;kg;;;;;6,40;2;oui\n';
const bigRice = 'Épicerie du Val;Riz;Sac 20 kg;20 kg;;;;;;22 €;2;oui\n';
const trays = ';Hachis parmentier;GN 1/3;;portions;8;6;;4;;;non\n';

test('packs, containers and their suppliers are imported, imported anew, and taken back', () => {
  const db = bench.database();
  const empty = dump(db);
  const first = bench.import(db, { 'a.csv': header + rice + bigRice + trays });
  expect(first.files.map(({ kind }) => kind)).toEqual(['packs']);
  expect(first.files.map(countsOf)).toMatchObject([{ read: 3, imported: 3 }]);
  expect(first.files.flatMap(problemsOf)).toEqual(['warning - suppliers-made -']);
  const [supplier] = listSuppliers(db);
  expect(supplier).toMatchObject({ name: 'Épicerie du Val', rule: null });
  expect(listPackRules(db)).toMatchObject([
    {
      name: 'Hachis parmentier',
      supplierId: null,
      minimum: 0,
      keeps: false,
      sizes: [
        {
          name: 'GN 1/3',
          content: { type: 'portions', portions: { M: 8, E: 6, C: null, A: 4 } },
          price: null,
        },
      ],
    },
    {
      name: 'Riz',
      supplierId: supplier?.id,
      minimum: 2,
      keeps: true,
      imported: true,
      sizes: [
        { name: 'Sac 5 kg', content: { type: 'amount', amount: 5000, unit: 'g' }, price: 6.4 },
        { name: 'Sac 20 kg', content: { type: 'amount', amount: 20_000, unit: 'g' }, price: 22 },
      ],
    },
  ]);
  const before = dump(db);
  // A dearer sack, a supplier of another spelling, and a size more; the trays are not in this file and stay.
  const second = bench.import(db, {
    'b.csv': `${header}ÉPICERIE DU VAL;riz;sac 5 kg;5000;g;;;;;6,90;2;oui\nEpicerie du Val;Riz;Sac 20 kg;20;kg;;;;;22;;\n;Riz;Sac 1 kg;1;kg;;;;;1,5;;\n`,
  });
  expect(second.files.map(countsOf)).toMatchObject([{ read: 3, imported: 1, updated: 1, unchanged: 1 }]);
  expect(listSuppliers(db)).toHaveLength(1);
  expect(listPackRules(db)[1]?.sizes.map(({ name, price }) => [name, price])).toEqual([
    ['Sac 5 kg', 6.9],
    ['Sac 20 kg', 22],
    ['Sac 1 kg', 1.5],
  ]);
  undoImport(db, second.batch ?? 0);
  expect(dump(db)).toEqual(before);
  undoImport(db, first.batch ?? 0);
  expect(dump(db)).toEqual(empty);
});

test('a workbook is read as well, with titles of the other language', async () => {
  const db = bench.database();
  const rows = [
    ['Food or dish', 'Holds', 'Unit', 'Supplier', 'Price', 'Keeps'],
    ['Rice', 5, 'kg', 'Val Foods', 6.4, 'yes'],
  ];
  const path = bench.write('p.xlsx', xlsx([{ name: 'Packs', rows }]));
  const { files } = await withUnpacked(
    [{ name: 'p.xlsx', path }],
    () => false,
    (sources) => importFiles(db, sources, { now: '2026-11-23T09:00' }),
  );
  expect(files.map(({ kind, imported }) => [kind, imported])).toEqual([['packs', 1]]);
  // Without a name of its own a pack is called by what it holds.
  expect(listPackRules(db)).toMatchObject([{ sizes: [{ name: '5 kg', price: 6.4 }], keeps: true }]);
});

test('each bad row has its reason, and the others come in', () => {
  const db = bench.database();
  const line = (size: string, rest: string) => `Val;Riz;${size};${rest}\n`;
  const file = bench.importOne(
    db,
    header +
      line('A', '5;kg;;;;;6;2;oui') +
      line('B', '0;kg;;;;;6;2;oui') +
      line('C', '5;kg;;;;;-6;2;oui') +
      line('D', '5;kg;;;;;cher;2;oui') +
      line('E', '5;louche;;;;;6;2;oui') +
      line('F', '5;kg;;;;;6;2,5;oui') +
      line('G', '5;kg;;;;;6;2;parfois') +
      line('H', '5;pièce;;;;;6;2;oui') +
      line('I', ';portions;8;6,5;;;;2;oui') +
      line('J', ';portions;0;;;;;2;oui') +
      line('A', '6;kg;;;;;6;2;oui') +
      line('A', '5000;g;;;;;6,00;2;oui') +
      'Autre;Riz;K;5;kg;;;;;6;2;oui\n' +
      line('L', '5;kg;;;;;6;3;oui') +
      line('M', '-5;kg;;;;;6;2;oui') +
      ';;N;5;kg;;;;;6;2;oui\n' +
      line('O', ';kg;;;;;6;2;oui') +
      line('P', '5;kg;;;;;6;2;oui'),
  );
  expect(countsOf(file)).toMatchObject({ read: 18, imported: 2, unchanged: 1, refused: 15 });
  expect(problemsOf(file)).toEqual([
    'refused 3 empty-pack 0',
    'refused 4 negative-price -6',
    'refused 5 invalid-price cher',
    'refused 6 unknown-unit louche',
    'refused 7 invalid-minimum 2,5',
    'refused 8 unknown-yes-no parfois',
    'refused 10 part-portions 6,5',
    'refused 11 empty-pack 0',
    'refused 16 negative-amount -5',
    'refused 17 missing-value -',
    'refused 18 missing-value -',
    'refused 9 mixed-contents pièce',
    'refused 12 conflicting-rows A',
    'refused 14 conflicting-rows Autre',
    'refused 15 conflicting-rows 3',
    'warning - suppliers-made -',
  ]);
  expect(listSuppliers(db).map(({ name }) => name)).toEqual(['Val']);
  expect(listPackRules(db)[0]?.sizes.map(({ name }) => name)).toEqual(['A', 'P']);
});

test('a pack goes with the portion and with the packs that are there already', () => {
  const db = bench.database();
  bench.import(db, { 'a.csv': header + rice });
  const counted = bench.importOne(db, `${header};Riz;Boîte;12;pièces;;;;;;;\n`);
  expect(problemsOf(counted)).toEqual(['refused 2 other-packs pièces']);
  const pieces = bench.importOne(db, `${header};Œufs;Carton;5;kg;;;;;;;\n`, { portionUnitOf: () => 'piece' });
  expect(problemsOf(pieces)).toEqual(['refused 2 other-unit kg']);
  expect(pieces.problems[0]?.params).toEqual({ portion: 'piece', pack: 'g' });
  const many = Array.from({ length: 13 }, (_, i) => `;Sel;${i};${i + 1};g;;;;;;;\n`).join('');
  expect(problemsOf(bench.importOne(db, header + many))).toEqual(['refused 14 too-many-sizes 12']);
  const dearer = bench.importOne(db, header + bigRice);
  expect(dearer.problems).toMatchObject([
    { level: 'warning', code: 'packs-kept', params: { names: ['Riz – Sac 5 kg'], count: 1 } },
  ]);
});

test('a column that a file does not have changes nothing; one that it leaves empty takes away', () => {
  const db = bench.database();
  bench.import(db, { 'a.csv': header + rice });
  const part = bench.importOne(db, 'aliment;colis;contenu;unité\nRiz;Sac 5 kg;5;kg\n');
  expect(countsOf(part)).toMatchObject({ unchanged: 1 });
  const empty = bench.importOne(db, `${header};Riz;Sac 5 kg;5;kg;;;;;;;\n`);
  expect(countsOf(empty)).toMatchObject({ updated: 1 });
  expect(listPackRules(db)).toMatchObject([
    { supplierId: null, minimum: 0, keeps: true, sizes: [{ price: null }] },
  ]);
});

test('undoing an import leaves what others need of it', () => {
  const db = bench.database();
  const first = bench.import(db, { 'a.csv': header + rice });
  const second = bench.import(db, { 'b.csv': header + bigRice });
  // The second one's sack is still there, with the product and the supplier that it needs.
  undoImport(db, first.batch ?? 0);
  expect(listPackRules(db)).toMatchObject([{ name: 'Riz', minimum: 2, sizes: [{ name: 'Sac 20 kg' }] }]);
  expect(listSuppliers(db)).toHaveLength(1);
  undoImport(db, second.batch ?? 0);
  expect([listPackRules(db), listSuppliers(db)]).toEqual([[], []]);
});

test('what a person said before or after an import outlives its undo', () => {
  const db = bench.database();
  const { saved } = saveSupplier(db, { id: null, name: 'Val', rule: null });
  const typed = {
    scope: { type: 'dish', key: 'riz' } as const,
    supplierId: saved.id,
    sizes: [
      {
        name: 'Sac 5 kg',
        content: { type: 'amount' as const, amount: 5000, unit: 'g' as const },
        price: null,
      },
    ],
    minimum: 1,
    keeps: false,
    stocks: [],
  };
  savePackRule(db, typed, 'Riz');
  const { batch } = bench.import(db, { 'a.csv': header + rice });
  expect(listPackRules(db)).toMatchObject([{ minimum: 2, keeps: true, sizes: [{ price: 6.4 }] }]);
  // The supplier that it had is gone meanwhile: it comes back without one.
  removeSupplier(db, saved.id);
  undoImport(db, batch ?? 0);
  expect(listPackRules(db)).toEqual([{ ...typed, supplierId: null, name: 'Riz', imported: false }]);
  const again = bench.import(db, { 'b.csv': `${header}${rice} ` });
  savePackRule(db, { ...typed, supplierId: null, minimum: 7 }, 'Riz');
  undoImport(db, again.batch ?? 0);
  expect(listPackRules(db)).toMatchObject([{ minimum: 7, imported: false }]);
  expect(removePackRule(db, typed.scope)).not.toBeNull();
});

test('one pack with two suppliers is told, though all else is alike', () => {
  const db = bench.database();
  const other = rice.replace('Épicerie du Val', 'Grossiste');
  const outcome = bench.importOne(db, header + rice + other);
  expect(countsOf(outcome)).toMatchObject({ imported: 1, refused: 1 });
  expect(problemsOf(outcome)).toContain('refused 3 conflicting-rows Grossiste');
});
