import type { ImportFileReport } from '../../../../electron/api/records.ts';
import { fileToLookAt, totalCounts, writtenRows } from '../../../../renderer/pages/data/import-counts.ts';
import { parseDraft } from '../../../../renderer/pages/data/site-draft.ts';

const file = (part: Partial<ImportFileReport>): ImportFileReport => ({
  file: 'a.csv',
  workbook: null,
  sheets: [],
  siteTotals: { sites: 0, days: 0, emptyDays: 0 },
  months: [],
  newWithoutMeals: { marked: 0, empty: 0 },
  unlikely: [],
  kind: 'attendance',
  encoding: null,
  separator: null,
  columns: [],
  questions: [],
  sites: [],
  reading: null,
  profile: null,
  firstDay: null,
  lastDay: null,
  head: [],
  problems: [],
  groups: [],
  read: 0,
  imported: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  asked: 0,
  ...part,
});

test('the counts of several files add up, and still make a sum', () => {
  const counts = totalCounts({
    batch: null,
    dryRun: true,
    names: [],
    waitingNames: 0,
    files: [
      file({ read: 10, imported: 4, updated: 1, unchanged: 2, refused: 2, asked: 1 }),
      file({ read: 5, imported: 5 }),
    ],
  });
  expect(counts.read).toBe(15);
  expect(counts.imported + counts.updated + counts.unchanged + counts.refused + counts.asked).toBe(
    counts.read,
  );
  expect(writtenRows(counts)).toBe(11);
});

test.each([
  [[{}, { asked: 3 }, { refused: 1 }], 2],
  [[{}, { asked: 3 }, {}], 1],
  [[{}, { kind: null }, { asked: 1 }], 1],
  [[{}, {}], 0],
])('of the files %j, number %i is looked at first', (parts, place) => {
  expect(fileToLookAt(parts.map(file))).toBe(place);
});

describe('a canteen typed in', () => {
  const fields = { name: ' Jean Jaurès ', kind: 'M/E' as const, capacity: '', enrolled: '1 20', usual: '' };

  test('is read as a draft', () => {
    expect(parseDraft(fields).draft).toEqual({
      name: 'Jean Jaurès',
      kind: 'M/E',
      capacity: null,
      enrolled: 120,
      usual: null,
    });
    expect(parseDraft({ ...fields, usual: '95' }).draft).toMatchObject({ usual: 95 });
  });

  test('says which field is wrong', () => {
    expect(parseDraft({ ...fields, name: '  ' }).wrong).toEqual({ name: true });
    expect(parseDraft({ ...fields, capacity: '-3', enrolled: '12,5' }).wrong).toEqual({
      capacity: 'not-whole',
      enrolled: 'not-whole',
    });
    expect(parseDraft({ ...fields, usual: '121' })).toEqual({
      draft: null,
      wrong: { usual: 'above-enrolled' },
    });
    expect(parseDraft({ ...fields, capacity: '0' }).draft).toBeNull();
    expect(parseDraft({ ...fields, capacity: '5001' }).draft).toBeNull();
  });
});
