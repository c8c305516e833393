import { join } from 'node:path';
import type { OrderRecord } from '../../../electron/api/records.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) =>
  runCliProcess([...words, '--data', data], { BONNE_MESURE_TODAY: '2026-01-14' });
const period = ['--from', '2026-01-15', '--to', '2026-01-16'];
const thursday = ['--site', 'les tilleuls', '--date', '2026-01-15'];

beforeAll(async () => {
  await on('import', writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13')));
});

const orderOf = async (site: string) => {
  const plan = JSON.parse((await on('plan', ...period, '--json')).stdout);
  const row = plan.rows.find(
    (one: { site: string; date: string }) => one.site === site && one.date === '2026-01-15',
  );
  return row as { readonly order: number; readonly decision: { readonly recommended: number } };
};

test('an order is overridden, frozen, listed and corrected from the terminal', async () => {
  expect(await on('orders', ...period)).toMatchObject({
    code: 0,
    stdout: 'Rien n’est enregistré pour cette période.\n',
  });
  const { recommended } = (await orderOf('LES TILLEULS')).decision;
  const said = await on('order', ...thursday, '--quantity', String(recommended + 5), '--reason', 'invités');
  expect(said.code).toBe(0);
  expect(said.stdout).toContain(`${recommended + 5} repas.`);
  expect((await orderOf('LES TILLEULS')).order).toBe(recommended + 5);
  const table = (await on('plan', ...period, '--lang', 'en')).stdout;
  expect(table).toContain(`changed by hand, recommended ${recommended}`);
  const approved = await on('freeze', ...period, '--json');
  expect(approved.code).toBe(0);
  expect(JSON.parse(approved.stdout).approved.length).toBeGreaterThan(1);
  const refused = await on('order', ...thursday, '--quantity', '9');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('la correction la remplace');
  const corrected = await on('order', ...thursday, '--quantity', '9', '--correct', '--lang', 'en');
  expect(corrected.code).toBe(0);
  expect(corrected.stdout).toContain(`order no. 2, 9 meals instead of ${recommended + 5}.`);
  expect(corrected.stderr).toContain('very far from the');
  const listed = await on('orders', ...period, '--lang', 'en');
  expect(listed.stdout).toContain('approved, no.\u00a02');
  expect(listed.stdout).toContain('Recommended');
  const orders = JSON.parse((await on('orders', ...period, '--json')).stdout) as readonly OrderRecord[];
  const order = orders.find(({ site, date }) => site === 'LES TILLEULS' && date === '2026-01-15');
  expect(order?.versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(await on('freeze', ...period, '--site', 'les tilleuls', '--open')).toMatchObject({ code: 0 });
  expect((await orderOf('LES TILLEULS')).order).toBe(recommended + 5);
});

test.each([
  ['neither a quantity nor --clear', ['order', ...thursday], 'Donnez --quantity N ou --clear'],
  ['both', ['order', ...thursday, '--quantity', '3', '--clear'], 'Donnez --quantity N ou --clear'],
  ['half a meal', ['order', ...thursday, '--quantity', '3,5'], 'quantité'],
  ['less than nothing', ['order', ...thursday, '--quantity=-3'], 'quantité'],
  ['an unknown site', ['order', '--site', 'nowhere', '--date', '2026-01-15', '--quantity', '3'], 'nowhere'],
  [
    'a public holiday',
    ['order', '--site', 'les tilleuls', '--date', '2026-05-08', '--quantity', '3'],
    '8 mai',
  ],
  ['no period', ['freeze', '--from', '2026-01-15'], '--to'],
  ['an end before the start', ['freeze', '--from', '2026-01-16', '--to', '2026-01-15'], 'précède'],
])('%s: 2, with the reason', async (_what, words, message) => {
  const ended = await on(...words);
  expect(ended.stderr).toContain(message);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
});

test('nothing to freeze, or to open, is nothing done', async () => {
  const weekend = ['--from', '2026-01-17', '--to', '2026-01-18'];
  expect((await on('freeze', ...weekend)).code).toBe(2);
  expect((await on('freeze', ...weekend, '--open')).code).toBe(2);
});

test('going back to the recommendation', async () => {
  await on('order', '--site', 'les tilleuls', '--date', '2026-01-19', '--quantity', '50');
  const back = await on('order', '--site', 'les tilleuls', '--date', '2026-01-19', '--clear');
  expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('nombre conseillé') });
  const week = ['--from', '2026-01-19', '--to', '2026-01-19', '--json'];
  expect(JSON.parse((await on('orders', ...week)).stdout)).toEqual([]);
});

test('approved orders are marked as sent, to whom and when, and the note is taken back', async () => {
  const noted = await on('send', ...period, '--recipient', 'Traiteur du Lac', '--at', '2026-01-13 09:10');
  expect(noted.stderr).toBe('');
  expect(noted.stdout).toMatch(/^\d+ commandes notées comme envoyées\.\n$/);
  expect((await on('orders', ...period)).stdout).toContain(
    'envoyée 13 janvier 2026 à 09:10 à Traiteur du Lac',
  );
  await on('order', ...thursday, '--quantity', '12', '--correct');
  expect((await on('plan', ...period)).stdout).toMatch(
    /envoyée .* à Traiteur du Lac, [+−]\d+ depuis l’envoi/,
  );
  expect((await on('send', ...period)).code).toBe(2);
  expect((await on('send', ...period, '--undo', '--lang', 'en')).stdout).toMatch(/marked as not sent\.$/m);
  expect((await on('send', ...period, '--supplier', 'Primeurs', '--site', 'x')).stderr).toContain(
    '--supplier va sans --recipient ni --site.',
  );
}, 120_000);
