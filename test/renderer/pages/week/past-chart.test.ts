import type { Hindcast, PastDay, PastGap } from '../../../../electron/api/records.ts';
import { pastChart } from '../../../../renderer/pages/week/past-chart.ts';
import { planRow } from './rows.ts';

const size = { width: 340, height: 112, left: 28, right: 4, top: 8, bottom: 16 };
const day = (date: string, served: number | null, staff: number | null = null): PastDay => ({
  date,
  served,
  staff,
});

describe('the chart of past days', () => {
  const past = [
    day('2026-10-08', 126),
    day('2026-10-15', 124),
    day('2026-11-05', 127),
    day('2026-12-10', null, 140),
  ];
  const gaps: readonly PastGap[] = [
    { date: '2026-10-22', closed: 'school-holiday' },
    { date: '2026-10-29', closed: 'school-holiday' },
    { date: '2026-11-12', closed: null },
  ];
  const forecast = (date: string, mean: number): Hindcast => ({
    date,
    mean,
    low: mean - 9,
    high: mean + 9,
  });
  const forecasts = [forecast('2026-10-01', 300), forecast('2026-10-08', 128), forecast('2026-11-05', 131)];
  const chart = pastChart({ past, gaps, forecasts }, planRow(), size);

  test('never draws a line over a pause', () => {
    expect(chart.runs.map((run) => run.map((point) => point.date))).toEqual([
      ['2026-10-08', '2026-10-15'],
      ['2026-11-05'],
      ['2026-12-10', planRow().date],
    ]);
    expect(chart.pauses.map(({ reason }) => reason)).toEqual(['holidays', 'other']);
  });

  test('gives each day its forecast, and the day of the order its own', () => {
    expect(chart.points.map((point) => point.forecast?.mean ?? null)).toEqual([128, null, 131, null]);
    const { mean, low, high, date } = planRow();
    expect(chart.runs.at(-1)?.at(-1)).toMatchObject({ date, forecast: { mean, low, high } });
  });

  test('puts the day of the order last, within the drawing', () => {
    const xs = [...chart.points.map((point) => point.x), chart.dayX];
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(chart.dayX).toBeLessThan(size.width);
  });

  test('holds every number within its height', () => {
    for (const meals of [124, 127, 140, 119, 145, 142]) {
      expect(chart.y(meals)).toBeGreaterThanOrEqual(size.top);
      expect(chart.y(meals)).toBeLessThanOrEqual(size.height - size.bottom);
    }
    expect(chart.ticks.length).toBeLessThanOrEqual(4);
  });

  test('stands without any past day', () => {
    const alone = pastChart({ past: [], gaps: [], forecasts: [] }, planRow(), size);
    expect(alone.points).toEqual([]);
    expect(alone.dayX).toBeGreaterThan(size.left);
  });
});
