import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describeWithShared } from '../../support/shared.ts';
import type { WindowResult } from '../support/nantes-backtests.ts';

const bars = [
  { window: 0, wape: 5.25, over: 5.15, staff: 7.53, mean4: 6.72 },
  { window: 1, wape: 5.08, over: 4.5, staff: 7.43, mean4: 6.19 },
  { window: 2, wape: 5.33, over: 5.35, staff: 7.2, mean4: 6.79 },
  { window: 3, wape: 5.5, over: null, staff: 7.2, mean4: null },
  { window: 4, wape: 6.6, over: null, staff: 7.2, mean4: null },
] as const;

describeWithShared("the bars of accuracy on Nantes' files", () => {
  let results: readonly WindowResult[];
  beforeAll(() => {
    const script = join(import.meta.dirname, '..', 'support', 'nantes-backtests.ts');
    results = JSON.parse(execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' }));
  }, 400_000);

  test.each(bars)('window $window: WAPE at most $wape %', (bar) => {
    const result = results[bar.window];
    const { median, order, staff, sameWeekday4 } = result.measures;
    // The median makes absolute errors least; the mean is there to add up.
    expect(median.wape).toBeLessThanOrEqual(bar.wape);
    expect(Math.abs(staff.wape - bar.staff)).toBeLessThan(0.15);
    if (bar.mean4 !== null) expect(Math.abs(sameWeekday4.wape - bar.mean4)).toBeLessThan(0.15);
    if (bar.over !== null) expect(result.overAtStaffShortage).toBeLessThanOrEqual(bar.over);
    expect(result.coverage80).toBeGreaterThan(79);
    expect(result.coverage80).toBeLessThan(82);
    // The smallest whole order that suffices on at least 8 days in 10: short on no more than 21, and not far fewer.
    expect(order.shortDays).toBeGreaterThan(15.5);
    expect(order.shortDays).toBeLessThan(21);
  });

  test('the 80 % interval keeps its promise in each size class', () => {
    for (const { coverageBySize } of results.slice(0, 3)) {
      expect(coverageBySize).toHaveLength(5);
      for (const share of coverageBySize) {
        expect(share).toBeGreaterThan(74);
        // Of a dozen children whole numbers, and a range no narrower than chance, hold more than 80 %.
        expect(share).toBeLessThan(88);
      }
    }
  });
});
