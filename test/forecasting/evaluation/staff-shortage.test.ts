import { measure } from '../../../forecasting/evaluation/measures.ts';
import { quantileAt } from '../../../forecasting/evaluation/quantile-grid.ts';
import { staffShortage, tradeOff } from '../../../forecasting/evaluation/staff-shortage.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import { line, seeded, uniformGrid } from './scored.ts';

/** Sites of 20 to 300 meals; the forecast is calibrated, the staff add a margin of their own. */
function window(seed: number, count: number, margin: number) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const usual = 20 + Math.floor(280 * random());
    const spread = 0.2 * usual;
    const quantiles = uniformGrid(usual - spread, usual + spread);
    const actual = Math.round(usual + spread * (2 * random() - 1));
    return line({ actual, quantiles, staff: Math.round(usual * (1 + margin * random())) });
  });
}

describe('over at the staff’s shortage', () => {
  test('the order at the level found is as short as the staff, and one step less is shorter', () => {
    for (const [seed, margin] of [
      [1, 0.1],
      [2, 0.2],
      [3, 0.3],
    ] as const) {
      const lines = window(seed, 800, margin);
      const staff = measure(lines.map(({ staff: s, actual }) => [s, actual] as const));
      const found = staffShortage(lines);
      expect(found).not.toBeNull();
      const q = found?.serviceLevel ?? 0;
      const at = (level: number) =>
        measure(
          lines.map(
            ({ quantiles, actual }) =>
              [orderQuantity({ mean: 0, quantile: (p) => quantileAt(quantiles, p) }, level), actual] as const,
          ),
        );
      expect(found?.under).toBeLessThanOrEqual(staff.under);
      expect(at(q - 1e-6).under).toBeGreaterThan(staff.under);
      expect(found).toEqual({
        over: at(q).over,
        under: at(q).under,
        shortDays: at(q).shortDays,
        serviceLevel: q,
      });
      expect(Math.abs((found?.under ?? 0) - staff.under)).toBeLessThan(0.05);
    }
  });

  test('by hand: one site-day, uniform on 0 to 100, the staff five meals short', () => {
    const lines = [line({ actual: 60, staff: 55, quantiles: uniformGrid(0, 100) })];
    const found = staffShortage(lines);
    expect(found).toMatchObject({ over: 0, shortDays: 100 });
    expect(found?.under).toBeCloseTo((100 * 5) / 60, 9);
    expect(found?.serviceLevel).toBeGreaterThan(0.54);
    expect(found?.serviceLevel).toBeLessThan(0.56);
  });

  test('site-days without a staff figure do not count', () => {
    const lines = window(5, 300, 0.2);
    const more = [...lines, ...window(6, 300, 0.2).map((one) => ({ ...one, staff: null }))];
    expect(staffShortage(more)).toEqual(staffShortage(lines));
  });

  test('no staff figures, or a staff beyond the model’s levels: nothing to compare', () => {
    expect(staffShortage([line()])).toBeNull();
    expect(staffShortage([line({ actual: 500, staff: 500 })])).toBeNull();
    expect(staffShortage([line({ actual: 100, staff: 0 })])).toBeNull();
  });
});

test('waste rises and shortage falls with the level', () => {
  const curve = tradeOff(window(9, 600, 0.2));
  expect(curve.map(({ serviceLevel }) => serviceLevel)).toEqual([
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95,
  ]);
  for (const [i, point] of curve.entries()) {
    const next = curve[i + 1];
    if (next === undefined) break;
    expect(next.over).toBeGreaterThan(point.over);
    expect(next.under).toBeLessThan(point.under);
    expect(next.shortDays).toBeLessThan(point.shortDays);
    // The forecast is calibrated: the level is the share of days that are not short.
    expect(Math.abs(100 - 100 * point.serviceLevel - point.shortDays)).toBeLessThan(6);
  }
});
