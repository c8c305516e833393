import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { settled } from './support/window.ts';

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
});
