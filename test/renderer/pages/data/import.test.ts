import { fileToLookAt, totalCounts, writtenRows } from '../../../../renderer/pages/data/import-counts.ts';
import { parseDraft } from '../../../../renderer/pages/data/site-draft.ts';
import { fileReport } from '../../support/file-report.ts';

test('the counts of several files add up, and still make a sum', () => {
  const counts = totalCounts({
    batch: null,
    dryRun: true,
    names: [],
    waitingNames: 0,
    files: [
      fileReport({ read: 10, imported: 4, updated: 1, unchanged: 2, refused: 2, asked: 1 }),
      fileReport({ read: 5, imported: 5 }),
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
  expect(fileToLookAt(parts.map(fileReport))).toBe(place);
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
