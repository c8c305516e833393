import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(180_000);

const long = 'Groupe scolaire intercommunal Marie-Madeleine Fourcade et Lucie Aubrac';
const names = ['Aimé Césaire', 'Jean Jaurès', long];

describeInChromium('the page of a site', () => {
  const setting = setUp({
    files: { 'repas.csv': canteenAttendanceCsv(names, 20) },
    window: { language: 'fr' },
  });

  test('is reached from the list, renamed in place, and undone with the keyboard', async () => {
    const { page } = setting;
    await goTo(page, 'data/sites');
    await page.getByRole('link', { name: 'Aimé Césaire' }).click();
    const field = page.getByLabel('Nom du site');
    await field.waitFor();
    await field.fill('Jean Jaurès');
    await field.press('Enter');
    await page.getByText('Un autre site porte déjà ce nom').waitFor();
    await field.fill('Aimé Césaire Nord');
    await field.press('Enter');
    await page.getByText('Site modifié').waitFor();
    await page.getByText('Autres noms lus').waitFor();
    const seats = page.getByLabel('Places', { exact: true });
    await seats.fill('0');
    await seats.press('Enter');
    await page.getByText('Un nombre entier, de 1 à 5').waitFor();
    await seats.press('Escape');
    await keepScreenshot(page, 'site-renamed-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('body').focus();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(() => document.querySelector('.sitehead h2')?.textContent === 'Aimé Césaire');
  });

  test('Alt and the arrows lead to the next and the previous site', async () => {
    const { page } = setting;
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(() =>
      document.querySelector('.sitehead h2')?.textContent?.startsWith('Groupe'),
    );
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForFunction(() => document.querySelector('.sitehead h2')?.textContent === 'Aimé Césaire');
  });

  test('a site is removed after a word on what is kept, and undo brings it back', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: 'Retirer…' }).click();
    await page.getByText('en attente d’un site').waitFor();
    await keepScreenshot(page, 'site-remove-1280-light-fr');
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer', exact: true }).click();
    await page.getByText('Site retiré').waitFor();
    expect(await page.getByRole('link', { name: 'Aimé Césaire' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('link', { name: 'Aimé Césaire' }).waitFor();
  });

  test('two sites are merged, told what is counted twice', async () => {
    const { page } = setting;
    await page.getByRole('link', { name: 'Aimé Césaire' }).click();
    await page.getByRole('button', { name: 'Fusionner…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Choisir l’autre site/ })
      .click();
    await page.getByRole('option', { name: /Jean Jaurès/ }).click();
    await page.getByText('comptés des deux côtés').waitFor();
    await keepScreenshot(page, 'site-merge-1280-light-fr');
    await page.getByRole('dialog').getByRole('button', { name: 'Fusionner', exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.sitehead h2')?.textContent === 'Jean Jaurès');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await goTo(page, 'data/sites');
    await page.getByRole('link', { name: 'Aimé Césaire' }).waitFor();
  });

  test.each([
    { language: 'fr', dark: false, size: SMALL },
    { language: 'en', dark: true, size: LARGE },
  ] as const)('is accessible and fits with a long name: $language, dark $dark', async (look) => {
    const window = await setting.open(look);
    await goTo(window.page, 'data/sites');
    await window.page.getByRole('link', { name: long }).click();
    await window.page.locator('.sitepage input').first().waitFor();
    await settled(window.page);
    await keepScreenshot(
      window.page,
      `site-${look.size.width}-${look.dark ? 'dark' : 'light'}-${look.language}`,
    );
    expect(await overflowsOf(window.page)).toEqual([]);
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
