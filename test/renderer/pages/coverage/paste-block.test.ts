import type { CoverageDay, CoverageMonth } from '../../../../electron/api/records.ts';
import { dayOfText } from '../../../../renderer/pages/coverage/day-text.ts';
import { placeBlock, readBlock } from '../../../../renderer/pages/coverage/paste.ts';
import { placeSites } from '../../../../renderer/pages/coverage/paste-sites.ts';

const day = (date: string, off: boolean): CoverageDay => ({
  date,
  served: null,
  staff: null,
  typed: false,
  file: null,
  expected: !off,
  closed: off ? 'no-service' : null,
  label: null,
  byClass: {},
  marks: [],
});

/** November 2026 from Monday the 2nd; Wednesdays are no days of service. */
const november = Array.from({ length: 30 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`)
  .map((date) => ({ date, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() }))
  .filter(({ weekday }) => weekday !== 0 && weekday !== 6)
  .map(({ date, weekday }) => day(date, weekday === 3));

const paste = (
  text: string,
  columns: Parameters<typeof placeBlock>[2]['columns'] = ['all', 'A'],
  row = 0,
) => {
  const placed = placeBlock(readBlock(text), november, { row, columns });
  return placed.type === 'refused'
    ? placed.problem
    : placed.values.map(({ date, diners = 'all', text: count }) => `${date.slice(8)} ${diners} ${count}`);
};

test.each([
  ['02/11/2026', '2026-11-02'],
  ['lun. 02/11/2026', '2026-11-02'],
  ['lundi 2 novembre', '2026-11-02'],
  ['lun. 2', '2026-11-02'],
  ['Mon 2 Nov', '2026-11-02'],
  ['1er', '2026-11-01'],
  ['2 décembre', '2026-12-02'],
  ['mardi 2 novembre', null],
  ['31', null],
  ['Semaine 45', null],
])('the day that %s means in November 2026', (text, date) => {
  expect(dayOfText(text, '2026-11')).toBe(date);
});

test('all columns of her sheet: days, classes, adults, and a total that is seen to be one', () => {
  const block = [
    'Jour\tMaternelle\tÉlémentaire\tAdultes\tTotal',
    'lun. 2\t17\t29\t3\t49',
    'mar. 3\t19\t33\t3\t55',
    'mer. 4\t\t\t\t',
    'jeu. 5\tgrève\t\t\t',
    'TOTAL\t36\t62\t6\t104',
  ].join('\r\n');
  expect(paste(block, ['all', 'A'], 6)).toEqual([
    '02 M 17',
    '02 E 29',
    '02 A 3',
    '03 M 19',
    '03 E 33',
    '03 A 3',
    '05 M grève',
  ]);
  // The total of the children alone is one too.
  expect(paste('Date\tMat\tElem\tAdultes\tTotal enfants\n2\t17\t29\t3\t46\n3\t19\t33\t3\t52')).toHaveLength(
    6,
  );
  // One that is none of them is no total.
  expect(paste('Date\tMat\tElem\tAdultes\tTotal\n2\t17\t29\t3\t46\n3\t19\t33\t3\t99')).toBe('total');
});

test('a total beside adults only may hold them or not: nothing is pasted', () => {
  expect(paste('Date\tTotal\tAdultes\n02/11/2026\t49\t3\n03/11/2026\t55\t3')).toBe('total');
  expect(paste('Date\tTotal\n02/11/2026\t49\n03/11/2026\t55')).toEqual(['02 all 49', '03 all 55']);
});

test('without titles columns fall on those of the page, from the field on', () => {
  expect(paste('41\t3\n44\t4')).toEqual(['02 all 41', '02 A 3', '03 all 44', '03 A 4']);
  expect(paste('3\n4', ['A'])).toEqual(['02 A 3', '03 A 4']);
  expect(paste('17\t29\t3\n19\t33\t3', ['M', 'E', 'A'])).toHaveLength(6);
  expect(paste('17\t29\t3\n19\t33\t3')).toBe('columns');
  expect(paste('17\t29\t3\t49\n19\t33\t3\t55', ['M', 'E', 'A'])).toHaveLength(6);
  expect(paste('02/11/2026\t41\n05/11/2026\t44', ['all', 'A'], 3)).toEqual(['02 all 41', '05 all 44']);
  // An empty column keeps its place: no adults is not that the next column is theirs.
  expect(paste('17\t\t3\n19\t\t3', ['M', 'E', 'A'])).toEqual(['02 M 17', '02 A 3', '03 M 19', '03 A 3']);
});

test('what was ordered is not what was served; an unknown column is not guessed at', () => {
  expect(paste('Date\tCommandé\tServi\n2\t50\t47\n3\t54\t51')).toEqual(['02 all 47', '03 all 51']);
  expect(paste('Date\tServi\tGoûter\n2\t47\t12\n3\t51\t13')).toBe('columns');
  expect(paste('Date\tServi\tObservations\n2\t47\tpluie\n3\t51\t')).toEqual(['02 all 47', '03 all 51']);
  expect(paste('02/12/2026\t41')).toBe('other-month');
});

const month: CoverageMonth = {
  dates: november.map(({ date }) => date),
  sites: ['Aimé Césaire', 'Jean Jaurès'].map((site, i) => ({
    siteId: i + 1,
    site,
    siteKind: 'E',
    countsByClass: false,
    days: november,
  })),
};
const pasteAll = (text: string, who: 'all' | 'A' = 'all') => {
  const { entries, problem } = placeSites(readBlock(text), month, { row: 0, column: 0, who });
  return (
    problem ?? entries.map((one) => `${one.siteId} ${one.date.slice(8)} ${one.diners ?? 'all'} ${one.text}`)
  );
};

test('all sites by name and date, whichever way round, and no sum among them', () => {
  const byLine =
    'Site\t02/11/2026\t03/11/2026\tTotal\nJEAN JAURES\t131\t136\t267\nAimé Césaire\t80\t\t80\nTotal\t211\t136\t347';
  const byColumn = 'Date\tJean Jaurès\tAimé Césaire\tTotal\nlun. 2\t131\t80\t211\nmar. 3\t136\t\t136';
  const expected = ['1 02 all 80', '2 02 all 131', '2 03 all 136'];
  expect([pasteAll(byLine)].flat().sort()).toEqual(expected);
  expect([pasteAll(byColumn)].flat().sort()).toEqual(expected);
  expect(pasteAll(byLine.replace('JAURES', 'Zola'))).toBe('unknown-site');
  expect(pasteAll('3\t4\n5\t6', 'A')).toEqual(['1 02 A 3', '1 03 A 4', '2 02 A 5', '2 03 A 6']);
});
