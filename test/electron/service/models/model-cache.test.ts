import { join } from 'node:path';
import { saveDishCorrection } from '../../../../db/dishes.ts';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { saveSetting } from '../../../../db/settings.ts';
import type { ProgressStage } from '../../../../electron/api/contract.ts';
import { ModelCache } from '../../../../electron/service/models/model-cache.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';

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

test('a model is fitted once per origin, for what is asked of it', () => {
  const model = cache.model(source, origin);
  expect(stages).not.toContain('fit');
  model.forecast(1, '2026-01-12');
  expect(stages).toContain('fit');
  stages.length = 0;
  expect(cache.model(source, origin)).toBe(model);
  model.forecast(1, '2026-01-12');
  expect(stages).toEqual([]);
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

const servings = (served: number) =>
  `date;site;type;plat;prevu;prepare;servi;reste\n${['2025-12-01', '2025-12-08']
    .map((date) => `${date};LES TILLEULS;E;Brandade;130;140;${served};${140 - served}`)
    .join('\n')}\n`;
const brandade = [{ key: 'brandade', family: null, course: 'main' }] as const;

test('the take-up is fitted once per origin, and anew when servings or dishes change', () => {
  const importServings = (served: number) => {
    const name = `${served}.csv`;
    const path = writeUnder(folder, name, servings(served));
    importFiles(other, [{ path, name }], { now: '2026-01-14T08:00', kind: 'servings' });
  };
  const share = () => cache.takeUp(source, origin).shares(tilleuls, '2026-01-15', brandade)[0];
  const tilleuls = cache.history(source).sites.find(({ name }) => name === 'LES TILLEULS')?.id ?? 0;
  expect(share()).toMatchObject({ mean: 1, basis: 'single-menu' });
  importServings(60);
  expect(share()).toMatchObject({ basis: 'dish-at-site', days: 2 });
  const [model, mean] = [cache.takeUp(source, origin), share()?.mean ?? 0];
  expect(mean).toBeLessThan(0.85);
  saveSetting(other, 'serviceLevel', 0.8);
  expect(cache.takeUp(source, origin)).toBe(model);
  saveDishCorrection(other, { key: 'brandade', name: 'Brandade', family: 'fish', sameAs: null });
  expect(cache.takeUp(source, origin)).not.toBe(model);
});
