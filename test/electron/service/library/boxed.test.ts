import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLibraryFile } from '../../../../electron/service/library/library-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const open = servicesUnder(folder);
const file = join(import.meta.dirname, '../../../../assets/library/nantes.json');

beforeAll(() => {
  process.env.BONNE_MESURE_LIBRARY = 'nantes';
});
afterAll(() => {
  process.env.BONNE_MESURE_LIBRARY = 'none';
});

test('the library in the box passes the check of an imported one, is small, and ends in July 2017', () => {
  const text = readFileSync(file, 'utf8');
  const { learnedFrom, leads } = readLibraryFile('nantes.json', text);
  expect(text.length).toBeLessThan(200_000);
  expect(learnedFrom.from.slice(0, 7)).toBe('2011-01');
  expect(learnedFrom.to.slice(0, 7)).toBe('2017-07');
  expect(leads.map(({ lead }) => lead)).toEqual([1, 6, 14, 28, 49, 70, 90]);
});

test('helps a small place in France until it is switched off, which can be taken back; no place elsewhere', async () => {
  const service = open('small');
  await importing(service, folder, 'small.csv', attendanceCsv('2025-12-01', '2026-01-13'));
  const cell = async () =>
    (await value(service, 'plan.cell', { siteId: 1, date: '2026-01-19', asOf: '2026-01-13' })).library;
  await value(service, 'settings.save', { zone: 'B' });
  expect(await value(service, 'library.read', {})).toMatchObject({
    installed: { name: 'Nantes Métropole', file: null, at: null },
    use: 'used',
  });
  expect(await cell()).toMatchObject({ name: 'Nantes Métropole' });
  const off = await service.call('library.use', { on: false }, { language: 'fr' });
  if (!off.ok || off.edit === undefined) throw new Error('It was switched off, as one edit.');
  expect(off.value).toMatchObject({ use: 'off' });
  expect(await cell()).toBeNull();
  await value(service, 'edits.step', { edits: [off.edit], way: 'undo' });
  expect(await cell()).toMatchObject({ name: 'Nantes Métropole' });
  await value(service, 'settings.save', { zone: 'none' });
  expect(await value(service, 'library.read', {})).toMatchObject({ installed: null, use: 'none' });
  expect(await cell()).toBeNull();
}, 120_000);
