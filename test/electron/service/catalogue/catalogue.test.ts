import type { Input } from '../../../../electron/api/contract.ts';
import type {
  CatalogueDraft,
  CatalogueEntry,
  CatalogueKey,
  KitchenRecord,
  PackRule,
  Portion,
  SiteDiners,
  Supplier,
} from '../../../../electron/api/records.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const service = serviceOn('provision');
const read = () => value(service, 'catalogue.read', {});
const save = (...entries: readonly CatalogueDraft[]) => value(service, 'catalogue.save', { entries });
const remove = (...keys: readonly CatalogueKey[]) => value(service, 'catalogue.remove', { keys });
const foodNamed = async (food: string) => (await read()).foods.find((one) => one.food === food);

const food = (name: string) => ({ type: 'food', food: name }) as const;
const grams = (M: number | null, E = 70, C = 100, A = 100): Portion => ({
  unit: 'g',
  amounts: { M, E, C, A },
  purchaseFactor: 1.2,
});
const portion = (name: string, said: Portion): CatalogueDraft => ({
  type: 'portion',
  rule: { scope: food(name), portion: said },
});
const bags = (others: Partial<PackRule> = {}): PackRule => ({
  scope: food('cooked-vegetables'),
  supplierId: null,
  sizes: [{ name: 'Sac 2,5 kg', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 4.5 }],
  minimum: 0,
  stocks: [],
  keeps: true,
  ...others,
});
const pack = (rule: PackRule): CatalogueDraft => ({ type: 'pack', rule });
const diners = (siteId: number, others: Partial<SiteDiners> = {}): CatalogueDraft => ({
  type: 'guests',
  diners: {
    siteId,
    kitchenId: null,
    shares: null,
    adults: 4,
    diets: { noPork: 10, vegetarian: 3, allergy: 1 },
    samples: 1,
    note: '',
    ...others,
  },
});

const keyOf = (entry: CatalogueEntry): CatalogueKey => {
  switch (entry.type) {
    case 'portion':
    case 'pack':
      return { type: entry.type, scope: entry.rule.scope };
    case 'supplier':
      return { type: 'supplier', id: entry.supplier.id };
    case 'kitchen':
      return { type: 'kitchen', id: entry.kitchen.id };
    case 'guests':
      return { type: 'guests', siteId: entry.diners.siteId };
  }
};

/** Makes one edit; answers its output and what takes it back, as the page's *Annuler* does. */
async function undoably<M extends 'catalogue.save' | 'catalogue.remove'>(method: M, input: Input<M>) {
  const result = await service.call(method, input, { language: 'fr' });
  if (!result.ok || result.edit === undefined) throw new Error(`${method} changed nothing`);
  const edits = [result.edit];
  return { output: result.value, undo: () => value(service, 'edits.step', { edits, way: 'undo' }) };
}

const saveUndoably = (...entries: readonly CatalogueDraft[]) => undoably('catalogue.save', { entries });
const removeUndoably = (...keys: readonly CatalogueKey[]) => undoably('catalogue.remove', { keys });

let siteId = 0;
beforeAll(async () => {
  const site = { name: 'Les Tilleuls', kind: 'M/E', capacity: null, enrolled: null } as const;
  siteId = (await value(service, 'sites.add', site)).id;
});

test('without a word from anyone the defaults are in force', async () => {
  const { foods, dishes, packs, suppliers, kitchens, sites } = await read();
  expect([dishes, packs, suppliers, kitchens]).toEqual([[], [], [], []]);
  expect(foods.every(({ said, portion: own, byDefault }) => said === null && own === byDefault)).toBe(true);
  expect(await foodNamed('minced-steak')).toMatchObject({
    name: 'Steak haché',
    source: 'decree-2011',
    unverified: ['A'],
  });
  expect(sites).toMatchObject([{ siteId, site: 'Les Tilleuls', siteKind: 'M/E', said: false, adults: 0 }]);
});

test('a portion is said, said anew, and each is taken back', async () => {
  const first = await saveUndoably(portion('stew', grams(50)));
  const second = await saveUndoably(portion('stew', grams(55)));
  expect(await foodNamed('stew')).toMatchObject({ said: 'by-hand', portion: grams(55) });
  await second.undo();
  expect(await foodNamed('stew')).toMatchObject({ said: 'by-hand', portion: grams(50) });
  await first.undo();
  expect(await foodNamed('stew')).toMatchObject({ said: null });
});

test('a dish keeps the name that it was said under', async () => {
  const scope = { type: 'dish', key: 'hachi parmentier' } as const;
  await save({ type: 'portion', rule: { scope, portion: grams(180) }, name: 'Hachis parmentier' });
  expect((await read()).dishes).toEqual([
    {
      scope,
      portion: grams(180),
      name: 'Hachis parmentier',
      imported: false,
      usualFactor: null,
      factorUnknown: false,
      factorQuestion: null,
    },
  ]);
  const [removed] = await remove({ type: 'portion', scope });
  expect(removed).toMatchObject({ type: 'portion', name: 'Hachis parmentier' });
  expect((await read()).dishes).toEqual([]);
});

test('each kitchen has its own stock, which goes and comes back with it', async () => {
  const kitchens = await saveUndoably(
    { type: 'kitchen', kitchen: { id: null, name: 'Nord', pools: false } },
    { type: 'kitchen', kitchen: { id: null, name: 'Sud', pools: false } },
  );
  const [north, south] = kitchens.output.saved.flatMap((one) =>
    one.type === 'kitchen' ? one.kitchen.id : [],
  );
  const stocks = [
    { place: `kitchen-${north ?? 0}` as const, amount: 5000 },
    { place: `kitchen-${south ?? 0}` as const, amount: 1200.5 },
    { place: `site-${siteId}` as const, amount: 300 },
  ];
  const packs = await saveUndoably(pack(bags({ stocks })));
  const read1 = (await read()).packs;
  expect(read1).toMatchObject([{ stocks }]);
  const removed = await removeUndoably({ type: 'kitchen', id: north ?? 0 });
  expect((await read()).packs).toMatchObject([{ stocks: stocks.slice(1) }]);
  await removed.undo();
  expect((await read()).packs).toEqual(read1);
  await packs.undo();
  await kitchens.undo();
  expect((await read()).packs).toEqual([]);
});

test('stock of a place that is not there is refused, with the remedy', async () => {
  const refused = await error(service, 'catalogue.save', {
    entries: [pack(bags({ stocks: [{ place: 'kitchen-99', amount: 5 }] }))],
  });
  expect(refused).toMatchObject({ kind: 'not-found' });
  expect(refused?.remedy).toContain('retirez cette ligne');
  const odd = { ...bags(), stocks: [{ place: 'cellar-1', amount: 5 }] };
  expect(
    await error(service, 'catalogue.save', { entries: [{ type: 'pack', rule: odd }] } as never),
  ).toMatchObject({ kind: 'invalid-input' });
  expect((await read()).packs).toEqual([]);
});

test('a supplier goes and comes back with its packs, a kitchen with its sites', async () => {
  const rule = { type: 'lead', days: 3, at: '09:00' } as const;
  const made = await save(
    { type: 'supplier', supplier: { id: null, name: 'Les Jardins', rule } },
    { type: 'kitchen', kitchen: { id: null, name: 'Cuisine centrale', pools: true } },
  );
  const [supplier, kitchen] = made.saved as [
    { supplier: Supplier; type: 'supplier' },
    { kitchen: KitchenRecord; type: 'kitchen' },
  ];
  await save(
    pack(bags({ supplierId: supplier.supplier.id })),
    diners(siteId, { kitchenId: kitchen.kitchen.id }),
  );
  const before = await read();
  expect(before).toMatchObject({
    suppliers: [{ name: 'Les Jardins', rule }],
    kitchens: [{ name: 'Cuisine centrale', pools: true }],
    packs: [{ name: 'Légumes cuits', supplierId: supplier.supplier.id, imported: false }],
    sites: [{ said: true, kitchenId: kitchen.kitchen.id, adults: 4 }],
  });
  const removed = await removeUndoably(keyOf(supplier), keyOf(kitchen));
  expect(await read()).toMatchObject({
    suppliers: [],
    kitchens: [],
    packs: [{ supplierId: null }],
    sites: [{ kitchenId: null, adults: 4 }],
  });
  await removed.undo();
  expect(await read()).toEqual(before);
  await remove(keyOf(supplier), keyOf(kitchen), { type: 'pack', scope: bags().scope });
  expect(await remove({ type: 'guests', siteId })).toHaveLength(1);
});

test('a file of portions names foods in either language and dishes in any spelling', async () => {
  const other = serviceOn('file');
  const text = `aliment;unité;maternelle;élémentaire
Steak haché;g;55;75
raw fruit;g;90;110
Hachis Parmentier*;g;190;260
`;
  const result = await importing(other, folder, 'portions.csv', text);
  expect(result).toMatchObject({
    ok: true,
    value: { files: [{ kind: 'portions', imported: 3, refused: 0 }] },
  });
  const { foods, dishes } = await value(other, 'catalogue.read', {});
  expect(foods.filter(({ said }) => said === 'imported').map(({ food: name }) => name)).toEqual([
    'minced-steak',
    'fruit',
  ]);
  expect(dishes).toMatchObject([{ scope: { key: 'hachi parmentier' }, imported: true }]);
  const problems = result.ok ? result.value.files.flatMap((file) => file.problems) : [];
  expect(problems.map(({ reason }) => reason)).toEqual([
    '1 nom n’est ni un aliment connu ni un plat des menus\u00a0: «\u00a0Hachis Parmentier*\u00a0». Les lignes sont gardées pour ces plats.',
  ]);
});

describe('what cannot be kept is said, with the remedy, and nothing is kept', () => {
  const noPack = bags({
    sizes: [{ name: 'Sac', content: { type: 'amount', amount: 0, unit: 'g' }, price: null }],
  });
  const late = { type: 'lead', days: 0, at: '14:00' } as const;
  const supplier: CatalogueDraft = { type: 'supplier', supplier: { id: null, name: 'Primeur', rule: late } };

  test.each<[string, CatalogueDraft, string, string]>([
    [
      'a portion of nothing',
      portion('stew', { ...grams(null), amounts: { M: null, E: null, C: null, A: null } }),
      'Portion «\u00a0Sauté, émincé, viande en sauce\u00a0» refusée\u00a0: aucune quantité n’est donnée.',
      'pas servi',
    ],
    ['a negative portion', portion('stew', grams(-5)), 'plus grande que 0', 'Corrigez-la'],
    ['a pack of 0', pack(noPack), '«\u00a0Sac\u00a0» ne contient rien.', 'Corrigez-les'],
    [
      'packs of another unit',
      pack(bags({ scope: food('hard-eggs') })),
      'la portion se compte en pièces, le conditionnement en grammes.',
      'la même unité',
    ],
    ['a deadline after the service', supplier, 'les repas sont déjà servis', 'Corrigez la règle'],
    [
      'a negative stock',
      pack(bags({ stocks: [{ place: 'site-1', amount: -1 }] })),
      'le stock d’une cuisine',
      'Corrigez-les',
    ],
  ])('%s', async (_what, entry, message, remedy) => {
    const before = await read();
    const failed = await error(service, 'catalogue.save', { entries: [portion('roast', grams(40)), entry] });
    expect(failed).toMatchObject({ kind: 'refused' });
    expect(failed?.message).toContain(message);
    expect(failed?.message).toContain('Rien n’a été changé.');
    expect(failed?.remedy).toContain(remedy);
    expect(await read()).toEqual(before);
  });

  test('shares that do not add up, a negative diet, a site that is not there', async () => {
    const half = diners(siteId, { shares: { M: 0.5, E: 0.4, C: 0, A: 0 } });
    const shares = await error(service, 'catalogue.save', { entries: [half] }, 'en');
    expect(shares?.message).toBe(
      'Diners of “Les Tilleuls” refused: the shares add up to 90% instead of 100%. Nothing was changed.',
    );
    const more = diners(siteId, { shares: { M: 0.7, E: 0.6, C: 0, A: 0 } });
    const over = await error(service, 'catalogue.save', { entries: [more] }, 'en');
    expect(over?.message).toContain('the shares add up to 130% instead of 100%');
    const diets = { noPork: -1, vegetarian: 0, allergy: 0 };
    const negative = await error(service, 'catalogue.save', { entries: [diners(siteId, { diets })] });
    expect(negative?.message).toContain('le nombre de repas sans porc');
    const nowhere = await error(service, 'catalogue.save', { entries: [diners(999)] });
    expect(nowhere).toMatchObject({ kind: 'not-found' });
    expect((await read()).sites).toMatchObject([{ said: false }]);
  });

  test('a food, supplier or kitchen that is not there; a name that is taken', async () => {
    const ask = (entry: unknown) => error(service, 'catalogue.save', { entries: [entry] });
    expect(await ask(portion('caviar', grams(1)))).toMatchObject({ kind: 'not-found' });
    expect(await ask(pack(bags({ supplierId: 77 })))).toMatchObject({ kind: 'not-found' });
    expect(await ask(diners(siteId, { kitchenId: 77 }))).toMatchObject({ kind: 'not-found' });
    await save({ type: 'kitchen', kitchen: { id: null, name: 'Sud', pools: false } });
    const twin = await ask({ type: 'kitchen', kitchen: { id: null, name: 'SUD', pools: true } });
    expect(twin?.message).toBe('«\u00a0SUD\u00a0» existe déjà. Rien n’a été changé.');
    expect(await ask({ type: 'portion', rule: { scope: food('stew') } })).toMatchObject({
      kind: 'invalid-input',
    });
  });

  test('the unit of a portion that has packs', async () => {
    await save(pack(bags()));
    const failed = await error(service, 'catalogue.save', {
      entries: [portion('cooked-vegetables', { ...grams(1), unit: 'piece', purchaseFactor: null })],
    });
    expect(failed?.remedy).toContain('retirez d’abord ses conditionnements');
    await remove({ type: 'pack', scope: bags().scope });
    await save(portion('cooked-vegetables', { ...grams(1), unit: 'piece', purchaseFactor: null }));
  });
});
