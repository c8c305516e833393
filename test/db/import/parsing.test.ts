import { dayOf, dayOfIso, isoOf, schoolYearOfDay, weekdayOfDay } from '../../../db/day.ts';
import { fold, tidy } from '../../../db/fold.ts';
import { countLimit, parseCount } from '../../../db/import/counts.ts';
import { DateColumn } from '../../../db/import/date-column.ts';
import { parseDay } from '../../../db/import/dates.ts';
import { splitRecords } from '../../../db/import/records.ts';
import { parseSiteKind } from '../../../db/import/site-kind.ts';

describe('parseCount', () => {
  test.each([
    ['118', 118],
    [' 118 ', 118],
    ['0', 0],
    ['1 204', 1204],
    ['12 345', 12_345],
    ["1'204", 1204],
    ['118,0', 118],
    ['118.00', 118],
    ['+7', 7],
    ['-0', 0],
    ['', null],
    ['NA', null],
    ['-', null],
    ['#N/A', null],
    ['-3', 'negative-count'],
    ['−3', 'negative-count'],
    ['3,5', 'count-not-whole'],
    ['1,204', 'ambiguous-count'],
    ['1.000', 'ambiguous-count'],
    ['12a', 'invalid-count'],
    ['1e3', 'invalid-count'],
    ['0x10', 'invalid-count'],
    ['1 20', 'invalid-count'],
    [String(countLimit), countLimit],
    [String(countLimit + 1), 'count-too-large'],
    ['99999999999999999999', 'invalid-count'],
  ])('%j', (cell, expected) => {
    expect(parseCount(cell)).toBe(expected);
  });
});

describe('parseDay', () => {
  test.each([
    ['2018-09-03', '2018-09-03'],
    ['2018-9-3', '2018-09-03'],
    ['03/09/2018', '2018-09-03'],
    ['3.9.18', '2018-09-03'],
    ['29/02/2016', '2016-02-29'],
    ['2018/09/03', '2018-09-03'],
    ['lundi 3 septembre 2018', '2018-09-03'],
    ['Mer. 1er août 2018', '2018-08-01'],
    ['3 sept. 18', '2018-09-03'],
    ['12 february 2018', '2018-02-12'],
    ['2017-10-20T22:00:00+00:00', '2017-10-21'],
    ['2017-11-05T23:00:00Z', '2017-11-06'],
    ['2026-05-16T01:00:00+02:00', '2026-05-16'],
    ['2017-10-21T00:00:00+02:00', '2017-10-21'],
    ['2018-09-03 23:59', '2018-09-03'],
  ])('%s', (cell, expected) => {
    expect(isoOf(parseDay(cell, 'day-first'))).toBe(expected);
  });

  test.each([
    '31/02/2018',
    '29/02/2018',
    '2018-02-30',
    '00/09/2018',
    '32/01/2018',
    '2018-13-01',
    '12',
    'x',
    '3 brumaire 2018',
    '2018-09-03T25:00',
  ])('%s is no day', (cell) => {
    expect(parseDay(cell, 'day-first')).toBeNaN();
  });

  test('month first, where the column says so', () => {
    expect(isoOf(parseDay('09/14/2018', 'month-first'))).toBe('2018-09-14');
    expect(parseDay('09/14/2018', 'day-first')).toBeNaN();
  });
});

describe('the order of day and month', () => {
  const voteOn = (...cells: readonly string[]) => {
    const vote = new DateColumn();
    for (const cell of cells) {
      vote.add(cell);
    }
    return [vote.order, vote.unsure];
  };

  test('one day above 12 decides', () => {
    expect(voteOn('03/09/2018', '13/09/2018')).toEqual(['day-first', false]);
    expect(voteOn('03/09/2018', '09/13/2018')).toEqual(['month-first', false]);
  });

  test('without any it is the French one, and unsure', () => {
    expect(voteOn('03/09/2018', '04/09/2018')).toEqual(['day-first', true]);
  });

  test('dates that read the same both ways, and ISO dates, leave no doubt', () => {
    expect(voteOn('03/03/2018', '2018-09-04')).toEqual(['day-first', false]);
  });
});

test('calendar days', () => {
  expect(dayOf(1970, 1, 1)).toBe(0);
  expect(dayOfIso('2017-07-07')).toBe(17_354);
  expect([weekdayOfDay(dayOfIso('2018-09-03')), weekdayOfDay(dayOfIso('1969-12-28'))]).toEqual([1, 7]);
  expect([schoolYearOfDay(dayOfIso('2017-07-31')), schoolYearOfDay(dayOfIso('2017-08-01'))]).toEqual([
    2016, 2017,
  ]);
});

test('guest categories', () => {
  const words = [
    'M',
    'élémentaire',
    'ELEM.',
    'M/E',
    'Primaire',
    'Collège',
    'centre de loisirs',
    'adultes',
    'x',
  ];
  expect(words.map(parseSiteKind)).toEqual(['M', 'E', 'E', 'M/E', 'M/E', 'C', 'L', 'A', null]);
});

test('text is tidied to be kept, folded to be compared', () => {
  expect(tidy('  E\u0301cole \u00A0du\tPort\u200B ')).toBe('École du Port');
  expect(fold('École de l’Île')).toBe("ECOLE DE L'ILE");
  expect(fold('STALINGRAD/FOYER MANU')).not.toBe(fold('STALINGRAD (Foyer Manu)'));
});

describe('splitRecords', () => {
  const split = (text: string) => {
    const records: (readonly [number, ...string[]])[] = [];
    splitRecords(text, ',', (cells, line) => {
      records.push([line, ...cells]);
      return true;
    });
    return records;
  };

  test('counts lines, not records', () => {
    expect(split('a,b\n"c\nd",e\nf,g')).toEqual([
      [1, 'a', 'b'],
      [2, 'c\nd', 'e'],
      [4, 'f', 'g'],
    ]);
  });

  test('a quote that is never closed spoils its own line only', () => {
    const lines = Array.from({ length: 50 }, (_, index) => `r${index},1`);
    const records = split(['a,b', '"torn,1', ...lines].join('\n'));
    expect(records).toHaveLength(52);
    expect(records[1]).toEqual([2, '"torn', '1']);
    expect(records[51]).toEqual([52, 'r49', '1']);
  });

  test('a file of stray quotes is read as one without quoting', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `"r${index},1`);
    expect(split(lines.join('\n'))).toHaveLength(2000);
  });
});
