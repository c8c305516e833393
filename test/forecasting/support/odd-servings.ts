import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { Course, Serving } from '../../../forecasting/domain/records.ts';
import type { OfferedDish } from '../../../forecasting/domain/types.ts';
import type { TakeUpHistory } from '../../../forecasting/take-up/offers.ts';
import { columns } from './columns.ts';
import { random } from './synthetic.ts';

/** What the counts of one dish look like, `of` being the children there. */
const patterns = {
  usual: (next, share) => (of) => Math.round(of * share * (0.8 + 0.4 * next())),
  constant: () => () => 40,
  nobody: () => () => 0,
  zeros: (next, share) => (of) => (next() < 0.4 ? 0 : Math.round(of * share)),
  everybody: () => (of) => of,
  moreThanThere: (next) => (of) => Math.round(of * (1 + next())),
  jump: (_, share) => (of, i, n) => Math.round(of * (i < n / 2 ? share / 5 : share)),
  huge: (next) => () => Math.round(2e9 * next()),
  handful: (next) => () => Math.floor(4 * next()),
} satisfies Record<
  string,
  (next: () => number, share: number) => (of: number, i: number, n: number) => number
>;

const kinds = Object.keys(patterns) as (keyof typeof patterns)[];
/** The last two are never counted. */
const names = [
  'Poulet rôti',
  'Gratin de courgettes',
  'Poisson pané',
  'Omelette',
  'Compote',
  'Poulet basquaise',
  'Zorglub',
];

export interface OddServings {
  readonly name: string;
  readonly history: TakeUpHistory;
  readonly origin: string;
  /** Dishes of one day ahead, some of them never counted. */
  readonly offered: readonly OfferedDish[];
}

/** Made-up counts of dishes at one or two canteens and what is odd about them, the same for the same number. */
export function oddServings(seed: number): OddServings {
  const next = random(seed);
  const origin = '2024-03-14';
  const age = next() < 0.15 ? Math.floor(20 * 365 * next()) : Math.floor(5 * next());
  const days = Math.floor(20 * next() ** 2);
  const choice = 1 + Math.floor(3 * next());
  const isHuge = next() < 0.05;
  const servings: Serving[] = [];
  const records: Parameters<typeof columns>[0][number][] = [];
  const described: string[] = [];
  for (let siteId = 1; siteId <= 1 + Math.floor(2 * next()); siteId++) {
    const level = isHuge ? 2e9 : Math.round(Math.exp(1 + 5 * next()));
    const counts = names.map((dish) => {
      const kind = kinds[Math.floor(kinds.length * next())] as (typeof kinds)[number];
      described.push(`${siteId} ${dish} ${kind}`);
      return patterns[kind](next, next());
    });
    const isCounted = next() < 0.7;
    let date = addDays(origin, -age - days - 1);
    for (let i = 0; i < days; i++) {
      date = addDays(date, 1);
      if (next() < 0.05 || weekday(toDay(date)) > 5) continue;
      const of = Math.round(level * (0.8 + 0.4 * next()));
      if (isCounted) records.push({ site: siteId, day: toDay(date), served: of, staff: Number.NaN });
      for (let c = 0; c < choice; c++) {
        const at = (i + c) % (names.length - 2);
        const served = counts[at]?.(of, i, days) ?? 0;
        const prepared = next() < 0.3 ? served : null;
        servings.push({ siteId, date, dish: names[at] as string, served, prepared, left: null });
      }
    }
  }
  const course: Course | null = next() < 0.8 ? 'main' : null;
  const offered = Array.from({ length: choice }, (_, i) => {
    const { key } = normaliseDish(names[(seed + i) % names.length] as string);
    return { key, family: familyOf(key), course };
  });
  const name = `servings ${seed}: ${days} days, ${age} days old; ${described.join(', ')}`;
  return { name, origin, offered, history: { servings, menu: [], attendance: columns(records) } };
}
