import { readAttendance } from '../../db/attendance.ts';
import { Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const lists = {
  'sites.csv': 'cantine_nom,cantine_type\nLe Port,M/E\n',
  'names.csv': [
    'site_nom,site_type,cantine_nom,cantine_type',
    ...['Le Port,M', 'Le Port,E', 'LE PORT (cuisine),E', 'Le Port,A'].map((name) => `${name},Le Port,M/E`),
  ].join('\n'),
};

/** What rows of one day at one canteen come to: served and planned. */
function dayOf(...rows: readonly string[]): readonly [number, number] {
  const db = bench.database();
  const lines = rows.map((row) => `${row.split(' ')[0]},2024-09-02,${row.split(' ').slice(1).join(' ')}`);
  bench.import(db, { ...lists, 'rows.csv': `site_type,date,prevision,reel,site_nom\n${lines.join('\n')}` });
  const { served, staff } = readAttendance(db);
  expect(served).toHaveLength(1);
  return [served[0], staff[0]];
}

describe('the counts of a site on a day', () => {
  test('guest groups are added up', () => {
    expect(dayOf('M 40,38,Le Port', 'E 90,85,Le Port', 'A 6,5,Le Port')).toEqual([128, 136]);
  });

  test('two names of one group complement each other', () => {
    expect(dayOf('E NA,85,Le Port', 'E 90,NA,LE PORT (cuisine)')).toEqual([85, 90]);
  });

  test('a group without a count makes the sum unknown', () => {
    expect(dayOf('M 40,NA,Le Port', 'E 90,85,Le Port')).toEqual([Number.NaN, 130]);
  });

  test('of a whole and its parts the whole counts, if it is known', () => {
    expect(dayOf('M 40,38,Le Port', 'E 90,85,Le Port', 'M/E 131,124,Le Port')).toEqual([124, 131]);
    expect(dayOf('M 40,38,Le Port', 'E 90,85,Le Port', 'M/E 131,NA,Le Port')).toEqual([123, 130]);
  });

  test('zero is a count: nobody came', () => {
    expect(dayOf('E 90,0,Le Port')).toEqual([0, 90]);
  });
});

test('entries are sorted by site and day, whatever the order of the file', () => {
  const db = bench.database();
  const rows = ['B,2024-09-03,1', 'A,2024-09-03,2', 'B,2024-09-02,3', 'A,2024-09-02,4'];
  bench.importOne(db, `site,date,reel\n${rows.join('\n')}\n`);
  const { site, day, served } = readAttendance(db);
  expect([...site]).toEqual([1, 1, 2, 2]);
  expect([...day]).toEqual([19_968, 19_969, 19_968, 19_969]);
  expect([...served]).toEqual([3, 1, 4, 2]);
});
