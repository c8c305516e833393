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

  test('a closing date takes the days after it out of service; one before the opening is refused with words', async () => {
    const { page } = setting;
    await page.getByLabel('Ouvert depuis le').fill('01/09/2026');
    await page.getByLabel('Ouvert depuis le').press('Enter');
    await page.getByText('Avant cette date').waitFor();
    const closed = page.getByLabel('Fermé à partir du');
    // What is typed while the page reads the change before would be replaced by it.
    await settled(page);
    await closed.fill('01/09/2026');
    await closed.press('Enter');
    await page.getByText('La fermeture suit l’ouverture').waitFor();
    await closed.fill('07/12/2026');
    await closed.press('Enter');
    await page.getByText('Dès cette date').waitFor();
    await page.getByText('Hors service').first().waitFor();
    await settled(page);
    await closed.fill('');
    await closed.press('Enter');
    await page.getByText('en service', { exact: true }).waitFor();
    await settled(page);
    const from = page.getByLabel('à partir du', { exact: true });
    await from.fill('01/09/2020');
    await page.getByText('Une date passée ne changerait').waitFor();
    await from.fill('04/01/2027');
    await page.getByRole('button', { name: 'mer', exact: true }).click();
    await page.locator('.coming').waitFor();
    await keepScreenshot(page, 'site-dates-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('a block of her sheet is pasted with its columns, and a letter marks the cell of a day only', async () => {
    const { page } = setting;
    const cell = (row: number, column: number) => page.locator(`[data-place="${row}-${column}"]`);
    const kept = await Promise.all([2, 3].map(async (row) => Number(await cell(row, 1).inputValue())));
    const lines = kept.map((n, i) => `${['jeu. 3', 'ven. 4'][i]}\t20\t${n - 20}\t${5 + i}\t${n + 5 + i}`);
    await cell(1, 1).focus();
    await page.evaluate(
      (block) => {
        const data = new DataTransfer();
        data.setData('text/plain', block);
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      },
      ['Jour\tMaternelle\tÉlémentaire\tAdultes\tTotal', ...lines, ''].join('\n'),
    );
    await page.getByText('6 valeurs enregistrées').waitFor();
    await page.getByLabel('Maternelle, jeudi 3 décembre').waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-place="2-1"]')?.value === '20',
    );
    expect(await cell(3, 3).inputValue()).toBe('6');
    await cell(5, 0).focus();
    await page.keyboard.press('g');
    await page.getByText('Noté\u00a0: Grève').waitFor();
    await page.locator('.markbar button[aria-pressed="true"]').waitFor();
    await keepScreenshot(page, 'site-month-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('g');
    await page.getByText('Retiré\u00a0: Grève').waitFor();
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
