import type { BacktestReport } from '../../../electron/api/backtests.ts';
import type { TradeOff } from '../../../electron/api/records.ts';
import type { Costs } from './costs.ts';
import { rateAt } from './frontier.ts';

export type RowName = 'order' | 'equal' | 'staff' | 'mean4';

/** Rates in percent, with one decimal; `total` is the sum of the two that are shown. */
export interface ComparisonRow {
  readonly name: RowName;
  readonly level: number | null;
  readonly over: number;
  readonly under: number;
  readonly total: number;
  readonly shortDays: number;
}

type Rates = Pick<TradeOff, 'over' | 'under' | 'shortDays'>;

const tenths = (n: number) => Math.round(n * 10) / 10;

function row(name: RowName, rates: Rates, level: number | null): ComparisonRow {
  const over = tenths(rates.over);
  const under = tenths(rates.under);
  return { name, level, over, under, total: tenths(over + under), shortDays: rates.shortDays };
}

/** Model's order, the model's at the staff's shortage, staff, and the mean of four weeks, on the same site-days. */
export function comparisonRows(report: BacktestReport, level: number): readonly ComparisonRow[] {
  const { measures, staffShortage, tradeOff } = report;
  const order = rateAt(tradeOff, level);
  const staffed = measures.staff.n > 0;
  return [
    ...(order ? [row('order', order, level)] : []),
    ...(staffed && staffShortage ? [row('equal', staffShortage, staffShortage.serviceLevel)] : []),
    ...(staffed ? [row('staff', measures.staff, null)] : []),
    ...(measures.sameWeekday4.n > 0 ? [row('mean4', measures.sameWeekday4, null)] : []),
  ];
}

/** What 1,000 meals served cost in meals wasted and missing. */
export function costOfThousand({ over, under }: Pick<ComparisonRow, 'over' | 'under'>, costs: Costs): number {
  return 10 * (over * costs.wasted + under * costs.missing);
}

/** `less` and `more`: of waste at equal shortage, in points. `cheaper` and `dearer`: in euros for 1,000 meals. */
export type ComparisonFinding =
  | { readonly says: 'less' | 'more' | 'same'; readonly points: number }
  | {
      readonly says: 'cheaper' | 'dearer' | 'as-dear';
      readonly than: 'staff' | 'mean4';
      readonly euros: number;
    }
  | { readonly says: 'alone' };

/** What the table shows, in one sentence. Only waste at equal shortage compares two practices without a price. */
export function findingOf(rows: readonly ComparisonRow[], costs: Costs): ComparisonFinding {
  const byName = new Map(rows.map((r) => [r.name, r]));
  const order = byName.get('order');
  const equal = byName.get('equal');
  const staff = byName.get('staff');
  const other = staff ?? byName.get('mean4');
  if (equal && staff) {
    const points = tenths(staff.over - equal.over);
    if (points === 0) return { says: 'same', points };
    return { says: points > 0 ? 'less' : 'more', points: Math.abs(points) };
  }
  if (!order || !other) return { says: 'alone' };
  const euros = Math.round(costOfThousand(other, costs)) - Math.round(costOfThousand(order, costs));
  const than = staff ? 'staff' : 'mean4';
  if (euros === 0) return { says: 'as-dear', than, euros };
  return { says: euros > 0 ? 'cheaper' : 'dearer', than, euros: Math.abs(euros) };
}
