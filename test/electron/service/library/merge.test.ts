import type { Library } from '../../../../forecasting/domain/library.ts';
import { learnLibrary } from '../../../../forecasting/transfer/learn.ts';
import { syntheticCity } from '../../../forecasting/support/synthetic.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const open = servicesUnder(folder);

const origin = '2014-07-31';
const learned = (name: string, seed: number): Library =>
  learnLibrary(syntheticCity({ sites: 6, firstYear: 2012, years: 2, seed }), { origin, name, leads: [6] });
const [a, b, c] = ['Aubigny', 'Bréal', 'Clisson'].map((name, i) => learned(name, i + 1)) as [
  Library,
  Library,
  Library,
];
const fileOf = (library: Library) => ({ file: `${library.name}.json`, text: JSON.stringify(library) });

test('files are merged in any order and in any steps to the same file, which is installed as one', async () => {
  const service = open('merging');
  const merge = (...files: { readonly file: string; readonly text: string }[]) =>
    value(service, 'library.merge', { files, name: 'Trois communes' });
  const all = await merge(fileOf(a), fileOf(b), fileOf(c));
  expect(all.towns.map(({ name }) => name)).toEqual(['Aubigny', 'Bréal', 'Clisson']);
  expect((await merge(fileOf(c), fileOf(a), fileOf(b))).body).toBe(all.body);
  const two = await merge(fileOf(c), fileOf(b));
  expect((await merge({ file: 'two.json', text: two.body }, fileOf(a))).body).toBe(all.body);
  const { state } = await value(service, 'library.import', { file: 'all.json', text: all.body });
  expect(state.installed).toMatchObject({ name: 'Trois communes', learnedFrom: { sites: 18 } });
  expect(state.installed?.towns.map(({ name }) => name)).toEqual(['Aubigny', 'Bréal', 'Clisson']);
});

test('twenty towns of all leads take less than 200 kB', async () => {
  const [lead] = a.leads;
  const leads = [1, 6, 14, 28, 49, 70, 90].map(
    (days) => ({ ...lead, lead: days }) as Library['leads'][number],
  );
  const towns = Array.from({ length: 20 }, (_, i) => ({
    ...a,
    name: `Commune ${i}`,
    learnedFrom: { ...a.learnedFrom, siteDays: 5000 + i },
    leads,
  }));
  const { body } = await value(open('merging'), 'library.merge', { files: towns.map(fileOf), name: '' });
  expect(body.length).toBeLessThan(200_000);
});

const changed = (library: Library, lead: object): Library => ({
  ...library,
  leads: library.leads.map((own) => ({ ...own, ...lead })),
});
const { certainty: _, ...uncertain } = a.leads[0] as Library['leads'][number];
const merged = async () => {
  const { body } = await value(open('merging'), 'library.merge', { files: [fileOf(a), fileOf(b)], name: '' });
  return body;
};

test.each([
  ['one file', [fileOf(a)], 'refused', 'Un seul fichier'],
  ['a town twice', [fileOf(a), fileOf({ ...b, name: 'AUBIGNY' })], 'refused', 'compterait double'],
  [
    'a file of an older version',
    [fileOf(b), fileOf({ ...a, leads: [uncertain] })],
    'refused',
    'plus ancienne',
  ],
  [
    'other columns',
    [fileOf(b), fileOf(changed(a, { effects: { weekday: [0, 0] } }))],
    'file',
    'd’autres colonnes',
  ],
  [
    'unknown columns',
    [fileOf(b), fileOf(changed(a, { effects: { moon: [0, 0] } }))],
    'file',
    'd’autres colonnes',
  ],
  [
    'errors of no width',
    [
      fileOf(b),
      fileOf(
        changed(a, { errors: { ...a.leads[0]?.errors, scale: a.leads[0]?.errors.scale.map(() => -9) } }),
      ),
    ],
    'file',
    'abîmée',
  ],
  [
    'a number that is not finite',
    [
      fileOf(b),
      { file: 'x.json', text: JSON.stringify(a).replace(/"correlation":[^,}]+/, '"correlation":1e999') },
    ],
    'file',
    'abîmée',
  ],
  ['a newer one', [fileOf(b), fileOf({ ...a, version: 3 } as never)], 'newer-data', 'plus récente'],
  [
    'one that is far too long',
    [fileOf(b), { file: 'x.json', text: ' '.repeat(4_000_001) }],
    'file',
    '4\u00a0Mo',
  ],
] as const)('%s: refused with words', async (_what, files, kind, message) => {
  expect(await error(open('merging'), 'library.merge', { files, name: '' } as never)).toMatchObject({
    kind,
    message: expect.stringContaining(message),
  });
});

test('a merged file in which something was changed is refused', async () => {
  const body = await merged();
  const service = open('merging');
  for (const text of [body.replace('"sites":12', '"sites":13'), body.replace('"towns":"', '"towns":"AA')]) {
    expect(text).not.toBe(body);
    expect(await error(service, 'library.import', { file: 'x.json', text })).toMatchObject({ kind: 'file' });
  }
});
