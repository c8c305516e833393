import { strikeEvidence } from '../../../../electron/service/orders/strike-evidence.ts';
import { addDays, toDay } from '../../../../forecasting/calendar/day.ts';
import type { Closure } from '../../../../forecasting/domain/records.ts';

const monday = '2026-01-05';
const strike = (week: number, siteId: number | null = null): Closure => ({
  date: addDays(monday, 7 * week),
  siteId,
  kind: 'strike',
  absent: null,
  announced: null,
});

/** 40 Mondays of 100 meals at site 1, with what was served on some of them. */
function history(on: Readonly<Record<number, number>>, closures: readonly Closure[]) {
  const days = Array.from({ length: 40 }, (_, i) => toDay(addDays(monday, 7 * i)));
  return {
    closures,
    attendance: {
      site: Int32Array.from(days, () => 1),
      day: Int32Array.from(days),
      served: Float64Array.from(days, (_, i) => on[i] ?? 100),
      staff: Float64Array.from(days, () => Number.NaN),
    },
  };
}

it('counts strike days by what was served beside the same weekdays before', () => {
  const known = history(
    { 10: 98, 15: 80, 20: 40, 25: 0 },
    [10, 15, 20, 25].map((week) => strike(week)),
  );
  expect(strikeEvidence(known, 1, '2027-01-01')).toEqual({ days: 4, asUsual: 1, fewer: 1, far: 2 });
});

it('leaves out later strikes, those of other sites, and those that nothing can be compared with', () => {
  const known = history({ 0: 10, 10: 40, 30: 40 }, [strike(0), strike(10, 2), strike(30)]);
  expect(strikeEvidence(known, 1, addDays(monday, 7 * 20)).days).toBe(0);
  expect(strikeEvidence(known, 1, addDays(monday, 7 * 31))).toEqual({
    days: 1,
    asUsual: 0,
    fewer: 0,
    far: 1,
  });
});
