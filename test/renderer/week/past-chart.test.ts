import type { PastDay } from '../../../electron/api/records.ts';
import { pastChart } from '../../../renderer/pages/week/past-chart.ts';
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
  const chart = pastChart(past, planRow(), size);

  test('never draws a line over a pause', () => {
    expect(chart.runs.map((run) => run.map((point) => point.date))).toEqual([
      ['2026-10-08', '2026-10-15'],
      ['2026-11-05'],
      ['2026-12-10'],
    ]);
    expect(chart.pauses).toHaveLength(2);
  });

  test('puts the day of the order last, within the drawing', () => {
    const xs = [...chart.points.map((point) => point.x), chart.dayX];
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(chart.dayX).toBeLessThan(size.width);
  });

  test('holds every number within its height', () => {
    for (const meals of [124, 127, 140, 129, 145, 142]) {
      expect(chart.y(meals)).toBeGreaterThanOrEqual(size.top);
      expect(chart.y(meals)).toBeLessThanOrEqual(size.height - size.bottom);
    }
    expect(chart.ticks.length).toBeLessThanOrEqual(4);
  });

  test('stands without any past day', () => {
    const alone = pastChart([], planRow(), size);
    expect(alone.points).toEqual([]);
    expect(alone.dayX).toBeGreaterThan(size.left);
  });
});
