import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveDishCorrection } from '../../../../db/dishes.ts';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { saveSetting } from '../../../../db/settings.ts';
import type { ProgressStage } from '../../../../electron/api/contract.ts';
import { ModelCache } from '../../../../electron/service/models/model-cache.ts';
import { ModelStore } from '../../../../electron/service/models/model-store.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';

const folder = temporaryFolder();
const db = openDatabase(join(folder, 'canteen.sqlite'));
const models = join(folder, 'models');
const period = { from: '2025-11-03', to: '2025-12-12', lead: 7 } as const;

const importing = (name: string, text: string) =>
  importFiles(db, [{ path: writeUnder(folder, name, text), name }], { now: '2026-01-14T08:00' });

const mondays = (from: string, weeks: number) =>
  Array.from({ length: weeks }, (_, week) =>
    new Date(Date.parse(from) + 7 * week * 86_400_000).toISOString().slice(0, 10),
  );
const servings = (dates: readonly string[], left: number) =>
  `date;site;type;plat;prepare;servi;reste\n${dates
    .map((date, i) => `${date};LES TILLEULS;E;Brandade;140;${120 - left - (i % 5)};${20 + left + (i % 5)}`)
    .join('\n')}\n`;

/** A process that has just started. */
function start(cache = new ModelCache(new ModelStore(models))) {
  const stages = new Set<ProgressStage>();
  const source = { db, progress: (stage: ProgressStage) => stages.add(stage), cancelled: () => false };
  const ask = () => {
    stages.clear();
    const lines = cache.pastDishes(source, period);
    return { lines, made: stages.has('backtest') };
  };
  return ask;
}

beforeAll(() => {
  importing('attendance.csv', attendanceCsv('2025-03-01', '2026-01-09'));
  importing('servings.csv', servings(mondays('2025-09-01', 16), 0));
});

afterAll(() => db.close());

test('forecasts of past dishes are made once, for all threads and the next start', () => {
  const ask = start();
  const first = ask();
  expect(first.made).toBe(true);
  expect(first.lines.length).toBeGreaterThan(3);
  expect(ask()).toEqual({ ...first, made: false });
  // Another process, to the digit.
  expect(start()()).toEqual({ ...first, made: false });
});

test('what they are not made from leaves them; a serving, a meal or a name of the period does not', () => {
  const ask = start();
  const { lines } = ask();
  saveSetting(db, 'serviceLevel', 0.9);
  importing('later.csv', servings(['2026-01-05'], 9));
  expect(ask()).toEqual({ lines, made: false });
  importing('corrected.csv', servings(['2025-10-06'], 30));
  expect(ask().made).toBe(true);
  importing('meals.csv', attendanceCsv('2025-11-03', '2025-11-03').replace(/;\d+;LES/, ';77;LES'));
  expect(ask().made).toBe(true);
  saveDishCorrection(db, { key: 'brandade', name: 'Brandade', family: 'poultry', sameAs: null });
  expect(ask().made).toBe(true);
  expect(ask().made).toBe(false);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -20)],
  ['of other numbers', (text: string) => text.replace(/\d\}/, (end) => `${(Number(end[0]) + 1) % 10}}`)],
])('a file that is %s is made anew', (_, damage) => {
  const whole = start()();
  for (const name of readdirSync(models).filter((one) => one.startsWith('dishes-'))) {
    const file = join(models, name);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
  }
  expect(start()()).toEqual({ lines: whole.lines, made: true });
});

test('a question that is cancelled keeps nothing', () => {
  const store = new ModelStore(join(folder, 'cancelled'));
  const source = { db, progress: () => undefined, cancelled: () => true };
  expect(() => new ModelCache(store).pastDishes(source, period)).toThrow('cancelled');
  expect(start(new ModelCache(store))().made).toBe(true);
});
