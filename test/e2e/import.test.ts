import type { Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { giveFiles } from './support/give-files.ts';
import { keepScreenshot } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo } from './support/window.ts';

jest.setTimeout(180_000);

const good = canteenAttendanceCsv(['Jean Jaurès', 'Les Tilleuls']);
const bad = [
  'M/E;2026-02-31;100;90;Jean Jaurès',
  'M/E;2026-11-17;100;-4;Jean Jaurès',
  'M/E;2026-11-19;100;beaucoup;Jean Jaurès',
].join('\n');
const withProblems = Buffer.from(`${good}${bad}\n`, 'utf8');
const goodRows = good.trimEnd().split('\n').length - 1;

async function choose(
  page: Page,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await giveFiles(page.getByRole('button', { name: /Import…|Choose files…/ }).first(), files);
}

/** The equation at the foot, by its words: what was read first, then what becomes of it. */
async function equationOf(page: Page): Promise<Record<string, number>> {
  const foot = page.locator('.sheet footer .counts');
  const words = await foot.locator('dt').allInnerTexts();
  const rows = await foot.locator('dd').allInnerTexts();
  const equation = words.map((word, i) => [word, Number(rows[i]?.replace(/\D/g, ''))] as const);
  const [[, lines] = ['', 0], ...terms] = equation;
  expect(terms.reduce((sum, [, n]) => sum + n, 0)).toBe(lines);
  return Object.fromEntries(equation);
}

describeInChromium('importing files, in English', () => {
  const setting = setUp({ window: { language: 'en' } });

  test('a file is shown before anything is written: what it is, and each row that is wrong', async () => {
    const { page } = setting;
    await choose(page, [{ name: 'attendance.csv', mimeType: 'text/csv', buffer: withProblems }]);
    await page.getByText('Recognised: attendance').waitFor({ timeout: 60_000 });
    expect(await equationOf(page)).toEqual({ Rows: goodRows + 3, 'With meals': goodRows, Refused: 3 });
    const problems = page.locator('.prob tbody tr');
    expect(await problems.count()).toBe(3);
    expect(await problems.first().innerText()).toContain('2026-02-31');
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'import-preview-1280-light-en');
  });

  test('five thousand bad rows are told as what is wrong with them, and open to their lines', async () => {
    const { page } = setting;
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
    const slips = Array.from({ length: 5000 }, (_, i) => `M/E;day ${i};100;90;Jean Jaurès`).join('\n');
    const buffer = Buffer.from(`${good}${bad}\n${slips}\n`, 'utf8');
    await choose(page, [{ name: 'attendance.csv', mimeType: 'text/csv', buffer }]);
    const rows = page.locator('.prob tbody tr');
    await rows.first().waitFor({ timeout: 60_000 });
    const told = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
    expect(told.map((text) => text.split(/ (?=Correct|Write|A number)/)[0])).toEqual([
      '5,000 rows day 0, day 1 … This is not a date.',
      expect.stringContaining('2026-02-31 This date does not exist in the calendar.'),
      expect.stringContaining('-4 The number is negative.'),
      expect.stringContaining('beaucoup This is not a number.'),
      'file – 5,003 rows need a look; the first 5,000 are listed.',
    ]);
    expect(await equationOf(page)).toEqual({
      Rows: goodRows + 5003,
      'With meals': goodRows,
      Refused: 5003,
    });
    const all = page.getByRole('button', { name: /5,000 rows/ });
    await all.focus();
    await page.keyboard.press('Enter');
    const lines = page.getByRole('list', { name: /Lines of the file/ });
    expect(await lines.getByRole('listitem').count()).toBe(100);
    await page.getByText('3 more rows, which are not listed.').waitFor();
    await page.getByRole('button', { name: /100 more/ }).click();
    expect(await lines.getByRole('listitem').count()).toBe(200);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'import-groups-1280-light-en');
    await all.focus();
    await page.keyboard.press('Enter');
    await lines.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
    await choose(page, [{ name: 'attendance.csv', mimeType: 'text/csv', buffer: withProblems }]);
    await page.getByRole('button', { name: /^Import \d/ }).waitFor({ timeout: 60_000 });
  });

  test('what is good is imported, and the report stays until it is closed', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: /^Import \d/ }).click();
    await page.getByText('saved. 3 rows refused, which changed nothing.').waitFor({ timeout: 60_000 });
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'import-done-1280-light-en');
    await page.getByRole('button', { name: 'See the week' }).click();
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    expect(await page.locator('tbody th .site').allInnerTexts()).toEqual(['Jean Jaurès', 'Les Tilleuls']);
  });

  test('the same file again changes nothing, and says so', async () => {
    const { page } = setting;
    await goTo(page, 'data');
    await choose(page, [{ name: 'attendance.csv', mimeType: 'text/csv', buffer: Buffer.from(good) }]);
    await page.getByRole('button', { name: 'Nothing to import' }).waitFor({ timeout: 60_000 });
    expect(await equationOf(page)).toEqual({ Rows: goodRows, 'With meals': 0, Unchanged: goodRows });
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
  });

  test('several files at once, one of them a picture', async () => {
    const { page } = setting;
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    await choose(page, [
      { name: 'photo.png', mimeType: 'image/png', buffer: png },
      { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
      { name: 'attendance.csv', mimeType: 'text/csv', buffer: withProblems },
    ]);
    const files = page.locator('.files tbody tr');
    await files.first().waitFor({ timeout: 60_000 });
    expect(await files.count()).toBe(3);
    expect(await files.first().innerText()).toContain('Not recognised');
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'import-several-1280-light-en');
    await page.getByRole('button', { name: 'attendance.csv' }).click();
    expect(await page.locator('.prob tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  test('files dropped on the window are imported too', async () => {
    const { page } = setting;
    const transfer = await page.evaluateHandle((text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return files;
    }, good);
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.getByText('Drop your files to import them').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.getByRole('heading', { name: 'dropped.csv' }).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
  });

  test('an attachment dropped from a mail program is no file yet: it says to save it first', async () => {
    const { page } = setting;
    const transfer = await page.evaluateHandle(() => {
      const dragged = new DataTransfer();
      Object.defineProperty(dragged, 'types', { value: ['Files'] });
      return dragged;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.evaluate((dragged) => {
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(drop, 'dataTransfer', { value: dragged });
      document.body.dispatchEvent(drop);
    }, transfer);
    await page.getByText('Save an attachment to the desktop first').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
  });

  test('an import is taken back, and says what came back', async () => {
    const { page } = setting;
    await goTo(page, 'data/imports');
    await page.getByRole('button', { name: 'Undo import 1' }).click();
    await page.getByText(/Import 1 undone/).waitFor({ timeout: 60_000 });
    await goTo(page, 'week');
    await page.getByRole('heading', { name: 'Where to start?' }).waitFor({ timeout: 60_000 });
  });

  test('a canteen typed in gets a week, from its enrolment', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: 'Add a site' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Give the site a name.').waitFor();
    await page.getByLabel('Name of the site').fill('Le Petit Prince');
    await page.getByLabel(/Enrolled this year/).fill('64');
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'site-form-1280-light-en');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Site added: Le Petit Prince.').waitFor({ timeout: 60_000 });
    // No day is recorded: the data begin with the sites, and a list of one is its page.
    await goTo(page, 'data');
    await page.getByRole('heading', { name: 'Le Petit Prince' }).waitFor();
    await page.waitForURL(/#\/data\/sites$/);
  });
});
