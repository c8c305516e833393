import { join } from 'node:path';
import { importFiles } from '../../../db/import/import-files.ts';
import { openDatabase } from '../../../db/open.ts';
import { saveSetting } from '../../../db/settings.ts';
import type { ProgressStage } from '../../../electron/api/contract.ts';
import { ModelCache } from '../../../electron/service/plan/model-cache.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';

const folder = temporaryFolder();
const file = join(folder, 'canteen.sqlite');
const db = openDatabase(file);
const other = openDatabase(file);
const stages: ProgressStage[] = [];
const source = { db, progress: (stage: ProgressStage) => stages.push(stage), cancelled: () => false };
const cache = new ModelCache();
const origin = '2026-01-11';

const importing = (name: string, from: string, to: string) =>
  importFiles(other, [{ path: writeUnder(folder, name, attendanceCsv(from, to)), name }], {
    now: '2026-01-14T08:00',
  });

beforeAll(() => {
  importing('first.csv', '2025-09-01', '2025-12-19');
});

afterAll(() => {
  db.close();
  other.close();
});

test('a model is fitted once per origin', () => {
  const model = cache.model(source, origin);
  expect(stages).toContain('fit');
  stages.length = 0;
  expect(cache.model(source, origin)).toBe(model);
  expect(cache.model(source, '2026-01-04')).not.toBe(model);
  expect(cache.model(source, origin)).toBe(model);
});

test('a setting that another connection saved does not drop the models', () => {
  const model = cache.model(source, origin);
  saveSetting(other, 'serviceLevel', 0.9);
  saveSetting(db, 'theme', 'dark');
  expect(cache.model(source, origin)).toBe(model);
});

test('new data, written through any connection, do', () => {
  const model = cache.model(source, origin);
  importing('second.csv', '2025-12-20', '2026-01-10');
  const next = cache.model(source, origin);
  expect(next).not.toBe(model);
  expect(cache.history(source).attendance.day.length).toBeGreaterThan(100);
});

test('the model not asked for longest is dropped', () => {
  const first = cache.model(source, '2025-12-01');
  for (let day = 2; day <= 7; day++) {
    cache.model(source, `2025-12-0${day}`);
  }
  expect(cache.model(source, '2025-12-01')).not.toBe(first);
});
