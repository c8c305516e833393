import type { Page } from 'playwright-core';
import { answered, tell } from './answered.ts';

/** Rows and columns of the week of Nantes. */
const size = { rows: 88, columns: 7 };

/**
 * The browser's own floor: a plain table of the size of the week, all its cells written anew at a key, in the page of
 * the app and with its style. Nothing that is drawn as a table can be quicker.
 */
export async function benchFloor(page: Page): Promise<void> {
  await page.evaluate(({ rows, columns }) => {
    const table = document.createElement('table');
    table.id = 'floor';
    table.style.cssText = 'position: fixed; inset: 0; background: Canvas; z-index: 9';
    for (let row = 0; row < rows; row++) {
      const line = table.insertRow();
      for (let column = 0; column < columns; column++) line.insertCell();
    }
    document.body.append(table);
    let n = 0;
    const redraw = (event: KeyboardEvent) => {
      if (event.key !== 'F9') return;
      n += 1;
      for (const cell of table.querySelectorAll('td')) cell.textContent = String(100 + n);
    };
    addEventListener('keydown', redraw);
  }, size);
  await tell('a plain table of the same size, redrawn', () =>
    answered(page, '#floor td', () => page.keyboard.press('F9')),
  );
  await page.evaluate(() => document.querySelector('#floor')?.remove());
}
