import { toDay, weekIndex } from '../calendar/day.ts';
import type { ImpactDay, ImpactFigure } from '../domain/impact-records.ts';
import { quantileOfSorted, seededRandom } from '../numerics/seeded.ts';

export const surplusOf = (meals: number, served: number): number => Math.max(0, meals - served);
export const shortageOf = (meals: number, served: number): number => Math.max(0, served - meals);

/** Fewer days or weeks with records prove nothing. */
export const fewestDays = 20;
export const fewestWeeks = 5;

/** Samples of weeks; the range is that of the middle 80 % of them. */
const samples = 2000;
const seed = 20_160_901;

/** What orders brought at some site-days. Meals. */
export interface Brought {
  readonly siteDays: number;
  /** Dates with a record. */
  readonly days: number;
  readonly weeks: number;
  readonly served: number;
  readonly surplus: { readonly ours: number; readonly other: number };
  readonly missing: { readonly ours: number; readonly other: number };
  /** Σ S(c) − S(o): surplus that the orders had less. */
  readonly avoided: ImpactFigure;
  /** The part of `avoided` that rests on the staff's own figures; the rest is estimated. */
  readonly measured: number;
  /** Σ U(o) − U(c): meals that the orders were short of more. */
  readonly shortage: ImpactFigure;
  /** Days and weeks enough to say anything. */
  readonly enough: boolean;
  /** Enough, and a range of `avoided` that leaves out 0. */
  readonly shown: boolean;
}

export interface SiteBrought extends Brought {
  readonly siteId: number;
}

/** Per week, what the sums need. */
interface Week {
  avoided: number;
  shortage: number;
}

const meanOver = (values: readonly number[], of: (value: number) => number) =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

/** What one site-day adds; of several counterfactuals the mean. */
function dayOf({ served, order, other }: ImpactDay) {
  return {
    ours: { surplus: surplusOf(order, served), missing: shortageOf(order, served) },
    other: {
      surplus: meanOver(other, (meals) => surplusOf(meals, served)),
      missing: meanOver(other, (meals) => shortageOf(meals, served)),
    },
  };
}

/**
 * Surplus avoided and shortage added over all site-days, with their ranges by a bootstrap of weeks: all sites of a
 * week are drawn together, since what moves attendance moves them together (Künsch, "The jackknife and the bootstrap
 * for general stationary observations", Annals of Statistics 17, 1989). A plain interval over site-days would be three
 * times too sure.
 */
export function brought(days: readonly ImpactDay[]): Brought {
  const weeks = new Map<number, Week>();
  const dates = new Set<string>();
  const surplus = { ours: 0, other: 0 };
  const missing = { ours: 0, other: 0 };
  let [served, measured] = [0, 0];
  for (const day of days) {
    const { ours, other } = dayOf(day);
    const index = weekIndex(toDay(day.date));
    const week = weeks.get(index) ?? { avoided: 0, shortage: 0 };
    week.avoided += other.surplus - ours.surplus;
    week.shortage += ours.missing - other.missing;
    weeks.set(index, week);
    dates.add(day.date);
    surplus.ours += ours.surplus;
    surplus.other += other.surplus;
    missing.ours += ours.missing;
    missing.other += other.missing;
    if (day.measured) measured += other.surplus - ours.surplus;
    served += day.served;
  }
  const inOrder = [...weeks].toSorted((a, b) => a[0] - b[0]).map(([, week]) => week);
  const range = weeklyRange(inOrder);
  const avoided = { value: surplus.other - surplus.ours, ...range.avoided };
  const shortage = { value: missing.ours - missing.other, ...range.shortage };
  const enough = dates.size >= fewestDays && inOrder.length >= fewestWeeks;
  return {
    siteDays: days.length,
    days: dates.size,
    weeks: inOrder.length,
    served,
    surplus,
    missing,
    avoided,
    measured,
    shortage,
    enough,
    shown: enough && (avoided.low > 0 || avoided.high < 0),
  };
}

/** The same for each site alone, by its own weeks. */
export function broughtBySite(days: readonly ImpactDay[]): readonly SiteBrought[] {
  const bySite = Map.groupBy(days, ({ siteId }) => siteId);
  return [...bySite].toSorted((a, b) => a[0] - b[0]).map(([siteId, own]) => ({ siteId, ...brought(own) }));
}

type Range = Omit<ImpactFigure, 'value'>;

function weeklyRange(weeks: readonly Week[]): { readonly avoided: Range; readonly shortage: Range } {
  if (weeks.length === 0) return { avoided: { low: 0, high: 0 }, shortage: { low: 0, high: 0 } };
  const random = seededRandom(seed);
  const [avoided, shortage] = [new Float64Array(samples), new Float64Array(samples)];
  for (let i = 0; i < samples; i++) {
    for (let k = 0; k < weeks.length; k++) {
      const week = weeks[Math.floor(weeks.length * random())];
      avoided[i] += week.avoided;
      shortage[i] += week.shortage;
    }
  }
  return { avoided: middle80(avoided), shortage: middle80(shortage) };
}

function middle80(values: Float64Array): Range {
  const sorted = values.toSorted();
  return { low: quantileOfSorted(sorted, 0.1), high: quantileOfSorted(sorted, 0.9) };
}

/** What was gained in money: avoided surplus at its cost less added shortage at its own (see `orders/costs.ts`). */
export const worth = (
  { avoided, shortage }: Pick<Brought, 'avoided' | 'shortage'>,
  costs: { readonly wasted: number; readonly missing: number },
): number => costs.wasted * avoided.value - costs.missing * shortage.value;

/**
 * A figure times a factor that is itself known within a range: relative half-widths add in squares, as for a product
 * of two independent numbers.
 */
export function timesRange(figure: ImpactFigure, factor: ImpactFigure): ImpactFigure {
  const value = figure.value * factor.value;
  const reach = (side: 'low' | 'high') =>
    Math.hypot(factor.value * (figure[side] - figure.value), figure.value * (factor[side] - factor.value));
  return { value, low: value - reach('low'), high: value + reach('high') };
}
