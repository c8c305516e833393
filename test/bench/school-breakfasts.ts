import { breakfastFigures, breakfastHistory, hasBreakfasts } from '../forecasting/support/breakfasts.ts';

/** Breakfasts of schools that count no children, a week ahead, from servings alone and with menus. */
export function benchSchoolBreakfasts(): void {
  if (!hasBreakfasts) {
    console.log('school breakfasts: their file is absent');
    return;
  }
  console.log(
    'school breakfasts, lead 7: WAPE of the median, of the last and of all same weekdays; range holds',
  );
  for (const [name, menus] of [
    ['servings alone (bar 28.0)', false],
    ['with menus (bar 26.8)', true],
  ] as const) {
    const { rows, wape, lastWeekday, sameWeekdays, coverage80 } = breakfastFigures(breakfastHistory(menus));
    const figures = [wape, lastWeekday, sameWeekdays].map((figure) => figure.toFixed(2).padStart(8)).join('');
    console.log(
      `  ${name.padEnd(28)}${String(rows).padStart(6)}${figures}${coverage80.toFixed(1).padStart(8)}`,
    );
  }
}
