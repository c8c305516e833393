import type { PackRecord, SiteDiners, SiteDinersRecord } from '../../../../../electron/api/records.ts';
import {
  dinersFieldsOf as dinersFields,
  missingShare,
  withFields,
} from '../../../../../renderer/pages/settings/catalogue/diners-draft.ts';
import {
  amountText,
  parseNumber,
  percentOf,
} from '../../../../../renderer/pages/settings/catalogue/numbers.ts';
import {
  blankPack,
  blankSize,
  packFieldsOf,
  parseContent,
  parsePack,
} from '../../../../../renderer/pages/settings/catalogue/pack-draft.ts';
import {
  cookingKitchens,
  offeredStock,
  stockKitchens,
} from '../../../../../renderer/pages/settings/catalogue/stock-draft.ts';

test.each([
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1\u202f200', 1200],
  ['-3', -3],
  ['', null],
  ['  ', null],
  ['12g', undefined],
  ['1,2,3', undefined],
])('number %j: %s', (text, expected) => {
  expect(parseNumber(text)).toBe(expected);
});

test('a number stands in its field as the language writes it, and is read again', () => {
  expect(amountText(1250.5, 'fr')).toBe('1250,5');
  expect(amountText(1250.5, 'en')).toBe('1250.5');
  expect(amountText(null, 'fr')).toBe('');
  expect(percentOf(0.07)).toBe(7);
});

test.each([
  ['2500', 'g', 2500],
  ['2,5 kg', 'g', 2500],
  ['0,3 kg', 'g', 300],
  ['75 cl', 'ml', 750],
  ['1l', 'ml', 1000],
  ['2 kg', 'ml', undefined],
  ['6', 'piece', 6],
  ['6 kg', 'piece', undefined],
  ['', 'g', null],
  ['kg', 'g', undefined],
] as const)('content %j in %s: %s', (text, unit, expected) => {
  expect(parseContent(text, unit)).toBe(expected);
});

const pack: PackRecord = {
  scope: { type: 'food', food: 'cooked-vegetables' },
  name: 'Légumes cuits',
  imported: false,
  supplierId: 3,
  sizes: [
    { name: 'Sac', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 4.5 },
    { name: 'Barquette', content: { type: 'amount', amount: 500.5, unit: 'g' }, price: null },
  ],
  minimum: 2,
  stocks: [{ place: 'kitchen-2', amount: 12_000.5 }],
  keeps: true,
};

test('packs come back from their fields as they were', () => {
  const { name: _name, imported: _imported, ...rule } = pack;
  for (const language of ['fr', 'en'] as const) {
    expect(parsePack(packFieldsOf(pack, language))).toEqual({ rule, wrong: new Set() });
  }
  const portions = { M: 8, E: 6, C: null, A: 4 };
  const trays = {
    ...pack,
    sizes: [{ name: 'GN 1/3', content: { type: 'portions', portions }, price: null }],
  } as const;
  expect(parsePack(packFieldsOf(trays, 'fr')).rule?.sizes).toEqual(trays.sizes);
});

test('what cannot be read is named by its field; nothing is guessed', () => {
  expect([...parsePack(blankPack).wrong].toSorted()).toEqual(['content 0', 'name 0', 'scope']);
  const fields = packFieldsOf(pack, 'fr');
  const odd = {
    ...fields,
    minimum: 'deux',
    stocks: [{ line: 4, place: 'kitchen-2' as const, amount: 'x' }],
    sizes: [{ ...blankSize(7), name: 'A', amount: '1', price: '?' }],
  };
  const { rule, wrong } = parsePack(odd);
  expect(rule).toBeNull();
  expect([...wrong].toSorted()).toEqual(['minimum', 'price 7', 'stock 4']);
});

describe('what is on hand', () => {
  const site = (siteId: number, kitchenId: number | null): SiteDinersRecord => ({
    siteId,
    site: `Site ${siteId}`,
    siteKind: 'E',
    said: true,
    kitchenId,
    shares: null,
    adults: 0,
    diets: { noPork: 0, vegetarian: 0, allergy: 0 },
    samples: 0,
    note: '',
  });
  const kitchens = [{ id: 2, name: 'Centrale', pools: true }];

  test('is kept by kitchens and by sites that cook for themselves', () => {
    const catalogue = { kitchens, sites: [site(1, 2), site(2, null), site(3, 99)] };
    expect(cookingKitchens(catalogue).map(({ id }) => id)).toEqual(['kitchen-2', 'site-2', 'site-3']);
    // What a site had before a kitchen cooked for it can still be seen and taken away.
    expect(stockKitchens(catalogue, ['site-1']).at(-1)).toEqual({ id: 'site-1', label: 'Site 1' });
    expect(offeredStock(catalogue)).toEqual([]);
    expect(offeredStock({ kitchens, sites: [site(1, 2)] })).toEqual([
      { line: 0, place: 'kitchen-2', amount: '' },
    ]);
  });

  test('is read in the unit of the packs; a line without an amount says nothing', () => {
    const fields = packFieldsOf(pack, 'fr');
    const line = (amount: string) => ({ line: 1, place: 'site-2' as const, amount });
    expect(parsePack({ ...fields, stocks: [line('1,5 kg')] }).rule?.stocks).toEqual([
      { place: 'site-2', amount: 1500 },
    ]);
    expect(parsePack({ ...fields, stocks: [line(''), line('0')] }).rule?.stocks).toEqual([]);
    expect([...parsePack({ ...fields, stocks: [line('2 l')] }).wrong]).toEqual(['stock 1']);
  });
});

describe('the shares of a site', () => {
  const diners: SiteDiners = {
    siteId: 1,
    kitchenId: 2,
    shares: { M: 0.375, E: 0.625, C: 0, A: 0 },
    adults: 4,
    diets: { noPork: 1, vegetarian: 2, allergy: 3 },
    samples: 1,
    note: 'Quai',
  };

  test('come back from their fields as they were', () => {
    expect(withFields(diners, dinersFields(diners, 'fr'))).toEqual(diners);
    const kind = { ...diners, shares: null, kitchenId: null };
    expect(withFields(kind, dinersFields(kind, 'fr'))).toEqual(kind);
  });

  test('must make 100 %', () => {
    const fields = dinersFields(diners, 'fr');
    const short = { ...fields, shares: { ...fields.shares, E: '50' } };
    expect(missingShare(short)).toBe(12.5);
    expect(withFields(diners, short)).toBeNull();
    expect(missingShare({ ...fields, shares: { ...fields.shares, E: 'x' } })).toBeNull();
    expect(withFields(diners, { ...short, ownShares: false })).toMatchObject({ shares: null });
  });
});
