import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, LARGE, settled } from './support/window.ts';

jest.setTimeout(240_000);

describeInChromium('people’s own figures on the page of accuracy', () => {
  const setting = setUp({ sample: true });

  test('say that there are none, and leave the comparison its room', async () => {
    const { page, complaints, close } = await setting.open({ language: 'fr' });
    await goTo(page, 'accuracy');
    await page.getByRole('heading', { name: 'Vos modifications' }).waitFor({ timeout: 90_000 });
    await page.locator('.accuracy').waitFor({ timeout: 90_000 });
    await page.getByText('Aucune commande modifiée à la main').waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'own-figures-none-fr-light');
    expect(complaints).toEqual([]);
    await close();
  });

  test('are compared with the recommendation once the meals are on record', async () => {
    const { page, complaints, close } = await setting.open({
      language: 'en',
      dark: true,
      size: LARGE,
    });
    // An order of a day that is on record, changed on its eve.
    const order = ['--site', '1', '--date', '2026-12-11', '--quantity', '5', '--reason', 'trip'];
    await setting.app.commandOn('2026-12-10', 'order', ...order);
    await goTo(page, 'accuracy');
    await page.getByText('1 order changed by hand').waitFor({ timeout: 90_000 });
    await page.getByText('That is too few to conclude anything.').waitFor();
    await page.locator('.accuracy').waitFor({ timeout: 90_000 });
    await page.getByText('By reason given').click();
    await page.getByRole('rowheader', { name: 'trip' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'own-figures-en-dark');
    expect(complaints).toEqual([]);
    await close();
  });
});
