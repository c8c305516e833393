import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { importInto, setUp } from './support/setting.ts';
import { type AppWindow, goTo, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

const names = HUNDRED_SITES.slice(0, 87);
const file = canteenAttendanceCsv(names, 20);

async function openGrid({ page }: AppWindow, month = '2026-11'): Promise<void> {
  await goTo(page, `data/coverage/all_${month}`);
  await page.locator('table.monthgrid input').first().waitFor({ timeout: 60_000 });
  await settled(page);
}

const field = ({ page }: AppWindow, row: number, column: number) =>
  page.locator(`table.monthgrid input[data-place="${row}-${column}"]`);

async function paste({ page }: AppWindow, text: string): Promise<void> {
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

describeInChromium('the month grid of 87 sites', () => {
  const setting = setUp({ files: { 'repas.csv': file }, window: { language: 'fr' } });

  test('a block of two sites is pasted in one step, its marks noted, and taken back in one', async () => {
    const { window, page } = setting;
    await openGrid(window);
    const cells = [field(window, 0, 0), field(window, 0, 1), field(window, 1, 0), field(window, 1, 1)];
    const kept = await Promise.all(cells.map((cell) => cell.inputValue()));
    const more = kept.map((text) => String(Number(text) + 1));
    await cells[0]?.focus();
    await paste(window, `${more[0]}\t${more[1]}\t\tgrève\n${more[2]}\t ${more[3]} \t\t\n`);
    await page.getByText('5 valeurs enregistrées').waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await Promise.all(cells.map((cell) => cell.inputValue()))).toEqual(more);
    const thursday = page.locator('td:has(input[data-place="0-3"])');
    expect(await thursday.getAttribute('title')).toContain('Grève');
    await keepScreenshot(page, 'month-grid-pasted-1280-light-fr');
    await cells[0]?.focus();
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(
      (text) => document.querySelector<HTMLInputElement>('input[data-place="0-0"]')?.value === text,
      kept[0],
    );
    expect(await Promise.all(cells.map((cell) => cell.inputValue()))).toEqual(kept);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('a count of the file is corrected in place; importing the file again leaves the correction', async () => {
    const { window, page, app } = setting;
    await openGrid(window);
    await page.reload();
    await openGrid(window);
    const cell = field(window, 2, 0);
    const kept = Number(await cell.inputValue());
    await cell.focus();
    await page.keyboard.type(String(kept + 2));
    await page.keyboard.press('Enter');
    await page.getByText('1 valeur enregistrée').waitFor();
    await importInto(app, { 'encore.csv': file });
    await page.reload();
    await openGrid(window);
    expect(await field(window, 2, 0).inputValue()).toBe(String(kept + 2));
    expect(await page.locator('td:has(input[data-place="2-0"])').getAttribute('title')).toContain(`${kept}`);
  });

  test('a wrong value stays as typed, says why, and Escape goes back', async () => {
    const { window, page } = setting;
    await openGrid(window);
    const cell = field(window, 3, 1);
    const kept = await cell.inputValue();
    await cell.focus();
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await page.locator('.entry-note.asked').waitFor();
    await field(window, 4, 1).fill('-3');
    await field(window, 5, 1).focus();
    await page.locator('.entry-note.refused').waitFor();
    await keepScreenshot(page, 'month-grid-asked-1280-light-fr');
    expect(await cell.inputValue()).toBe('9999');
    await cell.focus();
    await page.keyboard.press('Escape');
    expect(await cell.inputValue()).toBe(kept);
  });

  test.each([
    { language: 'fr', dark: false, size: SMALL },
    { language: 'en', dark: true, size: LARGE },
  ] as const)('is accessible and fits: $language, dark $dark, $size.width', async (look) => {
    const window = await setting.open(look);
    await openGrid(window);
    await keepScreenshot(
      window.page,
      `month-grid-${look.size.width}-${look.dark ? 'dark' : 'light'}-${look.language}`,
    );
    expect(await overflowsOf(window.page)).toEqual([]);
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
