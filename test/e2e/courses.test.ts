import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { type Course, courseOf } from './support/course.ts';
import { giveFiles } from './support/give-files.ts';
import { setUp } from './support/setting.ts';
import { goTo, settled } from './support/window.ts';

jest.setTimeout(180_000);

const countOf = async (page: Page, selector: string) =>
  Number((await page.locator(selector).first().innerText()).replaceAll(/\D/g, ''));

/** Waits until a number on the page is another one. */
const changes = (page: Page, selector: string, before: number) =>
  page.waitForFunction(
    ([place, old]) => Number(document.querySelector(place)?.textContent?.replaceAll(/\D/g, '')) !== old,
    [selector, before] as const,
  );

describeInChromium('the course for a cook, step by step', () => {
  const setting = setUp({ window: { language: 'fr' } });
  let page: Page;
  let course: Course;
  beforeAll(() => {
    page = setting.page;
    course = courseOf(page, 'course-cook', 'fr');
  });

  test('0 and 1: the sample, an order and its reasons, and the way back', async () => {
    await course.press('first.sampleButton');
    await page.getByRole('grid').waitFor({ timeout: 150_000 });
    await course.see('page.week', 'link');
    await course.press('tour.later');
    expect(await page.locator('table.week tbody tr th').count()).toBe(6);
    const row = page.locator('table.week tbody tr', { hasText: 'Le Grand Chêne' });
    await row.locator('td.open').nth(2).click();
    await course.see('panel.expected');
    await course.see('panel.range');
    await course.see('panel.why', undefined, { n: '…' });
    const order = await countOf(page, '.panel .big');
    await course.see('whatIf.title');
    await course.press('whatIf.away', 'switch');
    await page.getByRole('textbox', { name: 'Enfants absents' }).fill('25');
    await page.locator('.what-if .then', { hasText: 'au lieu de' }).waitFor();
    const fewer = order - (await countOf(page, '.what-if .then b'));
    expect(fewer).toBeGreaterThan(10);
    expect(fewer).toBeLessThanOrEqual(25);
    await settled(page);
    const field = await course.see('decide.quantity', 'textbox');
    await field.fill(String(order + 5));
    await page.getByRole('textbox', { name: /raison/i }).fill('portes ouvertes');
    await page.keyboard.press('Enter');
    await changes(page, '.panel .big', order);
    expect(await countOf(page, '.panel .big')).toBe(order + 5);
    await page.keyboard.press('Control+z');
    await changes(page, '.panel .big', order + 5);
    expect(await countOf(page, '.panel .big')).toBe(order);
    await settled(page);
  });

  test('2: the sheets of the day, on paper and as PDF', async () => {
    const sheet = page.frameLocator('iframe');
    await course.press('page.day', 'link');
    await sheet.locator('table').first().waitFor();
    for (const [key, words] of [
      ['sheets.production', /maternelle[\s\S]*kg/],
      ['sheets.delivery', 'Bon de livraison'],
      ['sheets.roll-call', 'Feuille d’appel'],
    ] as const) {
      await course.press(key, 'radio');
      await sheet.locator('body', { hasText: words }).waitFor();
      await settled(page);
    }
    await course.press('day.print');
    await page.waitForFunction(
      () => (window as unknown as { printedSheets: readonly string[] }).printedSheets.length === 1,
    );
    const [download] = await Promise.all([page.waitForEvent('download'), course.press('day.pdf')]);
    expect(readFileSync(await download.path()).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test('3: the morning and what was served, and back', async () => {
    await course.press('page.record', 'link');
    await course.press('record.segments.head-count', 'radio');
    const fields = page.locator('.calltable tbody input');
    await fields.first().fill('60');
    await page.keyboard.press('Enter');
    await page.keyboard.press('=');
    await page.keyboard.press('Enter');
    const copied = await fields.nth(2).inputValue();
    expect(Number(copied)).toBeGreaterThan(0);
    await settled(page);
    await course.press('record.segments.served', 'radio');
    const served = page.locator('.record-table tbody tr').first().locator('input');
    await served.first().waitFor();
    await settled(page);
    await served.first().fill('58');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    await settled(page);
    const dish = page.locator('.record-panel .record-dishes tbody tr').first().locator('input');
    await dish.nth(2).fill('12:35');
    await page.keyboard.press('Tab');
    await settled(page);
    // Counts that are not complete are there again.
    await course.press('record.segments.head-count', 'radio');
    await fields.first().waitFor();
    expect([await fields.first().inputValue(), await fields.nth(2).inputValue()]).toEqual(['60', copied]);
    await page.locator('h1').click();
    await course.press('record.segments.served', 'radio');
    await served.first().waitFor();
    await page.locator('h1').click();
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('Control+z');
      await settled(page);
    }
    expect(await served.first().inputValue()).toBe('');
  });

  test('4: a week that is weighed', async () => {
    await course.press('record.segments.weighings', 'radio');
    await (await course.see('weighing.from')).waitFor();
    await page.getByLabel('Du', { exact: true }).fill('2026-12-07');
    await page.getByLabel('au', { exact: true }).fill('2026-12-11');
    await course.press('weighing.start');
    await course.see('weighing.sheet', 'button');
    await settled(page);
    const gross = page.locator('table.weigh input[data-place="3-0"]');
    await gross.fill('5,35-2,40');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('table.weigh input[data-place="3-0"]')?.value === '2,95',
    );
    await course.press('weighing.remove');
    await page.getByText('Campagne retirée').waitFor();
  });

  test('nothing that the course names was left out', () => {
    expect([...course.named].filter((key) => !course.found.has(key))).toEqual([]);
  });
});

describeInChromium('the course for a secretary, step by step', () => {
  const setting = setUp({ window: { language: 'en' } });
  let page: Page;
  let course: Course;
  beforeAll(() => {
    page = setting.page;
    course = courseOf(page, 'course-secretary', 'en');
  });
  const order = () => page.locator('.panel .big');

  test('0: the sample, and the tour to its end', async () => {
    await course.press('first.sampleButton');
    await page.getByRole('grid').waitFor({ timeout: 150_000 });
    await course.see('page.week', 'link');
    await course.press('tour.start');
    await page.locator('#tour-title').waitFor();
    const end = page.locator('.tour-card').getByRole('button', { name: 'Finish' });
    while ((await end.count()) === 0) {
      const title = await page.locator('#tour-title').innerText();
      await page.keyboard.press('Enter');
      await page.locator('#tour-title').filter({ hasNotText: title }).waitFor();
    }
    await end.click();
    await page.locator('.tour-card').waitFor({ state: 'detached' });
  });

  test('1: a week is ordered, marked as sent and exported; it is there after a new start', async () => {
    await settled(page);
    await page.locator('table.week tbody td.open:has(svg)').first().click();
    await page.locator('.panel .marks').waitFor();
    const row = page.locator('table.week tbody tr', { hasText: 'Les Saules' });
    await row.locator('td.open').nth(3).click();
    await page.locator('.panel h2', { hasText: 'Les Saules' }).waitFor();
    await (await course.see('decide.quantity', 'textbox')).fill('40');
    await page.getByRole('textbox', { name: /reason/i }).fill('museum outing');
    await page.keyboard.press('Enter');
    await order().filter({ hasText: /^40$/ }).waitFor();
    await settled(page);
    await page.keyboard.press('Escape');
    await course.press('decide.validateWeek');
    await page.getByRole('dialog').getByRole('textbox').fill('A. Martin');
    await page.keyboard.press('Enter');
    await course.press('sending.open');
    await page.getByRole('dialog').getByRole('textbox').first().fill('Central kitchen');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'Central kitchen' }).waitFor();
    await settled(page);
    await course.press('orderFile.open');
    await course.press('orderFile.supplier', 'radio');
    await page.getByRole('radio', { name: 'XLSX' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /XLSX/ }).click(),
    ]);
    expect(readFileSync(await download.path()).toString('latin1', 0, 2)).toBe('PK');
    await page.reload();
    await page.getByRole('grid').waitFor();
    await settled(page);
    await row.locator('td.open .n', { hasText: /^40$/ }).first().waitFor();
  });

  test('2: a strike comes into the calendar, and goes', async () => {
    await course.press('page.data', 'link');
    await course.press('calendars.tab', 'tab');
    const from = page.getByLabel('From', { exact: true });
    await from.fill('08/01/2027');
    await page.keyboard.press('Enter');
    const strike = page.getByRole('row').filter({ hasText: /\b8 January 2027/ });
    await strike.first().waitFor();
    await settled(page);
    await course.press('page.week', 'link');
    await page.getByRole('grid').waitFor();
    await settled(page);
    await page.keyboard.press('Control+z');
    await page.locator('.notice', { hasText: /undone/i }).waitFor();
    await goTo(page, 'data/calendars');
    await page.locator('[aria-labelledby="public-holidays"] tbody tr').first().waitFor();
    await settled(page);
    expect(await strike.count()).toBe(0);
  });

  test('3 and 4: what was served, the month, and what can be shown', async () => {
    await course.press('page.record', 'link');
    await course.press('record.segments.served', 'radio');
    await page.locator('.record-table tbody input').first().waitFor();
    await page.getByRole('button', { name: 'Previous day' }).click();
    const first = page.locator('.record-table tbody tr').first().locator('input').first();
    await first.waitFor();
    await settled(page);
    await first.focus();
    for (const meals of ['180', '25', '60']) {
      await page.keyboard.type(meals);
      await page.keyboard.press('Enter');
    }
    await settled(page);
    await course.press('page.data', 'link');
    await course.press('coverage.tab', 'tab');
    await settled(page);
    await course.press('page.accuracy', 'link');
    await page.locator('main p').first().waitFor();
    await course.press('page.impact', 'link');
    await settled(page);
  });

  test('5: the sample goes, a copy is kept', async () => {
    await course.press('page.settings', 'link');
    await course.press('settings.tabs.data', 'tab');
    await course.see('backups.saveCopy', 'button');
    await course.press('week.clearSample');
    await course.see('first.title');
    await giveFiles(page.getByRole('button', { name: /files/i }).first(), {
      name: 'meals.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(canteenAttendanceCsv(['Les Lilas', 'Le Port'], 6)),
    });
    await page.getByText('Recognised: attendance').waitFor();
    await settled(page);
    await page.locator('.sheet footer .btn.primary').click();
    await course.press('import.undo');
    await course.see('first.title');
  });

  test('nothing that the course names was left out', () => {
    expect([...course.named].filter((key) => !course.found.has(key))).toEqual([]);
  });
});
