import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { ImpactDay } from '../../../forecasting/domain/impact-records.ts';
import { quantileAt } from '../../../forecasting/evaluation/quantile-grid.ts';
import { brought, broughtBySite } from '../../../forecasting/impact/impact.ts';
import { keptQuantiles, rangeQuantiles, surplusMoments } from '../../../forecasting/leaks/excess.ts';
import { type Excess, findLeaks, type LeakCell, leakRules } from '../../../forecasting/leaks/leaks.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { describeWithShared } from '../../support/shared.ts';
import { type NantesLine, nantesLines } from '../support/nantes-lines.ts';

const orderOf = ({ q80 }: NantesLine) => Math.floor(q80);
const grid = ({ quantiles }: NantesLine) => {
  const kept = Float64Array.from(quantiles);
  return { quantile: (p: number) => quantileAt(kept, p) };
};
/** The quantiles that a file of the backtest has. */
const fourQuantiles = ({ q10, q50, q80, q90 }: NantesLine) =>
  keptQuantiles([
    [0.1, q10],
    [0.5, q50],
    [0.8, q80],
    [0.9, q90],
  ]);
/** What is kept with an order, as the app's own report takes it. */
const keptRange = ({ q10, q50, q90 }: NantesLine) => rangeQuantiles({ low: q10, median: q50, high: q90 });

describeWithShared('Nantes 2016–17, ordered a week ahead at the 80 % level', () => {
  let lines: readonly NantesLine[];
  let days: readonly ImpactDay[];
  beforeAll(() => {
    lines = nantesLines();
    days = lines.map((line) => ({
      siteId: line.siteId,
      date: line.date,
      served: line.actual,
      order: orderOf(line),
      other: [line.staff],
    }));
  }, 400_000);

  test('surplus avoided, shortage beside it, and the range of weeks', () => {
    const found = brought(days);
    expect(found.siteDays).toBe(11_043);
    expect(found.weeks).toBe(38);
    expect(found.served).toBe(1_764_333);
    expect(found.surplus.other).toBe(111_820);
    // To the digit: the same sums by another way.
    let [surplus, missing] = [0, 0];
    for (const line of lines) {
      const [ours, theirs] = [orderOf(line) - line.actual, line.staff - line.actual];
      surplus += (theirs > 0 ? theirs : 0) - (ours > 0 ? ours : 0);
      missing += (ours < 0 ? -ours : 0) - (theirs < 0 ? -theirs : 0);
    }
    expect(found.avoided.value).toBe(surplus);
    expect(found.shortage.value).toBe(missing);
    // 13,270 (7,940 to 18,700), shortage −930, when it was first worked out: then the 80 % quantile held on 79.4 % of
    // the site-days. Ranges that are never narrower than chance allows made it hold on 80.2 %: 11,559, shortage −1,377,
    // which is the same at the costs of the level (451 fewer missing meals against 1,715 more surplus).
    expect(Math.abs(found.avoided.value - 13_270)).toBeLessThanOrEqual(1327);
    expect(Math.abs(found.avoided.low - 7940)).toBeLessThanOrEqual(0.15 * 7940);
    expect(Math.abs(found.avoided.high - 18_700)).toBeLessThanOrEqual(0.15 * 18_700);
    expect(found.shortage.value).toBeLessThan(0);
    expect(found.shortage.value).toBeGreaterThan(-1900);
    expect(found.shown).toBe(true);
  });

  test('the range agrees with a bootstrap written anew', () => {
    const weeks = new Map<number, number>();
    for (const { date, served, order, other } of days) {
      const week = Math.floor((toDay(date) + 3) / 7);
      const gain = Math.max(0, (other[0] ?? 0) - served) - Math.max(0, order - served);
      weeks.set(week, (weeks.get(week) ?? 0) + gain);
    }
    const gains = [...weeks.values()];
    const random = seededRandom(99);
    const sums = Array.from({ length: 5000 }, () =>
      gains.reduce((sum) => sum + (gains[Math.floor(gains.length * random())] ?? 0), 0),
    ).toSorted((a, b) => a - b);
    const { low, high } = brought(days).avoided;
    expect(Math.abs(low - (sums[500] ?? 0))).toBeLessThan(0.06 * (high - low));
    expect(Math.abs(high - (sums[4500] ?? 0))).toBeLessThan(0.06 * (high - low));
  });

  test('sites clearly better and clearly worse', () => {
    const sites = broughtBySite(days);
    expect(sites).toHaveLength(87);
    const better = sites.filter(({ avoided }) => avoided.low > 0).length;
    const worse = sites.filter(({ avoided }) => avoided.high < 0).length;
    expect(Math.abs(better - 32)).toBeLessThanOrEqual(4);
    expect(Math.abs(worse - 18)).toBeLessThanOrEqual(4);
  });

  const turn = toDay('2017-02-01');
  const autumn = { ...leakRules, fewestShare: Number.POSITIVE_INFINITY, periodsInExcess: 0 };

  /** Site × weekday; `of`: what is known of a day's distribution. */
  function cellsOf(of: typeof grid): LeakCell[] {
    const bySite = Map.groupBy(lines, ({ siteId, date }) => `${siteId} ${weekday(toDay(date))}`);
    return [...bySite].map(([key, own]) => ({
      key,
      occurrences: own.map((line): Excess => {
        const { mean, variance } = surplusMoments(of(line), orderOf(line));
        const surplus = Math.max(0, line.staff - line.actual);
        return { day: toDay(line.date), excess: surplus - mean, variance, served: line.actual, period: 0 };
      }),
    }));
  }

  function learnedInAutumn(cells: readonly LeakCell[]) {
    const until = (before: boolean) =>
      cells.map(({ key, occurrences }) => ({
        key,
        occurrences: occurrences.filter(({ day }) => day < turn === before),
      }));
    const found = findLeaks(until(true), autumn);
    const flagged = new Set(found.filter(({ leaks }) => leaks).map(({ key }) => key));
    const springOf = (leaks: boolean) =>
      until(false).filter(({ key, occurrences }) => occurrences.length > 0 && flagged.has(key) === leaks);
    const [leaking, others] = [springOf(true), springOf(false)];
    const sum = (own: readonly Excess[]) => own.reduce((all, { excess }) => all + excess, 0);
    const meanOf = (own: readonly LeakCell[]) => {
      const all = own.flatMap(({ occurrences }) => occurrences);
      return sum(all) / all.length;
    };
    const positive = leaking.filter(({ occurrences }) => sum(occurrences) > 0).length / leaking.length;
    return {
      cells: cells.length,
      flagged: flagged.size,
      leaking: meanOf(leaking),
      others: meanOf(others),
      positive,
    };
  }

  test('leaks of the autumn still leak in spring, the other cells do not', () => {
    const whole = learnedInAutumn(cellsOf(grid));
    expect(whole.cells).toBe(348);
    // The whole grid, tails and all, flags fewer cells (98 against 142), and expects more of their surplus: 2.37.
    expect(whole.leaking).toBeGreaterThanOrEqual(2.3);
    expect(whole.others).toBeLessThan(0);
    // The document's way, by the quantiles of the backtest's lines: its 139, +3.1, −0.7 and 70 %.
    const written = learnedInAutumn(cellsOf(fourQuantiles));
    expect(Math.abs(written.flagged - 139)).toBeLessThanOrEqual(15);
    expect(written.leaking).toBeGreaterThanOrEqual(2.5);
    expect(written.others).toBeLessThan(0);
    expect(written.positive).toBeGreaterThan(0.6);
    const kept = learnedInAutumn(cellsOf(keptRange));
    expect(kept.leaking).toBeGreaterThanOrEqual(2.5);
    expect(kept.others).toBeLessThan(0);
    expect(kept.positive).toBeGreaterThan(0.6);
  });

  test('the whole grid expects the surplus that was left; lines between four quantiles expect less', () => {
    const left = lines.reduce((sum, line) => sum + Math.max(0, orderOf(line) - line.actual), 0);
    const expected = (of: typeof grid) =>
      lines.reduce((sum, line) => sum + surplusMoments(of(line), orderOf(line)).mean, 0) / left;
    expect(Math.abs(expected(grid) - 1)).toBeLessThan(0.03);
    expect(expected(fourQuantiles)).toBeLessThan(0.97);
    expect(expected(keptRange)).toBeGreaterThan(0.95);
  });

  test('demand drawn from each day’s own distribution, ordered at its level: false alarms at most 10 %', () => {
    for (const known of [grid, fourQuantiles, keptRange]) {
      const random = seededRandom(17);
      const cells = [...Map.groupBy(lines, ({ siteId, date }) => `${siteId} ${weekday(toDay(date))}`)].map(
        ([key, own]) => ({
          key,
          occurrences: own.map((line): Excess => {
            const drawn = grid(line).quantile(Math.min(0.9999, Math.max(0.0001, random())));
            const { mean, variance } = surplusMoments(known(line), orderOf(line));
            const surplus = Math.max(0, orderOf(line) - drawn);
            return { day: toDay(line.date), excess: surplus - mean, variance, served: drawn, period: 0 };
          }),
        }),
      );
      const found = findLeaks(cells, autumn);
      const alarms = found.filter(({ leaks }) => leaks).length;
      expect(alarms / found.length).toBeLessThanOrEqual(0.1);
    }
  });
});
