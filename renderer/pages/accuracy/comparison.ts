import type { BacktestReport } from '../../../electron/api/backtests.ts';
import type { TradeOff } from '../../../electron/api/records.ts';
import type { Costs } from './costs.ts';
import { rateAt } from './frontier.ts';

export type RowName = 'order' | 'equal' | 'staff' | 'mean4';

/** Rates in percent, with one decimal. */
export interface ComparisonRow {
  readonly name: RowName;
  readonly level: number | null;
  readonly over: number;
  readonly under: number;
  readonly shortDays: number;
}

type Rates = Pick<TradeOff, 'over' | 'under' | 'shortDays'>;

const tenths = (n: number) => Math.round(n * 10) / 10;

function row(name: RowName, rates: Rates, level: number | null): ComparisonRow {
  return { name, level, over: tenths(rates.over), under: tenths(rates.under), shortDays: rates.shortDays };
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

/**
 * How far what was expected lay from what was served, in percent of it. Of orders it would say nothing: a cautious one
 * errs more, and on purpose.
 */
export function expectedErrors({
  measures: { median, staff, sameWeekday4 },
}: BacktestReport): readonly { readonly name: 'model' | 'staff' | 'mean4'; readonly error: number }[] {
  const found = [
    { name: 'model', measured: median },
    { name: 'staff', measured: staff },
    { name: 'mean4', measured: sameWeekday4 },
  ] as const;
  return found
    .filter(({ measured }) => measured.n > 0)
    .map(({ name, measured }) => ({ name, error: measured.wape }));
}

/** What 1,000 meals served cost in meals wasted and missing. */
export function costOfThousand({ over, under }: Pick<ComparisonRow, 'over' | 'under'>, costs: Costs): number {
  return 10 * (over * costs.wasted + under * costs.missing);
}

/** `less` and `more`: of waste at equal shortage, in meals for 1,000 served. `cheaper` and `dearer`: in euros for 1,000 meals. */
export type ComparisonFinding =
  | { readonly says: 'less' | 'more' | 'same'; readonly meals: number }
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
    // Of rates with one decimal: a tenth of a percent is one meal in 1,000.
    const meals = Math.round((staff.over - equal.over) * 10);
    if (meals === 0) return { says: 'same', meals };
    return { says: meals > 0 ? 'less' : 'more', meals: Math.abs(meals) };
  }
  if (!order || !other) return { says: 'alone' };
  const euros = Math.round(costOfThousand(other, costs)) - Math.round(costOfThousand(order, costs));
  const than = staff ? 'staff' : 'mean4';
  if (euros === 0) return { says: 'as-dear', than, euros };
  return { says: euros > 0 ? 'cheaper' : 'dearer', than, euros: Math.abs(euros) };
}
