import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import {
  type Installed,
  readInstalled,
  saveInstalled,
} from '../../../../electron/service/library/installed.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';
import { sixCanteensCsv, someLibrary } from '../support/six-canteens.ts';

const folder = temporaryFolder();
const open = servicesUnder(folder);
const library = someLibrary();
const text = JSON.stringify(library);

test('a small town leans on the library that it takes, until it is switched off or removed', async () => {
  const service = open('small');
  await importing(service, folder, 'small.csv', attendanceCsv('2025-12-01', '2026-01-13'));
  const cell = async () =>
    (await value(service, 'plan.cell', { siteId: 1, date: '2026-01-19', asOf: '2026-01-13' })) as never as {
      readonly row: { readonly mean: number; readonly model: string };
      readonly library: { readonly name: string; readonly ownDays: number } | null;
    };
  const bare = await cell();
  expect(bare.library).toBeNull();
  expect(await value(service, 'library.read', {})).toMatchObject({ installed: null, use: 'none' });

  const taken = await value(service, 'library.import', { file: 'ville.json', text });
  expect(taken).toMatchObject({
    replaced: null,
    state: { use: 'used', installed: { name: 'Une ville', file: 'ville.json', learnedFrom: { sites: 8 } } },
  });
  const leaning = await cell();
  expect(leaning.library).toEqual({ name: 'Une ville', ownDays: taken.state.ownDays, fits: true });
  expect(leaning.row.model).toBe('regression');
  expect(leaning.row.mean).not.toBe(bare.row.mean);

  expect(await value(service, 'library.use', { on: false })).toMatchObject({ use: 'off' });
  expect(await cell()).toEqual(bare);
  expect(await value(service, 'library.use', { on: true })).toMatchObject({ use: 'used' });
  expect(await cell()).toEqual(leaning);

  const removed = await value(service, 'library.remove', {});
  expect(removed).toMatchObject({ replaced: 'ville.json', state: { installed: null } });
  expect(await cell()).toEqual(bare);
  expect(await error(service, 'library.remove', {})).toMatchObject({ kind: 'not-found' });
});

test('what a town exports, another takes', async () => {
  const service = open('large');
  await importing(service, folder, 'six.csv', sixCanteensCsv('2025-03-03', '2026-01-13'));
  const { body, fileName, learnedFrom } = await value(service, 'library.export', { name: 'La Tour' });
  expect(learnedFrom).toMatchObject({ sites: 6, kinds: ['E'], from: '2025-03-03', to: '2026-01-13' });
  expect(fileName).toBe('bibliotheque-de-modeles-2026-01-13.json');
  expect(body).not.toMatch(/HAIES|SOURCE/);
  const other = open('other');
  const { state } = await value(other, 'library.import', { file: fileName, text: body });
  expect(state).toMatchObject({ installed: { name: 'La Tour', learnedFrom }, use: 'used' });
}, 120_000);

test('a library of days to come waits; enough own days do without one', async () => {
  const service = open('waiting');
  const ahead = { ...library, learnedFrom: { ...library.learnedFrom, to: '2026-01-14' } };
  const taken = await value(service, 'library.import', { file: 'a.json', text: JSON.stringify(ahead) });
  expect(taken.state.use).toBe('future');
  await value(service, 'library.import', { file: 'b.json', text });
  await importing(service, folder, 'long.csv', attendanceCsv('2024-01-01', '2026-01-13'));
  expect(await value(service, 'library.read', {})).toMatchObject({ use: 'enough' });
});

test('a look back says which library its forecasts leaned on', async () => {
  const service = open('back');
  await importing(service, folder, 'back.csv', attendanceCsv('2025-09-01', '2026-01-13'));
  const window = { from: '2025-11-03', to: '2025-12-12', lead: 7 };
  const leaning = async () => (await value(service, 'backtest.run', window)).report.library;
  expect(await leaning()).toBeNull();
  await value(service, 'library.import', { file: 'ville.json', text });
  expect(await leaning()).toBe('Une ville');
  // It knows nothing of what came before its last record.
  const later = { ...library, learnedFrom: { ...library.learnedFrom, to: '2025-11-20' } };
  await value(service, 'library.import', { file: 'later.json', text: JSON.stringify(later) });
  expect(await leaning()).toBeNull();
});

test('too few sites: no library, with what it takes', async () => {
  const service = open('two');
  await importing(service, folder, 'two.csv', attendanceCsv('2024-01-01', '2026-01-13'));
  expect(await error(service, 'library.export', { name: '' })).toEqual({
    kind: 'refused',
    message: expect.stringContaining('2 sites'),
    remedy: expect.stringContaining('5 sites'),
  });
});

const [lead] = library.leads;

test('an installed one that fails the check of this version is refused with words, and can be removed', async () => {
  const service = open('failing');
  await importing(service, folder, 'failing.csv', attendanceCsv('2025-12-01', '2026-01-13'));
  await value(service, 'library.import', { file: 'ville.json', text });
  await service.close();
  // JSON writes a number that is not finite as null.
  const db = openDatabase(join(folder, 'failing', 'canteen.sqlite'));
  const nulls = text.replace(/"correlation":[^,}]+/, '"correlation":null');
  expect(nulls).not.toBe(text);
  saveInstalled(db, { ...(readInstalled(db) as Installed), text: nulls });
  db.close();
  const again = open('failing');
  const words = {
    message: expect.stringContaining('«\u00a0ville.json\u00a0» ne passe pas le contrôle'),
    remedy: expect.stringContaining('retirez-la'),
  };
  expect(await value(again, 'library.read', {})).toMatchObject({
    installed: null,
    refused: words,
    use: 'none',
  });
  const removed = await value(again, 'library.remove', {});
  expect(removed.state).toMatchObject({ installed: null, refused: null });
});

test.each([
  ['no JSON', 'a;b;c', 'file', 'n’est pas une bibliothèque'],
  ['another JSON', '{"version":1,"profiles":[]}', 'file', 'n’est pas une bibliothèque'],
  ['a newer one', JSON.stringify({ ...library, version: 99, more: 1 }), 'newer-data', 'plus récente'],
  ['one cut off', text.slice(0, 900), 'file', 'abîmée'],
  ['one without leads', JSON.stringify({ ...library, leads: [] }), 'file', 'abîmée'],
  [
    'one with an effect beyond belief',
    JSON.stringify({ ...library, leads: [{ ...lead, words: { frite: 40 } }] }),
    'file',
    'abîmée',
  ],
  [
    'one of too few sites',
    JSON.stringify({ ...library, learnedFrom: { ...library.learnedFrom, sites: 2 } }),
    'file',
    'abîmée',
  ],
])('%s is refused, and nothing changes', async (_what, wrong, kind, message) => {
  const service = open('refusing');
  expect(await error(service, 'library.import', { file: 'x.json', text: wrong })).toMatchObject({
    kind,
    message: expect.stringContaining(message),
  });
  expect(await value(service, 'library.read', {})).toMatchObject({ installed: null });
});
