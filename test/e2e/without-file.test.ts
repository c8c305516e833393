import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, settled } from './support/window.ts';

jest.setTimeout(180_000);

/** The secretary of a village without any file: three fields, then an order. */
describeInChromium('without a file', () => {
  const setting = setUp({ window: { language: 'fr' } });

  test('three fields make the first order, which says that it rests on an estimate', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: 'Ajouter un site' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Nom du site').fill('Saint-Aubin');
    await form.getByLabel('Inscrits cette année').fill('60');
    await form.getByLabel('Combien mangent un jour ordinaire').fill('75');
    await form.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await form.getByText('Plus que d’inscrits').waitFor();
    await form.getByLabel('Combien mangent un jour ordinaire').fill('44');
    await keepScreenshot(page, 'without-file-form-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Ajouter', exact: true }).click();
    const grid = page.getByRole('grid');
    await grid.waitFor({ timeout: 60_000 });
    await settled(page);
    const order = Number(await page.locator('td.open .n').first().innerText());
    expect(order).toBeGreaterThanOrEqual(44);
    expect(order).toBeLessThanOrEqual(60);
    await page.locator('td.open').first().click();
    await page.getByRole('complementary').getByText('Votre estimation', { exact: true }).waitFor();
    await keepScreenshot(page, 'without-file-week-1280-light-fr');
    expect(await overflowsOf(page)).toEqual([]);
  });

  test('four days typed make the next week better; nothing of it was a served meal before', async () => {
    const { page } = setting;
    const medians = async () => {
      await page.getByRole('grid').waitFor();
      await settled(page);
      return page.locator('tbody td.open .n').allInnerTexts();
    };
    await goTo(page, 'week/2026-12-14');
    const before = await medians();
    expect(new Set(before.slice(0, 4)).size).toBe(1);
    await goTo(page, 'data/coverage');
    await page.getByRole('button', { name: 'Saisir un mois' }).click();
    const field = (day: string) =>
      page.getByRole('textbox', { name: new RegExp(`Repas servis, ${day} décembre`) });
    await field('lundi 7').focus();
    await keepScreenshot(page, 'without-file-month-1280-light-fr');
    for (const count of ['38', '40', '', '47', '31']) {
      await page.keyboard.type(count);
      await page.keyboard.press('Enter');
    }
    await page.getByText('saisi à la main').nth(3).waitFor();
    await goTo(page, 'week/2026-12-14');
    const after = await medians();
    // Tuesday's, Thursday's and Friday's own counts now count three times what was estimated of all days.
    const [monday = 0, tuesday = 0, thursday = 0, friday = 0] = after.map(Number);
    expect(thursday).toBeGreaterThan(tuesday);
    expect(tuesday).toBeGreaterThanOrEqual(monday);
    expect(monday).toBeGreaterThan(friday);
    await keepScreenshot(page, 'without-file-next-week-1280-light-fr');
  });
});
