import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, PackRule, Portion } from '../../../../electron/api/records.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const service = serviceOn('files');

type Kind = 'packs' | 'portions';
type Format = 'csv' | 'xlsx';

async function exported(kind: Kind, format: Format, language: Language) {
  const result = await service.call('catalogue.export', { kind, format }, { language });
  if (!result.ok) throw new Error(result.error.message);
  const { body, fileName } = result.value;
  return { fileName, bytes: Buffer.from(body, format === 'csv' ? 'utf8' : 'base64') };
}

async function importing(name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { ticket } = await service.registerFile(path, name);
  const report = await value(service, 'imports.run', { tickets: [ticket] });
  return report.files[0];
}

const rule = (scope: PackRule['scope'], others: Partial<PackRule>): PackRule => ({
  scope,
  supplierId: null,
  sizes: [],
  minimum: 0,
  stocks: [],
  keeps: false,
  ...others,
});
const portion: Portion = {
  unit: 'g',
  amounts: { M: 120.5, E: 170, C: null, A: 225 },
  purchaseFactor: 1.2346,
};

beforeAll(async () => {
  const { saved } = await value(service, 'catalogue.save', {
    entries: [{ type: 'supplier', supplier: { id: null, name: '=Val & Fils; "Sud"', rule: null } }],
  });
  const supplierId = saved[0]?.type === 'supplier' ? saved[0].supplier.id : null;
  const grams = (amount: number) => ({ type: 'amount', amount, unit: 'g' }) as const;
  await value(service, 'catalogue.save', {
    entries: [
      {
        type: 'pack',
        rule: rule(
          { type: 'food', food: 'cooked-vegetables' },
          {
            supplierId,
            minimum: 2,
            keeps: true,
            sizes: [
              { name: 'Sac 2,5 kg', content: grams(2500), price: 4.5 },
              { name: 'Barquette', content: grams(500.25), price: null },
            ],
          },
        ),
      },
      // A dish that is called as a food is: only its nature tells them apart.
      {
        type: 'pack',
        name: 'Légumes cuits',
        rule: rule(
          { type: 'dish', key: 'legume cuit' },
          {
            sizes: [
              {
                name: 'GN 1/3',
                content: { type: 'portions', portions: { M: 8, E: 6, C: null, A: 4 } },
                price: null,
              },
            ],
          },
        ),
      },
      { type: 'portion', name: '- Gratin', rule: { scope: { type: 'dish', key: 'gratin' }, portion } },
      { type: 'portion', rule: { scope: { type: 'food', food: 'stew' }, portion } },
    ],
  });
});

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test.each([
    ['packs', 'csv'],
    ['packs', 'xlsx'],
    ['portions', 'csv'],
    ['portions', 'xlsx'],
  ] as const)('%s as %s: imported again, all is unchanged', async (kind, format) => {
    const before = await value(service, 'catalogue.read', {});
    const { fileName, bytes } = await exported(kind, format, language);
    expect(fileName).toMatch(new RegExp(`-2026-01-14\\.${format}$`));
    const file = await importing(`${language}-${fileName}`, bytes);
    expect(file?.kind).toBe(kind);
    expect(file?.problems.filter(({ level }) => level === 'refused')).toEqual([]);
    const read = kind === 'packs' ? 3 : before.foods.length + 1;
    expect(file).toMatchObject({ read, unchanged: read, updated: 0, imported: 0 });
    expect(await value(service, 'catalogue.read', {})).toEqual(before);
  });
});

test('an amount that is changed in the file is the only change', async () => {
  const { bytes } = await exported('portions', 'csv', 'fr');
  const text = bytes.toString('utf8').replace(/^(Steak haché;aliment;g;)50/m, '$155');
  const file = await importing('changed.csv', Buffer.from(text));
  expect(file).toMatchObject({ imported: 1, updated: 0 });
  const { foods } = await value(service, 'catalogue.read', {});
  expect(foods.find(({ food }) => food === 'minced-steak')).toMatchObject({
    said: 'imported',
    portion: { amounts: { M: 55 } },
  });
});

test('without packs the file is a form, and what is written into it comes in', async () => {
  const empty = serviceOn('empty');
  const { body } = await value(empty, 'catalogue.export', { kind: 'packs', format: 'csv' });
  expect(body.trim().split('\r\n')).toHaveLength(1);
  expect(body).toContain('Fournisseur;Aliment ou plat;Nature;Conditionnement;Contenu;Unité;Maternelle');
});
