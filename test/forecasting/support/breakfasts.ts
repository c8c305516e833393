import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Serving } from '../../../forecasting/domain/records.ts';
import {
  type DishHistory,
  type DishLine,
  dishBacktest,
} from '../../../forecasting/evaluation/dish-backtest.ts';
import { sharedFolder } from '../../support/shared.ts';

export const breakfastFolder = join(sharedFolder, 'data', 'school_breakfasts');
export const hasBreakfasts = existsSync(breakfastFolder);

/** Days that are forecast in the published figures; all before are for choosing by. */
const window = { from: '2025-05-21', to: '2025-05-31', lead: 7 } as const;

/** Cells of a line; quoted ones may hold commas. */
const cellsOf = (line: string) =>
  [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell]) => (cell ?? '').replaceAll('"', ''));

/**
 * Breakfasts of one county's schools in May 2025: what was served of each item, and no count of children. `menus`:
 * with menus typed from what was served. `every`: of so many schools one.
 */
export function breakfastHistory(menus: boolean, every = 1): DishHistory {
  const text = readFileSync(join(breakfastFolder, 'servings.csv'), 'utf8').trim();
  const rows = text.split(/\r?\n/).slice(1).map(cellsOf);
  const schools = [...new Set(rows.map(([, school]) => school))].sort().filter((_, i) => i % every === 0);
  const ids = new Map(schools.map((school, i) => [school, i + 1]));
  const servings = rows.flatMap(([date = '', school = '', dish = '', , , served]): Serving[] => {
    const siteId = ids.get(school);
    return siteId === undefined
      ? []
      : [{ siteId, date, dish, served: Number(served), prepared: null, left: null }];
  });
  const none = new Int32Array(0);
  return {
    sites: schools.map((name, i) => ({ id: i + 1, name, kind: 'E', sector: null, capacity: null })),
    attendance: { site: none, day: none, served: new Float64Array(0), staff: new Float64Array(0) },
    enrolment: [],
    menu: menus
      ? servings
          .filter(({ served }) => served > 0)
          .map(({ siteId, date, dish }, i) => ({
            date,
            siteId,
            rank: i + 1,
            course: null,
            choice: null,
            dish,
          }))
      : [],
    closures: [],
    holidays: [],
    servings,
  };
}

export interface BreakfastFigures {
  readonly rows: number;
  /** Of the median, of the last and of all same weekdays, in per cent of what was served. */
  readonly wape: number;
  readonly lastWeekday: number;
  readonly sameWeekdays: number;
  /** Percentage of counts within the range of 80 %. */
  readonly coverage80: number;
}

/** On the rows of the published figures: items that were served and have a same weekday in their past. */
export function breakfastFigures(history: DishHistory): BreakfastFigures {
  const lines = dishBacktest(history, window).lines.filter(
    ({ taken, sameWeekday1 }) => taken > 0 && sameWeekday1 !== null,
  );
  const served = lines.reduce((sum, { taken }) => sum + taken, 0);
  const wape = (of: (line: DishLine) => number | null) =>
    (100 * lines.reduce((sum, line) => sum + Math.abs((of(line) ?? Number.NaN) - line.taken), 0)) / served;
  const inside = lines.filter(({ taken, low, high }) => taken >= low && taken <= high);
  return {
    rows: lines.length,
    wape: wape(({ q50 }) => q50),
    lastWeekday: wape(({ sameWeekday1 }) => sameWeekday1),
    sameWeekdays: wape(({ sameWeekday8 }) => sameWeekday8),
    coverage80: (100 * inside.length) / lines.length,
  };
}

// Started as a process of its own by the test: Jest's sandbox makes numerics four times slower.
if (process.argv[1] === import.meta.filename) {
  const figures = [false, true].map((menus) => breakfastFigures(breakfastHistory(menus, 2)));
  console.log(JSON.stringify(figures));
}
