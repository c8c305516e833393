import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { ModelCache } from '../../../../electron/service/models/model-cache.ts';
import { ModelStore } from '../../../../electron/service/models/model-store.ts';
import { Rolling } from '../../../../forecasting/evaluation/rolling.ts';
import { SiteModel } from '../../../../forecasting/models/site-model.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';

const folder = temporaryFolder();
const db = openDatabase(join(folder, 'canteen.sqlite'));
const models = join(folder, 'models');
const place = { siteId: 1, date: '2026-01-15', lead: 7 };
const source = { db, progress: () => {}, cancelled: () => false };

const importing = (name: string, text: string) =>
  importFiles(db, [{ path: writeUnder(folder, name, text), name }], { now: '2026-01-14T08:00' });

/** The past forecasts of a process that has just started, and how many fits they took. */
function hindcast(store?: ModelStore) {
  const fits = jest.spyOn(SiteModel.prototype, 'advance');
  const cache = new ModelCache(store);
  const history = cache.history(source);
  let answer = cache.past.of(history, place, source.cancelled);
  while (answer.done < 1) answer = cache.past.of(history, place, source.cancelled);
  const count = fits.mock.calls.length;
  fits.mockRestore();
  return { days: answer.days, fits: count };
}

const kept = (code?: string) => hindcast(new ModelStore(models, code));

beforeAll(() => {
  importing('attendance.csv', attendanceCsv('2024-09-02', '2026-01-12'));
  importing('strikes.csv', 'date;type\n2025-10-02;strike\n2025-12-18;strike\n');
});

afterAll(() => {
  db.close();
});

test('a replay outlives the process that made it, to the bit', () => {
  const first = kept();
  expect(first.fits).toBeGreaterThan(5);
  expect(first.days.length).toBeGreaterThan(20);
  expect(kept()).toEqual({ days: first.days, fits: 0 });
  expect(hindcast().days).toEqual(first.days);
});

test('what is new after its last fit is forecast with the fits that are there', () => {
  importing('later.csv', attendanceCsv('2026-01-13', '2026-01-13'));
  importing('menus.csv', 'date;rang;plat\n2026-01-13;1;Carottes\n2026-01-13;2;Hachis\n');
  const again = kept();
  expect(again.fits).toBe(0);
  expect(again.days.map(({ date }) => date)).toContain('2026-01-13');
  expect(again.days).toEqual(hindcast().days);
});

test.each([
  ['a count', 'corrected.csv', attendanceCsv('2025-11-03', '2025-11-03').replace(/;\d+;LES/, ';77;LES')],
  ['a closure', 'strike.csv', 'date;type\n2025-12-02;strike\n'],
])('%s that is corrected before is seen', (_, name, text) => {
  const before = kept();
  importing(name, text);
  const after = kept();
  expect(after.fits).toBeGreaterThan(5);
  expect(after.days).not.toEqual(before.days);
  expect(after.days).toEqual(hindcast().days);
  expect(kept()).toEqual({ days: after.days, fits: 0 });
});

test('another version of the code makes its own', () => {
  expect(kept('another version').fits).toBeGreaterThan(5);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -100)],
  ['of too few fits', () => `${'0'.repeat(64)}\n[]\n`],
])('a file that is %s is left aside', (_, damage) => {
  const before = kept();
  for (const name of readdirSync(models).filter((one) => one.startsWith('past-'))) {
    writeFileSync(join(models, name), damage(readFileSync(join(models, name), 'utf8')));
  }
  expect(kept()).toEqual({ days: before.days, fits: expect.any(Number) });
  expect(kept().fits).toBe(0);
});

test('a replay that nobody asks about any more gives its rows back', () => {
  const cache = new ModelCache();
  const history = cache.history(source);
  const released = jest.spyOn(Rolling.prototype, 'release');
  const ask = (lead: number) => cache.past.of(history, { ...place, lead }, source.cancelled);
  const before = ask(7);
  let other = ask(2);
  for (let asked = 1; asked < 4 || other.done < 1; asked++) other = ask(2);
  // That of the one that is done, and that of the one left alone before its end.
  expect(new Set(released.mock.contexts).size).toBe(2);
  expect(before.done).toBeLessThan(1);
  released.mockRestore();
});

test('two windows that take turns both get to the end of their replays', () => {
  const cache = new ModelCache();
  const history = cache.history(source);
  const ask = (lead: number) => cache.past.of(history, { ...place, lead }, source.cancelled);
  let answers = [ask(7), ask(2)];
  for (let i = 0; i < 5_000 && answers.some(({ done }) => done < 1); i++) answers = [ask(7), ask(2)];
  expect(answers.map(({ done }) => done)).toEqual([1, 1]);
  expect(answers[0]?.days).toEqual(hindcast().days);
});
