import type { Library } from '../../../forecasting/domain/library.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import { measure } from '../../../forecasting/evaluation/measures.ts';
import { quantileAt } from '../../../forecasting/evaluation/quantile-grid.ts';
import { staffShortage } from '../../../forecasting/evaluation/staff-shortage.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import { learnLibrary } from '../../../forecasting/transfer/learn.ts';
import { nantesHistory } from '../support/nantes.ts';
import { historyOf, type NewcomerLine, newcomersBacktest, splitSites } from './newcomers-backtest.ts';

/** What a town with so many weeks of records would have got, in per cent of the meals served. */
export interface NewcomerFigures {
  readonly weeks: number;
  readonly siteDays: number;
  readonly wape: number;
  /** Ordered at the usual level of 0.8: meals too many and meals missing. */
  readonly over: number;
  readonly under: number;
  readonly shortDays: number;
  /** Meals too many when ordering so that as many are missing as the staff let be missing. */
  readonly overAtStaffShortage: number | null;
  readonly coverage80: number;
  readonly sameWeekday4: number;
  readonly staff: number;
  readonly staffOver: number;
  readonly staffUnder: number;
}

export interface ReportRequest {
  /** Of September: the year that is forecast. The library knows nothing of it. */
  readonly year: number;
  /** Weeks between origins. */
  readonly every: number;
  readonly weeks: readonly number[];
  /** Canteens of one town. */
  readonly sites: number;
  /** Every so many towns. */
  readonly take: number;
}

/** How much WAPE changes from one stage to the next. */
export interface StageChange {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** Its standard error. */
  readonly error: number;
}

export interface Compared {
  readonly without: readonly NewcomerFigures[];
  readonly with: readonly NewcomerFigures[];
  /** With a library, from each stage to the next. */
  readonly changes: readonly StageChange[];
}

const serviceLevel = 0.8;

export function figures(weeks: number, lines: readonly NewcomerLine[]): NewcomerFigures {
  const own = lines.filter((line) => line.weeks === weeks);
  const quantile = (line: NewcomerLine) => (p: number) => quantileAt(line.quantiles, p);
  const of = (pick: (line: NewcomerLine) => number | null) =>
    measure(own.map((line) => [pick(line), line.actual] as const));
  const mean = of((line) => line.mean);
  const order = of((line) => orderQuantity({ mean: line.mean, quantile: quantile(line) }, serviceLevel));
  const staff = of((line) => line.staff);
  const inside = own.filter(
    (line) => line.actual >= quantile(line)(0.1) && line.actual <= quantile(line)(0.9),
  );
  return {
    weeks,
    siteDays: mean.n,
    wape: mean.wape,
    over: order.over,
    under: order.under,
    shortDays: order.shortDays,
    overAtStaffShortage: staffShortage(own)?.over ?? null,
    coverage80: (100 * inside.length) / own.length,
    sameWeekday4: of((line) => line.sameWeekday4).wape,
    staff: staff.wape,
    staffOver: staff.over,
    staffUnder: staff.under,
  };
}

/**
 * The change between two stages on the days that both have: the same days are told at each, so that no part of the
 * year weighs on it. Days of one week are alike (weather, outings), so its standard error is that of a ratio over
 * weeks, each taken as one (Cochran, Sampling Techniques, 1977, 6.3).
 */
export function changeBetween(lines: readonly NewcomerLine[], from: number, to: number): StageChange {
  const at = ({ site, day }: NewcomerLine) => `${site} ${day}`;
  const before = new Map(lines.flatMap((line) => (line.weeks === from ? [[at(line), line]] : [])));
  const off = ({ mean, actual }: NewcomerLine) => Math.abs(mean - actual);
  const weeks = new Map<number, { more: number; meals: number }>();
  for (const line of lines) {
    const earlier = line.weeks === to ? before.get(at(line)) : undefined;
    if (earlier === undefined) continue;
    const week = weeks.get(line.origin) ?? { more: 0, meals: 0 };
    weeks.set(line.origin, {
      more: week.more + off(line) - off(earlier),
      meals: week.meals + line.actual,
    });
  }
  const all = [...weeks.values()];
  const meals = all.reduce((sum, week) => sum + week.meals, 0);
  const ratio = all.reduce((sum, { more }) => sum + more, 0) / meals;
  const squares = all.reduce((sum, week) => sum + (week.more - ratio * week.meals) ** 2, 0);
  const error = Math.sqrt((squares * all.length) / (all.length - 1)) / meals;
  return { from, to, change: 100 * ratio, error: 100 * error };
}

export function townsOf(sites: readonly Site[], { sites: size, take }: ReportRequest): Site[][] {
  const towns: Site[][] = [];
  for (let i = 0; i < sites.length; i += size) towns.push(sites.slice(i, i + size));
  return towns.filter((_, i) => i % take === 0);
}

const learned = new Map<number, Library>();

/** What two thirds of Nantes' canteens teach up to the summer before a school year; learned once by a process. */
export function libraryOfOthers(year: number): Library {
  const history = nantesHistory();
  const { known } = splitSites(history);
  const library =
    learned.get(year) ??
    learnLibrary(historyOf(history, known), { origin: `${year}-07-31`, name: 'Nantes', leads: [6] });
  learned.set(year, library);
  return library;
}

/** Every third canteen of Nantes plays the new towns; the others, up to the summer before, are the library. */
export function compare(
  asked: ReportRequest,
  of: (library: Library) => Library | null = (library) => library,
): Compared {
  const history = nantesHistory();
  const { newcomers } = splitSites(history);
  const library = libraryOfOthers(asked.year);
  const window = { from: `${asked.year}-09-08`, to: `${asked.year + 1}-07-05`, ...asked };
  const measured = (given: Library | null) =>
    newcomersBacktest(history, townsOf(newcomers, asked), window, given);
  const [bare, having] = [measured(null), measured(of(library))];
  const stages = (lines: readonly NewcomerLine[]) => asked.weeks.map((weeks) => figures(weeks, lines));
  const changes = asked.weeks.slice(1).map((to, i) => changeBetween(having, asked.weeks[i] ?? to, to));
  return { without: stages(bare), with: stages(having), changes };
}

const digits = (figure: number | null) => (figure === null ? '–' : figure.toFixed(2)).padStart(7);

/** One change as a line of a table. */
export const changeText = ({ from, to, change, error }: StageChange): string =>
  `${from} to ${to} weeks: ${change.toFixed(3)} ± ${error.toFixed(3)}`;

/** One line per weeks of records and variant. */
function print({ without, with: having, changes }: Compared): void {
  const names = ['wape', 'over', 'under', 'shortDays', 'overAtStaffShortage', 'coverage80'] as const;
  console.log('weeks days  library ', ...names, 'sameWeekday4 staff');
  without.forEach((bare, i) => {
    for (const [name, f] of [['without', bare] as const, ['with', having[i]] as const]) {
      const values = [...names.map((measured) => f[measured]), f.sameWeekday4, f.staff];
      console.log(
        String(f.weeks).padStart(5),
        String(f.siteDays).padStart(4),
        name.padEnd(8),
        ...values.map(digits),
      );
    }
  });
  console.log('with a library, change of WAPE on the same days, and its standard error over weeks');
  for (const change of changes) console.log(`  ${changeText(change)}`);
}

/**
 * `node --experimental-strip-types test/forecasting/transfer/report.ts YEAR [EVERY [SITES [TAKE [WEEKS]]]]`; with
 * `--json` as last word the figures alone.
 */
if (process.argv[1]?.endsWith('transfer/report.ts')) {
  const [year = '2016', every = '6', sites = '1', take = '1', weeks = '0,1,2,4,8,16,36'] =
    process.argv.slice(2);
  const found = compare({
    year: Number(year),
    every: Number(every),
    sites: Number(sites),
    take: Number(take),
    weeks: weeks.split(',').map(Number),
  });
  if (process.argv.at(-1) === '--json') console.log(JSON.stringify(found));
  else print(found);
}
