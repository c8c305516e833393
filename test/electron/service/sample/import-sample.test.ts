import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from '../../../../db/history.ts';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { generateSample } from '../../../../electron/service/sample/generate.ts';
import { sampleSeed } from './read-sample.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(['2026-11-23', '2026-09-02', '2025-03-03'])(
  'the import reads every row of the sample of %s',
  (today) => {
    const sources = generateSample({ seed: sampleSeed, today }).map(({ name, text }) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return { path, name };
    });
    const db = openDatabase(join(folder, 'canteen.sqlite'));
    const outcome = importFiles(db, sources, { now: `${today}T08:00` });
    expect(outcome.files.map(({ file, kind }) => [file, kind])).toEqual([
      ['cantines.csv', 'sites'],
      ['ecoles.csv', 'school-names'],
      ['effectifs.csv', 'enrolment'],
      ['vacances.csv', 'holidays'],
      ['menus.csv', 'menus'],
      ['fermetures.csv', 'closures'],
      ['frequentation.csv', 'attendance'],
      ['plats-servis.csv', 'servings'],
    ]);
    for (const file of outcome.files) {
      expect(file.problems).toEqual([]);
      expect([file.refused, file.asked, file.unchanged, file.updated]).toEqual([0, 0, 0, 0]);
      expect(file.imported).toBe(file.read);
    }
    const history = readHistory(db);
    expect(history.sites.map(({ name }) => name)).toHaveLength(6);
    expect(history.attendance.served.length).toBeGreaterThan(1800);
    expect(history.menu.some(({ choice }) => choice !== null)).toBe(true);
    expect(history.menu.every(({ course }) => course !== null && course !== 'other')).toBe(true);
    expect(history.holidays.some(({ lastDay }) => lastDay > today)).toBe(true);
    db.close();
  },
);
