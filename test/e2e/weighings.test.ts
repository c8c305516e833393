import { writeFileSync } from 'node:fs';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { type AppWindow, goTo, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

const names = HUNDRED_SITES.slice(0, 87);

const field = ({ page }: AppWindow, row: number, column: number) =>
  page.locator(`table.weigh input[data-place="${row}-${column}"]`);

/** Waits until a cell of the figures says what it should. */
const figure = ({ page }: AppWindow, words: string, column: number, text: string) =>
  page
    .locator(`table.weigh tr:has(th:has-text("${words}")) td:nth-of-type(${column + 1})`, { hasText: text })
    .waitFor();

describeInChromium('weighing campaigns', () => {
  const setting = setUp({
    files: { 'repas.csv': canteenAttendanceCsv(names, 6) },
    window: { language: 'fr' },
  });

  test('five days are proposed; a campaign of three is said, one that overlaps refused', async () => {
    const { window, page } = setting;
    await goTo(page, 'record/weighings');
    await page.getByRole('button', { name: 'Commencer' }).waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'weighings-empty-1280-light-fr');
    await page.getByLabel('Du', { exact: true }).fill('2026-11-16');
    await page.getByLabel('au', { exact: true }).fill('2026-11-20');
    await page.getByRole('button', { name: 'Commencer' }).press('Enter');
    await field(window, 0, 0).waitFor();
    await page.getByRole('button', { name: 'Feuilles de pesée' }).waitFor();
    await page.getByRole('button', { name: /Campagne$/ }).click();
    await page.getByRole('option', { name: 'Nouvelle campagne' }).click();
    await page.getByLabel('Du', { exact: true }).fill('2026-11-19');
    await page.getByRole('button', { name: 'Commencer' }).press('Enter');
    await page.getByText('Une autre campagne de ce site').waitFor();
    await page.getByLabel('Du', { exact: true }).fill('2026-11-09');
    await page.getByLabel('au', { exact: true }).fill('2026-11-11');
    await page.getByRole('button', { name: 'Commencer' }).press('Enter');
    await page.getByText('3 jours de pesée').waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'Retirer' }).press('Enter');
    await page.getByText('Campagne retirée').waitFor();
    await field(window, 0, 0).waitFor();
    await settled(page);
  });

  test('the form’s worked example by keyboard alone, to the digit, and back by undo', async () => {
    const { window, page } = setting;
    await field(window, 0, 0).focus();
    for (const text of ['114', '116', '110', '1,9-0,7', '3,4', '4.5', '0,2', '6,1 kg', '1,1']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await figure(window, 'Gaspillage, g/couvert', 0, '107,3');
    await figure(window, 'ma-cantine affichera', 0, '150,0');
    await figure(window, 'Total, kg', 0, '16,50');
    await page.getByText('15,30 kg au lieu de 16,50').waitFor();
    await settled(page);
    await field(window, 5, 0).focus();
    await page.getByLabel('Nouveau récipient').fill('Seau blanc');
    await page.getByLabel('Tare, kg').fill('0,7');
    await page.getByLabel('Tare, kg').press('Enter');
    await page.getByLabel('Brut, kg : Seau blanc'.replace(' :', '\u00a0:')).fill('5,2');
    await page.getByLabel('Brut, kg : Seau blanc'.replace(' :', '\u00a0:')).press('Enter');
    await page.locator('table.bins tfoot td', { hasText: '4,50' }).waitFor();
    await settled(page);
    await figure(window, 'Gaspillage, g/couvert', 0, '107,3');
    expect(await violationsOf(page)).toEqual([]);
    // Typed on at once, no container is lost, nor a weight in one; Enter leads to the next.
    await page.getByLabel('Nouveau récipient').focus();
    for (const text of ['Bac', '2,4', 'Caisse', '1,1']) {
      await page.keyboard.type(text);
      await page.keyboard.press(text === '2,4' || text === '1,1' ? 'Enter' : 'Tab');
    }
    const gross = (name: string) => page.getByLabel(`Brut, kg\u00a0: ${name}`);
    await gross('Caisse').waitFor();
    await gross('Bac').waitFor();
    await gross('Bac').focus();
    // Less than the container weighs alone: refused, and no part of what is typed after it.
    for (const text of ['1,4', '2,1']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('alert').filter({ hasText: 'Bac La tare dépasse le poids brut' }).waitFor();
    await keepScreenshot(page, 'weighings-container-1280-light-fr');
    await page.locator('table.bins tfoot td', { hasText: '5,50' }).waitFor();
    expect(await gross('Bac').inputValue()).toBe('1,4');
    await gross('Bac').focus();
    await page.keyboard.type('3,4');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Bac' }).waitFor({ state: 'detached' });
    await page.locator('table.bins tfoot td', { hasText: '6,50' }).waitFor();
    expect(await gross('Seau blanc').inputValue()).toBe('5,20');
    for (const sum of ['5,50', '4,50']) {
      await settled(page);
      await field(window, 5, 0).focus();
      await page.keyboard.press('Control+Z');
      await page.locator('table.bins tfoot td', { hasText: sum }).waitFor();
    }
    await field(window, 8, 0).focus();
    await page.keyboard.type('2,1');
    await page.keyboard.press('Enter');
    await figure(window, 'Total, kg', 0, '17,50');
    await settled(page);
    await page.keyboard.press('Control+Z');
    await figure(window, 'Total, kg', 0, '16,50');
  });

  test('what cannot be is said at its field with the remedy, and Escape goes back', async () => {
    const { window, page } = setting;
    const at = field(window, 3, 0);
    await at.focus();
    await page.keyboard.type('beaucoup');
    await page.keyboard.press('Enter');
    await page.locator('.weighnotes .refused', { hasText: 'n’est pas un poids' }).waitFor();
    expect(await at.inputValue()).toBe('beaucoup');
    await keepScreenshot(page, 'weighings-wrong-1280-light-fr');
    await at.focus();
    await page.keyboard.press('Escape');
    await page.locator('.weighnotes .refused').waitFor({ state: 'detached' });
    expect(await at.inputValue()).toBe('1,20');
  });

  test('the fields for ma-cantine are copied in the order of its screens, and the sheets printed', async () => {
    const { window, page } = setting;
    await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied: string[] = [];
    for (const name of ['Début', 'Fin', 'Nombre de couverts', 'Masse totale, kg', 'Trié à la source']) {
      await page.getByRole('button', { name: 'Copier pour ma-cantine' }).press('Enter');
      await page.getByText(`Copié, ${name}`).waitFor();
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(copied).toEqual(['16/11/2026', '16/11/2026', '110', '16,50', 'oui']);
    await page.getByRole('button', { name: 'Feuilles de pesée' }).press('Enter');
    await page.locator('iframe.print-frame').first().waitFor({ state: 'attached' });
    const [paper = ''] = await window.printed();
    expect(paper).toContain('Seau blanc');
    if (process.env.SCREENSHOTS) writeFileSync('/tmp/weighing-sheet.html', paper);
    // Each day on one A4: a visa at the head of the next day's sheet would be signed for the wrong day.
    const printed = await setting.browser.newPage();
    await printed.setContent(paper);
    const pdf = await printed.pdf({ preferCSSPageSize: true });
    await printed.close();
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(paper.match(/<article/g)?.length);
  });

  test.each([
    ['1280-dark-en', { language: 'en', dark: true, size: SMALL }],
    ['1920-light-fr', { language: 'fr', size: LARGE }],
    ['1920-dark-fr', { language: 'fr', dark: true, size: LARGE }],
  ] as const)('looks as it should: %s', async (name, options) => {
    const other = await setting.open(options);
    await goTo(other.page, 'record/weighings');
    await field(other, 0, 0).waitFor();
    await settled(other.page);
    await field(other, 3, 0).focus();
    await keepScreenshot(other.page, `weighings-${name}`);
    expect(await violationsOf(other.page)).toEqual([]);
    expect(await overflowsOf(other.page)).toEqual([]);
    expect(await unreachableOf(other.page)).toEqual([]);
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});
