import { readBlock } from '../../../../renderer/pages/coverage/paste.ts';
import { placeWeek } from '../../../../renderer/pages/staff-figures/paste-week.ts';

const dates = ['2026-12-14', '2026-12-15', '2026-12-17', '2026-12-18'];
const site = (siteId: number, name: string, closed = '') => ({
  ...{ siteId, site: name, siteKind: 'E' as const },
  days: dates.filter((date) => date !== closed).map((date) => ({ date, quantity: null })),
});
/** Les Tilleuls is closed on Monday. */
const week = {
  monday: '2026-12-14',
  sites: [site(1, 'Aulne'), site(2, 'Les Tilleuls', '2026-12-14'), site(3, 'Hêtre')],
};

const paste = (text: string, row = 0, column = 0) => {
  const { entries, problem } = placeWeek(readBlock(text), week, { row, column });
  return problem ?? entries.map(({ siteId, date, text: figure }) => `${siteId} ${date.slice(8)} ${figure}`);
};

test.each([
  ['a row of Monday to Friday', '75\t76\t\t77\t78', ['1 14 75', '1 15 76', '1 17 77', '1 18 78']],
  ['a row of the days of service', '75\t76\t77\t78', ['1 14 75', '1 15 76', '1 17 77', '1 18 78']],
  ['a column of one day, a closed site left out', '75\n80\n91', ['1 14 75', '3 14 91']],
  [
    'names and weekdays',
    'Site\tlundi\tmardi\nHêtre\t91\t92\nAulne\t75\t\n',
    ['3 14 91', '3 15 92', '1 14 75'],
  ],
  [
    'turned, abbreviated',
    '\tAULNE\tHetre\nMon.\t75\t91\nFri\t76\t92',
    ['1 14 75', '1 18 76', '3 14 91', '3 18 92'],
  ],
  ['names and dates', 'Site\t14/12/2026\t15/12/2026\nAulne\t75\t76', ['1 14 75', '1 15 76']],
  ['what is no figure is laid too, to be told at its field', '75\tbeaucoup', ['1 14 75', '1 15 beaucoup']],
])('%s', (_, text, expected) => {
  expect(paste(text)).toEqual(expected);
});

test.each([
  ['another week', 'Site\t21/12/2026\t22/12/2026\nAulne\t75\t76', 'other-month'],
  ['a name of no site', 'Site\tlundi\tmardi\nMairie\t75\t76', 'unknown-site'],
  ['more sites than there are', '1\n2\n3\n4', 'too-long'],
])('%s: nothing is laid', (_, text, problem) => {
  expect(paste(text)).toBe(problem);
});
