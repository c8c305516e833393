import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomInt, randomLcg } from 'd3-random';
import { toDay } from '../../../forecasting/calendar/day.ts';
import type { CountLimits } from '../../../forecasting/domain/records.ts';
import { countSlips, lowCounts } from '../../../forecasting/frame/count-slips.ts';
import { describeWithShared, nantesFolder } from '../../support/shared.ts';

const unknown: CountLimits = { seats: null, enrolled: null };
/** Counts on successive school days, Monday to Friday. */
const days = (counts: readonly number[]) =>
  counts.map((count, i) => ({ day: toDay('2026-09-07') + 7 * Math.floor(i / 5) + (i % 5), count }));
const found = (counts: readonly number[], limits = unknown) =>
  countSlips(days(counts), limits).map(({ count }) => count);
const steady = (count: number, times: number) => Array.from({ length: times }, (_, i) => count + (i % 3) - 1);

test.each([
  ['ten times the others, at the end of five days', [31, 29, 33, 30, 290], [290]],
  ['ten times the others, at the start', [290, 31, 29, 33, 30], [290]],
  ['a digit more among many', [...steady(120, 30), 1120, ...steady(120, 10)], [1120]],
  ['twice a large school', [...steady(250, 30), 500, ...steady(250, 10)], [500]],
  ['chance at five children', [5, 4, 6, 5, 5, 9, 4, 5, 6, 5, 5, 5], []],
  ['a level that moved for good', [...steady(50, 30), ...steady(150, 10)], []],
  ['a week with guests', [...steady(60, 30), ...steady(150, 5), ...steady(60, 10)], []],
  ['days far below the usual', [...steady(100, 20), 12, 0, 30, ...steady(100, 10)], []],
  [
    'the weekday on which more eat',
    [20, 20, 90, 20, 20, 21, 19, 92, 20, 20, 20, 20, 88, 21, 20, 20, 20, 91],
    [],
  ],
  ['a single day', [1251], []],
])('%s', (_, counts, expected) => {
  expect(found(counts)).toEqual(expected);
});

test('a count above the seats or the enrolled is asked about where the others keep to them', () => {
  const counts = [...steady(90, 20), 135, ...steady(90, 10)];
  expect(found(counts)).toEqual([]);
  expect(found(counts, { seats: 110, enrolled: null })).toEqual([135]);
  expect(found(counts, { seats: null, enrolled: 100 })).toEqual([135]);
  // Seats that every day exceeds are out of date.
  expect(found(counts, { seats: 60, enrolled: null })).toEqual([]);
});

describe('days far below the usual', () => {
  const low = (counts: readonly number[]) =>
    lowCounts(days(counts), undefined, 'low-each').map(({ count }) => count);

  test.each([
    ['classes away for a day', [...steady(100, 20), 31, ...steady(100, 10)], [31]],
    [
      'a school away for a week',
      [...steady(100, 20), 12, 11, 12, 10, 12, ...steady(100, 20)],
      [12, 11, 12, 10, 12],
    ],
    ['a level that moved for good', [...steady(150, 30), ...steady(50, 15)], []],
    ['a new level that has only begun', [...steady(150, 30), 50, 52, 51], []],
    ['chance at five children', [5, 4, 6, 5, 5, 2, 4, 5, 6, 5, 5, 5], []],
    ['no service', [...steady(100, 20), 0, ...steady(100, 10)], []],
    ['the last day on record', [...steady(100, 30), 20], [20]],
  ])('%s', (_, counts, expected) => {
    expect(low(counts)).toEqual(expected);
  });

  test('each stands with its usual range', () => {
    const [day] = lowCounts(days([...steady(100, 20), 31, ...steady(100, 10)]));
    expect(day?.low).toBeGreaterThan(95);
    expect(day?.usual).toBeGreaterThanOrEqual(day?.low ?? 0);
    expect(day?.high).toBeGreaterThanOrEqual(day?.usual ?? 0);
  });
});

/** Counts of Nantes by site, in order of days. */
function nantes(): ReadonlyMap<string, readonly { readonly day: number; readonly count: number }[]> {
  const text = readFileSync(join(nantesFolder, 'frequentation.csv'), 'utf8');
  const [header = '', ...lines] = text.split(/\r?\n/);
  const titles = header.replaceAll('"', '').split(',');
  const rows = lines.flatMap((line) => {
    const cells = line.replaceAll('"', '').split(',');
    const cell = (title: string) => cells[titles.indexOf(title)] ?? '';
    const count = Number(cell('reel'));
    const isCount = cell('reel') !== '' && count >= 0;
    return isCount
      ? [{ site: `${cell('site_nom')} ${cell('site_type')}`, day: toDay(cell('date')), count }]
      : [];
  });
  return new Map(
    [...Map.groupBy(rows, ({ site }) => site)].map(([site, own]) => [
      site,
      [...new Map(own.map(({ day, count }) => [day, { day, count }])).values()].sort((a, b) => a.day - b.day),
    ]),
  );
}

describeWithShared('on the records of Nantes', () => {
  const sites = nantes();

  test('at most one question in 2,000 true counts', () => {
    const all = [...sites.values()];
    const rows = all.reduce((sum, { length }) => sum + length, 0);
    const asked = all.reduce((sum, counts) => sum + countSlips(counts, unknown).length, 0);
    expect(rows / asked).toBeGreaterThan(2_000);
    // The slip that the file is known for.
    const harouys = [...sites].find(([site]) => site.startsWith('HAROUYS'))?.[1] ?? [];
    expect(countSlips(harouys, unknown).map(({ count }) => count)).toContain(1251);
  });

  test('of 1,000 planted slips at least 95 % of those twice the truth or more are asked about', () => {
    const source = randomLcg(0.23);
    const pick = (count: number) => randomInt.source(source)(0, count)();
    const names = [...sites.keys()];
    const planted = new Map<
      string,
      { readonly day: number; readonly truth: number; readonly slip: number }[]
    >();
    for (let n = 0; n < 1_000; ) {
      const name = names[pick(names.length)] ?? '';
      const counts = sites.get(name) ?? [];
      const { day, count: truth } = counts[pick(counts.length)] ?? { day: 0, count: 0 };
      const other =
        sites.get(names[pick(names.length)] ?? '')?.find((own) => own.day === day)?.count ?? truth;
      const slip = [() => truth * 10, () => digitMore(truth, pick), () => other, () => swapped(truth, pick)][
        n % 4
      ]?.();
      n++;
      if (truth > 0 && slip !== undefined && slip !== truth) {
        planted.set(name, [...(planted.get(name) ?? []), { day, truth, slip }]);
      }
    }
    let [gross, asked] = [0, 0];
    for (const [name, slips] of planted) {
      const changed = new Map((sites.get(name) ?? []).map((own) => [own.day, own.count]));
      for (const { day, slip } of slips) changed.set(day, slip);
      const counts = [...changed].map(([day, count]) => ({ day, count }));
      const days = new Set(countSlips(counts, unknown).map(({ day }) => day));
      for (const { day, truth } of slips.filter((own) => own.slip >= 2 * own.truth)) {
        gross++;
        if (days.has(day)) asked++;
        expect(truth).toBeGreaterThan(0);
      }
    }
    expect(gross).toBeGreaterThan(400);
    expect(asked / gross).toBeGreaterThan(0.95);
  });
});

type Pick = (count: number) => number;

function digitMore(count: number, pick: Pick): number {
  const digits = `${count}`;
  const at = pick(digits.length + 1);
  return Number(digits.slice(0, at) + pick(10) + digits.slice(at));
}

function swapped(count: number, pick: Pick): number {
  const digits = [...`${count}`];
  const at = pick(Math.max(1, digits.length - 1));
  [digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? ''];
  return Number(digits.join(''));
}
