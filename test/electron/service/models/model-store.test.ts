import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import type { ProgressStage } from '../../../../electron/api/contract.ts';
import { ModelCache } from '../../../../electron/service/models/model-cache.ts';
import { ModelStore } from '../../../../electron/service/models/model-store.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv, menusCsv } from '../../canteen-files.ts';

const folder = temporaryFolder();
const db = openDatabase(join(folder, 'canteen.sqlite'));
const models = join(folder, 'models');
const origin = '2026-01-04';

const importing = (name: string, text: string) =>
  importFiles(db, [{ path: writeUnder(folder, name, text), name }], { now: '2026-01-14T08:00' });

/** What a process that has just started does for a forecast, and what it forecasts. */
function start(store = new ModelStore(models), day = origin) {
  const stages = new Set<ProgressStage>();
  const source = { db, progress: (stage: ProgressStage) => stages.add(stage), cancelled: () => false };
  const forecast = new ModelCache(store).model(source, day).forecast(1, '2026-01-15');
  return { fitted: stages.has('fit'), mean: forecast?.mean, q80: forecast?.quantile(0.8) };
}

const files = () => readdirSync(models).sort();

beforeAll(() => {
  importing('attendance.csv', attendanceCsv('2025-03-01', '2026-01-09'));
});

afterAll(() => {
  db.close();
});

test('a model outlives the process that fitted it', () => {
  const first = start();
  expect(first.fitted).toBe(true);
  // That of the lead that was asked for.
  expect(files()).toEqual([expect.stringMatching(/^2026-01-04-14-/)]);
  expect(start()).toEqual({ ...first, fitted: false });
});

test('another version of the code fits its own', () => {
  expect(start(new ModelStore(models, 'another version')).fitted).toBe(true);
  expect(start().fitted).toBe(false);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -100)],
  ['changed by one figure', (text: string) => text.replace(/\d\]/, (end) => `${(Number(end[0]) + 1) % 10}]`)],
  ['empty', () => ''],
  ['no text of ours', () => '{}\n[]\n'],
])('a file that is %s is left aside and written anew', (_, damage) => {
  const own = join(folder, 'damaged');
  const texts = () => readdirSync(own).map((name) => readFileSync(join(own, name), 'utf8'));
  const before = { ...start(new ModelStore(own)), fitted: true };
  const whole = texts();
  for (const name of readdirSync(own)) {
    writeFileSync(join(own, name), damage(readFileSync(join(own, name), 'utf8')));
  }
  expect(start(new ModelStore(own))).toEqual(before);
  expect(texts().every((text, i) => text === whole[i])).toBe(true);
  expect(start(new ModelStore(own)).fitted).toBe(false);
});

test('records after the origin leave its model as good as it was; records up to it do not', () => {
  expect(start().fitted).toBe(false);
  importing('later.csv', attendanceCsv('2026-01-10', '2026-01-13'));
  importing('menus.csv', menusCsv);
  importing('strike.csv', 'date;type\n2026-01-15;strike\n');
  expect(start().fitted).toBe(false);
  importing('strike.csv', 'date;type\n2025-12-02;strike\n');
  expect(start().fitted).toBe(true);
  importing('corrected.csv', attendanceCsv('2025-11-03', '2025-11-03').replace(/;\d+;LES/, ';77;LES'));
  expect(start().fitted).toBe(true);
  expect(start().fitted).toBe(false);
});

test('the files not asked for longest are dropped', () => {
  for (const file of files()) {
    const long = new Date('2020-01-01T00:00:00Z');
    utimesSync(join(models, file), long, long);
  }
  start();
  const asked = files().filter((file) => readFileSync(join(models, file)).length > 0);
  for (let i = 0; i < 60; i++) {
    start(new ModelStore(models, `version ${i}`), '2025-04-20');
  }
  expect(asked.length).toBeGreaterThan(2);
  expect(files().length).toBeLessThanOrEqual(48);
  expect(files().some((file) => file.endsWith('.part'))).toBe(false);
});

test('where nothing can be written, everything is fitted and nothing breaks', () => {
  const taken = writeUnder(folder, 'taken', 'a file where the folder should be');
  expect(start(new ModelStore(taken)).fitted).toBe(true);
  expect(start(new ModelStore(taken)).fitted).toBe(true);
  mkdirSync(join(folder, 'empty'));
  expect(start(new ModelStore(join(folder, 'empty'))).fitted).toBe(true);
});
