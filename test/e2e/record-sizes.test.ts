import type { Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { changeLook, focusIs, goTo, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

const french = { language: 'fr' } as const;
const looks = [
  ['1280-light', { size: SMALL, dark: false }],
  ['1920-dark', { size: LARGE, dark: true }],
  ['640-light', { size: { width: 640, height: 720 }, dark: false }],
] as const;

async function lookAt(page: Page, name: string): Promise<void> {
  for (const [look, options] of looks) {
    await changeLook(page, options);
    await settled(page);
    await keepScreenshot(page, `record-${name}-${look}`);
    expect({ look, found: await overflowsOf(page) }).toEqual({ look, found: [] });
    expect({ look, found: await violationsOf(page) }).toEqual({ look, found: [] });
  }
  await changeLook(page, looks[0][1]);
}

describeInChromium('a hundred sites whose meals are recorded', () => {
  const setting = setUp({ files: { 'hundred.csv': canteenAttendanceCsv(HUNDRED_SITES) }, window: french });
  const rows = () => setting.page.locator('.record-table tbody tr');

  test('are typed one after the other, head and foot in sight, and named though their names are long', async () => {
    const { page } = setting;
    await goTo(page, 'record/served/2026-12-14');
    await rows().first().locator('input').first().waitFor();
    expect(await rows().count()).toBe(100);
    await rows().first().locator('input').first().focus();
    for (const text of ['41', '77']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.getByText(/^2 complets/).waitFor();
    await lookAt(page, 'hundred');
  });

  test('one is found by its name, and the rest of its meal typed in the panel, by keyboard', async () => {
    const { page } = setting;
    const name = 'École 058';
    await page.getByRole('searchbox', { name: 'Chercher un site' }).fill(name.toUpperCase());
    await page.waitForFunction(() => document.querySelectorAll('.record-table tbody tr').length === 1);
    await page.keyboard.press('Enter');
    await focusIs(page, '.record-table tbody input[data-place="0-0"]');
    const decided = page.locator('.record-panel .decide');
    await decided.getByText('Rien de commandé', { exact: true }).waitFor();
    await keepScreenshot(page, 'record-nothing-ordered-fr-light');
    await page.keyboard.type('170');
    await page.keyboard.press('Enter');
    // The sums stay those of all sites.
    await page.getByText(/^3 complets/).waitFor();
    const detail = (words: string) => page.getByRole('textbox', { name: `${name}, ${words}` });
    // Its classes are told apart, so are their second helpings.
    expect(await detail('Repas resservis aux enfants').count()).toBe(0);
    await detail('Repas resservis, maternelle').focus();
    for (const text of ['4', '2', '1', '182']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await settled(page);
    const typed = ['Repas resservis, maternelle', 'Repas resservis, élémentaire', 'Repas préparés'];
    const shown = () => Promise.all(typed.map((words) => detail(words).inputValue()));
    expect(await shown()).toEqual(['4', '2', '182']);
    await detail('Repas resservis, élémentaire').focus();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await shown()).toEqual(['4', '5', '182']);
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(
      (name) => document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)?.value === '2',
      `${name}, Repas resservis, élémentaire`,
    );
    await keepScreenshot(page, 'record-details-fr-light');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Chercher un site' }).focus();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.record-table tbody tr').length === 100);
  });

  test('where a record is corrected its month stands in Relevé, on the day, and leads back to all sites', async () => {
    const { page } = setting;
    await goTo(page, 'record/served/2026-12-11/7');
    await page.locator('.record-month tbody tr').first().waitFor();
    await settled(page);
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(label).toContain('11 décembre');
    await page.locator('.record-panel header', { hasText: '11 décembre' }).waitFor();
    await keepScreenshot(page, 'record-site-fr-light');
    expect(await overflowsOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Tous les sites' }).press('Enter');
    await page.locator('.record-table tbody tr').nth(99).waitFor();
  });
});

describeInChromium('one site whose meals are recorded', () => {
  const setting = setUp({ files: { 'one.csv': canteenAttendanceCsv(['École du Bourg']) }, window: french });

  test('shows its month at once, without a list of one', async () => {
    const { page } = setting;
    await goTo(page, 'record/served');
    const days = page.locator('.record-month tbody tr');
    await days.first().waitFor();
    expect(await page.locator('.record-table').count()).toBe(0);
    // The month at a glance beside it, and by the keyboard the day in which one is.
    const side = page.getByRole('complementary', { name: 'Le mois' });
    await side.getByRole('img', { name: /^Enfants servis, commande et fourchette/ }).waitFor();
    expect(await side.locator('.month-pairs').innerText()).toMatch(/^Enfants par jour\n\d/);
    await lookAt(page, 'one-month');
    await page.locator('.record-month input[data-place="3-1"]').focus();
    await page.keyboard.press('Enter');
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const [, day] = / (\d+) décembre/.exec(label) ?? [];
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('.record-panel header', { hasText: `${day} décembre` }).waitFor();
    await focusIs(page, '.record-panel input');
    await page.keyboard.press('Alt+ArrowLeft');
    await focusIs(page, `[aria-label="${label}"]`);
    await lookAt(page, 'one');
    await page.getByRole('radio', { name: 'Mois', exact: true }).press('Enter');
    await side.waitFor();
  });

  test('the month goes to a spreadsheet under the titles by which it comes back', async () => {
    const { page, window } = setting;
    await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copier le mois' }).press('Enter');
    await page.getByText('Mois copié').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Date\tEnfants\tAdultes\tCommandé\n01\/12\/2026\t\d+\t\t/);
  });

  test('the month is printed as one sheet, with a line for each day', async () => {
    const { page, window } = setting;
    await page.getByRole('button', { name: 'Imprimer le mois' }).press('Enter');
    const [sheet = ''] = await window.printed();
    expect(sheet).toContain('<h1>École du Bourg</h1><p>Servi en décembre 2026</p>');
    expect(sheet).toMatch(/<th scope="row">mar\. 1er<\/th><td>\d+<\/td>/);
    expect(sheet).toContain('font-family: Inter');
  });

  test('what is left is typed in the month, wrong text said at its day, and days to come are no mistakes', async () => {
    const { page } = setting;
    await goTo(page, 'record/served/2026-12-11');
    const field = page.getByRole('textbox', { name: 'vendredi 11 décembre, repas restants' });
    await field.waitFor();
    await settled(page);
    const day = page.locator('.record-month tbody tr').filter({ has: field });
    expect(await page.locator('.record-month tbody .tag.warn').count()).toBe(0);
    await field.focus();
    await page.keyboard.type('cinq');
    await page.keyboard.press('Enter');
    await day.getByText('Écrivez un nombre entier').waitFor();
    expect(await field.inputValue()).toBe('cinq');
    // Enter stays in the column.
    await focusIs(page, '[aria-label="lundi 14 décembre, repas restants"]');
    await field.fill('5');
    await page.keyboard.press('Enter');
    await page.locator('.record-month tfoot td').filter({ hasText: /^5$/ }).waitFor();
    await settled(page);
    expect(await field.inputValue()).toBe('5');
    await page.keyboard.press('Control+z');
    await page.locator('.record-month tfoot td').filter({ hasText: /^5$/ }).waitFor({ state: 'detached' });
  });
});
