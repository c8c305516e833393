import { toDay, toIso, weekday } from '../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../forecasting/calendar/public-holidays.ts';
import type { History } from '../../forecasting/domain/records.ts';
import { backtest } from '../../forecasting/evaluation/backtest.ts';
import { attendanceModel } from '../../forecasting/models/attendance.ts';
import { fourDays, type MadeDay, type MadeSite, madeDay, madeTown } from './support/made-town.ts';

const [first, last] = ['2024-01-08', '2025-03-28'];
/** The change of week, and the period that is looked at. */
const change = toDay('2025-01-06');
const window = { from: '2024-11-04', to: last } as const;
const off = new Set([2024, 2025].flatMap((y) => publicHolidays(y).map(({ date }) => date)));

const fiveDays = ({ weekday: w, inHolidays }: MadeDay) => !inHolidays && w <= 5;
const halfOnWednesdays = ({ weekday: w }: MadeDay) => (w === 3 ? 0.5 : 1);
const schools = (n: number): MadeSite[] =>
  Array.from({ length: n }, (_, i) => ({ meals: 60 + 18 * i, serves: fourDays }));

/** Towns by name; the odd sites are those that do not simply serve four days. */
const towns: Readonly<Record<string, readonly MadeSite[]>> = {
  'two Wednesday schools of ten': [
    { meals: 140, serves: fiveDays, share: halfOnWednesdays },
    { meals: 70, serves: fiveDays, share: halfOnWednesdays },
    ...schools(8),
  ],
  'a leisure centre, open on Wednesdays and in holidays': [
    {
      kind: 'L',
      meals: 50,
      serves: ({ weekday: w, inHolidays }) => (inHolidays ? w <= 5 : w === 3),
    },
    ...schools(5),
  ],
  'from two days to five': [
    {
      meals: 80,
      serves: (day) => (day.day < change ? !day.inHolidays && [2, 4].includes(day.weekday) : fiveDays(day)),
    },
    ...schools(5),
  ],
  'Wednesdays added everywhere': Array.from({ length: 5 }, (_, i) => ({
    meals: 60 + 18 * i,
    serves: (day) => fourDays(day) || (fiveDays(day) && day.day >= change),
    share: halfOnWednesdays,
  })),
  'one school of five days among schools of four': [{ meals: 90, serves: fiveDays }, ...schools(6)],
  'every second Wednesday': [
    {
      meals: 80,
      serves: (day) => fourDays(day) || (fiveDays(day) && day.week % 2 === 0),
      share: halfOnWednesdays,
    },
    ...schools(5),
  ],
  'every second week': [{ meals: 80, serves: (day) => fourDays(day) && day.week % 2 === 1 }, ...schools(5)],
  'Wednesdays and Saturdays': [
    { meals: 80, serves: ({ weekday: w, inHolidays }) => !inHolidays && [3, 6].includes(w) },
    ...schools(5),
  ],
  'a centre alone, in holidays only': [
    { kind: 'L', meals: 80, serves: ({ weekday: w, inHolidays }) => inHolidays && w <= 5 },
  ],
};

/** Days of the next week that are planned wrongly, seen from each Sunday. */
function wrongDays(history: History, sites: readonly MadeSite[]): readonly string[] {
  const wrong: string[] = [];
  for (let origin = toDay(window.from) - 1; origin < toDay(window.to) - 7; origin += 7) {
    const model = attendanceModel(history, toIso(origin));
    for (let day = origin + 1; day <= origin + 7; day++) {
      const date = toIso(day);
      if (off.has(date)) continue;
      sites.forEach((site, i) => {
        const isOpen = model.status(i + 1, date).closed === null;
        if (isOpen !== site.serves(madeDay(day, toDay(first)))) wrong.push(`${i + 1} ${date}`);
      });
    }
  }
  return wrong;
}

describe.each(Object.entries(towns))('%s', (name, sites) => {
  /** The site has the town's days, every second week. */
  const isWhole = name === 'every second week';
  const history = madeTown(sites, first, last);

  test('the right days are open, within two services of a change', () => {
    const settled = change + 14;
    const wrong = wrongDays(history, sites).map((one) => one.split(' ')[1] ?? '');
    expect(wrong.filter((date) => toDay(date) < change || toDay(date) >= settled)).toEqual([]);
  });

  test('no day is left out of the backtest, and none is forecast worse than by the mean of four', () => {
    const errors = { model: 0, mean4: 0 };
    let n = 0;
    // A site alone has some twenty days in all: of so few, which rule is nearer would be chance.
    const seeds = sites.length === 1 ? 24 : 4;
    for (let seed = 1; seed <= seeds; seed++) {
      const made = madeTown(sites, first, last, seed);
      const { lines, leftOut } = backtest(made, { ...window, lead: 7, serviceLevel: 0.8 });
      expect(leftOut).toEqual({ strike: 0, closure: 0, noStaff: 0 });
      const odd = lines.filter(
        ({ siteId, date }) =>
          sites[siteId - 1]?.serves !== fourDays &&
          (isWhole || !fourDays(madeDay(toDay(date), toDay(first)))),
      );
      for (const { q50, sameWeekday4, actual } of odd) {
        if (sameWeekday4 === null) continue;
        errors.model += Math.abs(q50 - actual);
        errors.mean4 += Math.abs(sameWeekday4 - actual);
        n++;
      }
    }
    expect(n).toBeGreaterThan(20);
    expect(errors.model).toBeLessThanOrEqual(errors.mean4);
  });
});

test('a weekday is dropped after three misses, and not before', () => {
  const [tuesday, stop] = [2, toDay('2025-01-14')];
  const sites: MadeSite[] = [
    { meals: 80, serves: (day) => fourDays(day) && (day.weekday !== tuesday || day.day < stop) },
  ];
  const history = madeTown(sites, first, last);
  const opens = (sunday: string) => {
    const next = toIso(toDay(sunday) + 2);
    expect(weekday(toDay(next))).toBe(tuesday);
    return attendanceModel(history, sunday).status(1, next).closed === null;
  };
  expect(['2025-01-12', '2025-01-19', '2025-01-26', '2025-02-02'].map(opens)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('weeks without a single record of a site are gaps, and close nothing', () => {
  const gap = (day: number) => day >= toDay('2025-01-06') && day < toDay('2025-02-03');
  const sites: MadeSite[] = [{ meals: 80, serves: (day) => fourDays(day) && !gap(day.day) }, ...schools(4)];
  const model = attendanceModel(madeTown(sites, first, last), '2025-02-02');
  expect(model.status(1, '2025-02-03').closed).toBeNull();
  expect(model.status(1, '2025-02-05').closed).toBe('no-service');
});

test('strikes and closures on record are no misses', () => {
  const closed = ['2025-01-07', '2025-01-14', '2025-01-21'];
  const sites: MadeSite[] = [
    { meals: 80, serves: (day) => fourDays(day) && !closed.includes(toIso(day.day)) },
  ];
  const history = madeTown(sites, first, last);
  const closures = closed.map(
    (date) => ({ date, siteId: 1, kind: 'strike', absent: null, announced: null }) as const,
  );
  const open = (made: History) => attendanceModel(made, '2025-01-26').status(1, '2025-01-28').closed === null;
  expect([open(history), open({ ...history, closures })]).toEqual([false, true]);
});

test('stated days hold from their date on, whatever the records say', () => {
  const none = { weekdays: [], everyOtherWeek: [] };
  const week = {
    term: { weekdays: [1], everyOtherWeek: [3] },
    holidays: { weekdays: [2], everyOtherWeek: [] },
  };
  const history: History = {
    ...madeTown(schools(3), first, last),
    statedWeeks: [
      { siteId: 2, from: '2025-01-13', week },
      {
        siteId: 2,
        from: '2025-03-03',
        week: { term: { weekdays: [5], everyOtherWeek: [] }, holidays: none },
      },
    ],
  };
  const model = attendanceModel(history, '2025-01-05');
  const open: string[] = [];
  for (let day = toDay('2025-01-06'); day <= toDay('2025-03-09'); day++) {
    if (model.status(2, toIso(day)).closed === null) open.push(toIso(day).slice(5));
  }
  expect(open).toEqual(
    '01-06 01-07 01-09 01-10 01-13 01-15 01-20 01-27 01-29 02-03 02-11 02-18 02-24 02-26 03-07'.split(' '),
  );
});

test('seen from before the first record, days in and out of holidays have an answer at once', () => {
  const history = madeTown(schools(2), first, last);
  for (const origin of ['2022-10-30', '2023-04-16', '2023-07-20', '2023-12-28', '2024-01-07']) {
    const model = attendanceModel(history, origin);
    for (let day = toDay(origin) + 1; day <= toDay(origin) + 21; day++) {
      const date = toIso(day);
      expect(model.status(1, date)).toBeDefined();
      expect(model.forecast(1, date)?.mean ?? 0).toBeGreaterThanOrEqual(0);
    }
  }
});
