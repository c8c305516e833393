import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { countedDays } from '../../../forecasting/take-up/offers.ts';
import { describeWhere } from '../../support/describe-where.ts';
import { type BreakfastFigures, breakfastFolder, hasBreakfasts } from '../support/breakfasts.ts';

describeWhere(
  hasBreakfasts,
  'breakfasts of schools that count no children',
  `${breakfastFolder} is absent`,
  () => {
    test('every second school a week ahead, better than any mean, and ranges hold what they promise', () => {
      const script = join(import.meta.dirname, '..', 'support', 'breakfasts.ts');
      const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' });
      const figures: readonly BreakfastFigures[] = JSON.parse(printed);
      for (const { wape, sameWeekdays, coverage80 } of figures) {
        expect(wape).toBeLessThan(0.96 * sameWeekdays);
        expect(Math.abs(coverage80 - 80)).toBeLessThanOrEqual(4);
      }
    }, 60_000);
  },
);

test('a dish with a 0 that the menu of the day does not have was not offered', () => {
  const serving = (siteId: number, dish: string, served: number, prepared: number | null = null) => ({
    siteId,
    date: '2025-09-01',
    dish,
    served,
    prepared,
    left: null,
  });
  const servings = [
    serving(1, 'Banane', 0),
    serving(1, 'Kiwi', 4),
    serving(1, 'Orange', 0),
    serving(1, 'Litchi', 0, 6),
    serving(2, 'Banane', 0),
  ];
  const item = (dish: string) => ({
    date: '2025-09-01',
    siteId: 1,
    rank: 1,
    course: null,
    choice: null,
    dish,
  });
  const menu = [item('Kiwi'), item('Orange')];
  const read = (text: string) => ({ key: text.toLowerCase(), family: null });
  const keys = countedDays({ servings, menu }, read, Number.MAX_SAFE_INTEGER).map(({ dishes }) => [
    ...dishes.keys(),
  ]);
  expect(keys).toEqual([['kiwi', 'orange', 'litchi'], ['banane']]);
});
