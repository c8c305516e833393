import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { Enrolment, History, Site } from '../../../forecasting/domain/records.ts';
import type { AttendanceRecord } from './columns.ts';
import { columns } from './columns.ts';
import { random } from './synthetic.ts';

/** What the records of one canteen look like; each is a count on its `i`-th day of `n`. */
const patterns = {
  usual: (next, level) => () => Math.round(level * (0.8 + 0.4 * next())),
  constant: (_, level) => () => Math.round(level),
  zerosFirst: (next, level) => (i) => (i < 5 ? 0 : Math.round(level * (0.9 + 0.2 * next()))),
  allZero: () => () => 0,
  zeros: (next, level) => () => (next() < 0.3 ? 0 : Math.round(level)),
  missing: (next, level) => () => (next() < 0.4 ? Number.NaN : Math.round(level)),
  rise: (_, level) => (i, n) => Math.round(i < n / 2 ? level / 4 : level),
  fall: (_, level) => (i, n) => Math.round(i < n / 2 ? level : level / 5),
  wild: (next, level) => () => Math.round(level * (next() < 0.1 ? 10 : 1)),
  huge: (next) => () => Math.round(2e9 * next()),
  handful: (next) => () => Math.floor(4 * next()),
  wednesdays: (_, level) => (i) => (i % 5 === 2 ? Math.round(level / 3) : Math.round(level)),
} satisfies Record<string, (next: () => number, level: number) => (i: number, n: number) => number>;

export const oddKinds = Object.keys(patterns) as (keyof typeof patterns)[];

export interface OddHistory {
  readonly name: string;
  readonly history: History;
  readonly origin: number;
}

/** School days before a day, the last first: no weekend, and now and then a gap of some weeks. */
function daysBefore(last: number, count: number, next: () => number): number[] {
  const days: number[] = [];
  for (let day = last; days.length < count; day--) {
    if (next() < 0.02) day -= Math.floor(60 * next());
    if (weekday(day) < 6) days.push(day);
  }
  return days.reverse();
}

/**
 * A made-up history of one to three canteens and what is odd about it, the same for the same number. Most are too short
 * for a regression; every `longEvery`-th is not.
 */
export function oddHistory(seed: number, longEvery: number): OddHistory {
  const next = random(seed);
  const isLong = seed % longEvery === 0;
  const origin = toDay('2024-03-14');
  const age = next() < 0.15 ? Math.floor(20 * 365 * next()) : Math.floor(5 * next());
  const sites: Site[] = [];
  const enrolment: Enrolment[] = [];
  const records: AttendanceRecord[] = [];
  const names: string[] = [];
  const count = 1 + Math.floor(3 * next());
  for (let site = 1; site <= count; site++) {
    const kind = oddKinds[Math.floor(oddKinds.length * next())] as (typeof oddKinds)[number];
    const level = Math.exp(1 + 5 * next());
    const days = daysBefore(origin - age, isLong ? 120 + 60 * next() : Math.floor(24 * next() ** 2), next);
    const count = patterns[kind](next, level);
    const served = days.map((_, i) => count(i, days.length));
    names.push(`${kind} × ${days.length}`);
    sites.push({ id: site, name: `${site}`, kind: 'E', sector: null, capacity: next() < 0.5 ? null : 80 });
    days.forEach((day, i) => {
      const staff = next() < 0.1 ? 0 : Number.NaN;
      records.push({ site, day, served: numberAt(served, i), staff });
    });
    if (next() < 0.5) {
      const children = 1 + Math.floor(level * (0.5 + 2 * next()));
      for (const schoolYear of [2021, 2022, 2023]) enrolment.push({ siteId: site, schoolYear, children });
    }
  }
  const name = `history ${seed}: ${names.join(', ')}; ${age} days old`;
  return {
    name,
    origin,
    history: { sites, attendance: columns(records), enrolment, menu: [], closures: [], holidays: [] },
  };
}
