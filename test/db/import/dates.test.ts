import { randomLcg } from 'd3-random';
import { dayOfIso, isoOf, weekdayOfDay } from '../../../db/day.ts';
import { DateColumn } from '../../../db/import/date-column.ts';
import { type DateReading, plainReading, readDay } from '../../../db/import/dates.ts';
import { findYearSpan, resolveYears } from '../../../db/import/yearless.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const shortMonths = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const englishMonths =
  'January February March April May June July August September October November December'.split(' ');
const weekdays = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');

const two = (number: number) => String(number).padStart(2, '0');
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Ways to write a day, all of which say which number is the day but those of numbers alone. */
const renderings: readonly ((day: number) => string)[] = (() => {
  const parts = (day: number) => {
    const iso = isoOf(day);
    const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
    return { year, month, date, iso, weekday: weekdays[weekdayOfDay(day) - 1] as string };
  };
  type Parts = ReturnType<typeof parts>;
  const slashed = ({ date, month, year }: Parts) => `${two(date)}/${two(month)}/${year}`;
  const first = (date: number) => (date === 1 ? '1er' : String(date));
  const forms: readonly ((of: Parts) => string)[] = [
    slashed,
    (of) => slashed(of).replaceAll('/', '\u00A0/\u00A0'),
    (of) => slashed(of).replaceAll('/', '\u202F/ '),
    (of) => slashed(of).replaceAll('/', '.'),
    (of) => slashed(of).replaceAll('/', '-'),
    (of) => slashed(of).replaceAll('/', ' - '),
    ({ date, month, year }) => `${date}/${month}/${two(year % 100)}`,
    (of) => `${of.weekday.slice(0, 3)}. ${slashed(of)}`,
    (of) => `${of.weekday} ${slashed(of)}`,
    (of) => `${of.weekday.slice(0, 1).toUpperCase()} ${slashed(of)}`,
    (of) => `${slashed(of)} (${of.weekday})`,
    (of) => `${slashed(of)} (S36)`,
    (of) => `S36 - ${slashed(of)}`,
    (of) => `Semaine 36 : ${slashed(of)}`,
    (of) => `${slashed(of)} 00:00`,
    (of) => `${slashed(of)} 12h30`,
    (of) => `${slashed(of)} à 8h`,
    (of) => `${slashed(of)} 00:00:00.000`,
    ({ date, month, year, weekday }) => `${weekday} ${first(date)} ${months[month - 1]} ${year}`,
    ({ date, month, year, weekday }) =>
      `${weekday} ${first(date)} ${months[month - 1]} ${year}`.toUpperCase(),
    ({ date, month, year }) => withoutAccents(`${first(date)} ${months[month - 1]} ${year}`),
    ({ date, month, year }) => `le ${first(date)}\u00A0${months[month - 1]}\u00A0${year}`,
    ({ date, month, year }) => `${two(date)} ${shortMonths[month - 1]} ${year}`,
    ({ date, month, year }) => `${date}-${shortMonths[month - 1]}-${two(year % 100)}`,
    ({ date, month, year }) =>
      `${date}-${withoutAccents(shortMonths[month - 1] as string).slice(0, 4)}-${year}`,
    ({ date, month, year }) => `${date} ${englishMonths[month - 1]} ${year}`,
    ({ date, month, year }) => `${englishMonths[month - 1]} ${date}, ${year}`,
    ({ iso }) => iso,
    ({ iso }) => `${iso}T00:00:00`,
    ({ iso }) => `${iso}T00:00:00+04:00`,
    ({ iso }) => `${iso}T12:00:00Z`,
    ({ iso }) => iso.replaceAll('-', '/'),
    ({ iso }) => iso.replaceAll('-', ''),
    ({ date, month, year }) => `${two(date)}${two(month)}${year}`,
    ({ date, month, year }) => `${date}${two(month)}${year}`,
  ];
  const serials: readonly ((day: number) => string)[] = [
    (day) => String(day + 25_569),
    (day) => `${day + 25_569},5`,
    (day) => `${day + 25_569}.0`,
    isoWeek,
  ];
  return [...forms.map((form) => (day: number) => form(parts(day))), ...serials];
})();

function isoWeek(day: number): string {
  const thursday = day - weekdayOfDay(day) + 4;
  const year = Number(isoOf(thursday).slice(0, 4));
  const week = Math.floor((thursday - dayOfIso(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${two(week)}-${weekdayOfDay(day)}`;
}

const dayFirst: DateReading = { order: 'day-first', ...plainReading };

test('2,000 dates, each written in every way, are read as the day that was meant', () => {
  const random = randomLcg(13);
  const first = dayOfIso('2005-01-01');
  const wrong: string[] = [];
  for (let n = 0; n < 2_000; n++) {
    const day = first + Math.floor(random() * 9_000);
    for (const render of renderings) {
      const cell = render(day);
      if (readDay(cell, dayFirst) !== day) {
        wrong.push(`${cell} is ${isoOf(day)}, read ${readDay(cell, dayFirst)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['lundi', 'not-a-date'],
  ['Total', 'not-a-date'],
  ['12', 'not-a-date'],
  ['Septembre 2025', 'not-a-date'],
  ['2025-2026', 'not-a-date'],
  ['3 brumaire 2018', 'not-a-date'],
  ['31/02/2025', 'invalid-date'],
  ['2025-02-30', 'invalid-date'],
  ['2025-W54-1', 'invalid-date'],
  ['lundi 1er septembre', 'date-without-year'],
  ['01/09', 'date-without-year'],
  ['mardi 01/09/2025', 'weekday-mismatch'],
])('%s: %s', (cell, slip) => {
  expect(readDay(cell, dayFirst)).toBe(slip);
});

const read = (cells: readonly string[]) => {
  const column = new DateColumn();
  for (const cell of cells) {
    column.add(cell);
  }
  const { order, times } = column;
  return cells.map((cell) => {
    const day = readDay(cell, { order, times, years: null, whole: 'as-written' });
    return typeof day === 'number' ? isoOf(day) : day;
  });
};

/** School days from a Monday on, without Wednesdays. */
const schoolDays = (first: string, count: number) => {
  const start = dayOfIso(first);
  return Array.from({ length: count * 2 }, (_, n) => start + n)
    .filter((day) => [1, 2, 4, 5].includes(weekdayOfDay(day)))
    .slice(0, count);
};
const french = (day: number) => isoOf(day).split('-').reverse().join('/');
const american = (day: number) => {
  const [year, month, date] = isoOf(day).split('-');
  return `${month}/${date}/${year}`;
};

describe('a column in both orders', () => {
  test('no row lands on a wrong day, whatever the order of the two halves', () => {
    for (const [early, late] of [
      [french, american],
      [american, french],
    ] as const) {
      const days = schoolDays('2025-09-01', 30);
      const found = read(days.map((day, n) => (n < 15 ? early(day) : late(day))));
      const wrong = found.filter((day, n) => day !== 'day-month-mixed' && day !== isoOf(numberAt(days, n)));
      expect(wrong).toEqual([]);
      expect(found.filter((day) => day !== 'day-month-mixed').length).toBeGreaterThan(10);
    }
  });

  test('a weekday beside each date decides it', () => {
    const days = schoolDays('2025-09-01', 30);
    const named = (day: number) => weekdays[weekdayOfDay(day) - 1];
    const cells = days.map((day, n) => `${named(day)} ${n < 15 ? french(day) : american(day)}`);
    // 5 September and 9 May 2025 are Fridays: that one stays in doubt.
    expect(read(cells)).toEqual(
      days.map((day) => (isoOf(day) === '2025-09-05' ? 'day-month-mixed' : isoOf(day))),
    );
  });

  test('one slip among many is refused, the others are read', () => {
    const days = schoolDays('2025-09-01', 120);
    const found = read(days.map((day, n) => (n === 10 ? american(day) : french(day))));
    expect(found.filter((day, n) => day !== isoOf(numberAt(days, n)))).toEqual(['invalid-date']);
  });
});

test.each([french, american])('days that follow one another show the order', (write) => {
  const days = schoolDays('2025-09-01', 7);
  expect(read(days.map(write))).toEqual(days.map(isoOf));
});

describe('midnights of another zone', () => {
  const zones = { Réunion: 4, Mayotte: 3, Nouméa: 11, Wallis: 12, Martinique: -4, Guyane: -3, Tahiti: -10 };
  test.each(Object.entries(zones))('%s', (_, hours) => {
    const days = schoolDays('2025-09-01', 12);
    const cells = days.map((day) => new Date(day * 86_400_000 - hours * 3_600_000).toISOString());
    expect(read(cells)).toEqual(days.map(isoOf));
  });

  test('Paris, over the change of the hour', () => {
    const days = schoolDays('2025-10-20', 12);
    const cells = days.map((day) =>
      new Date(day * 86_400_000 - (isoOf(day) < '2025-10-26' ? 2 : 1) * 3_600_000).toISOString(),
    );
    expect(read(cells)).toEqual(days.map(isoOf));
  });

  test('times at which a meal was served are no midnights', () => {
    const days = schoolDays('2025-09-01', 12);
    const cells = days.map((day, n) => new Date(day * 86_400_000 + (600 + n * 7) * 60_000).toISOString());
    expect(read(cells)).toEqual(days.map(isoOf));
  });

  test('noon is the day that is written', () => {
    const days = schoolDays('2025-09-01', 12);
    expect(read(days.map((day) => `${isoOf(day)}T12:00:00Z`))).toEqual(days.map(isoOf));
  });
});

describe('dates without a year', () => {
  const cells = ['lundi 1 septembre', 'mardi 2 septembre', 'jeudi 8 janvier', 'vendredi 3 juillet'];
  const today = dayOfIso('2026-11-29');

  test('lie where the weekdays fit', () => {
    expect(resolveYears(cells, null, today)).toEqual({ year: 2025, firstMonth: 8 });
  });

  test('lie where the title says, unless the weekdays do not fit', () => {
    const title = findYearSpan('Pointage cantine, année scolaire 2025/26');
    expect(title).toEqual({ year: 2025, firstMonth: 8 });
    expect(resolveYears(['01/09', '08/01'], title, today)).toEqual(title);
    expect(resolveYears(cells, findYearSpan('Année 2023-2024'), today)).toBeNull();
  });

  test('are not guessed without either', () => {
    expect(resolveYears(['01/09', '02/09', '04/09'], null, today)).toBeNull();
  });

  test.each([
    ['Septembre 2025', 2025, 1],
    ['cantine_2024-2025.xlsx', 2024, 8],
    ['2021 à 2023', undefined, undefined],
    ['rien', undefined, undefined],
  ])('%s', (text, year, firstMonth) => {
    expect(findYearSpan(text)).toEqual(year === undefined ? null : { year, firstMonth });
  });
});
