import { CHAPTERS } from '../../renderer/routes/guide-chapters.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, settled } from './support/window.ts';

jest.setTimeout(180_000);

describeInChromium('the guide', () => {
  const setting = setUp({ sample: true, window: { language: 'fr' } });

  test('is listed on Aide; a chapter leads to another, shows its pictures and names buttons as they are', async () => {
    const { page } = setting;
    await page.getByRole('grid').waitFor();
    await goTo(page, 'help');
    const list = page.getByRole('navigation', { name: 'Guide' });
    await list.waitFor();
    expect(await list.getByRole('link').count()).toBe(CHAPTERS.length);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await list.getByRole('link', { name: /^Installer/ }).click();
    await page.locator('.guidetext').getByRole('link', { name: 'la page qui lui est destinée' }).click();
    await page.getByRole('heading', { name: 'Pour le service informatique' }).waitFor();
    await list.getByRole('link', { name: 'La semaine type' }).click();
    await page.getByRole('heading', { name: 'La semaine type' }).waitFor();
    await page.getByText('Valider la semaine').waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.guidetext img')].every((it) => it.naturalWidth > 0),
    );
    await settled(page);
    expect(await page.locator('.guidetext img').count()).toBe(2);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'guide-chapter');
  });

  test('a chapter prints with its pictures', async () => {
    const { page, window } = setting;
    await page.getByRole('button', { name: 'Imprimer le chapitre' }).click();
    await page.waitForFunction(
      () => (window as unknown as { readonly printedSheets: readonly string[] }).printedSheets.length === 1,
    );
    const [sheet = ''] = await window.printed();
    expect(sheet).toContain('<h1>La semaine type</h1>');
    expect(sheet).toContain('<strong>Valider la semaine</strong>');
    expect(sheet.match(/<img src="data:image\/webp;base64,/g)).toHaveLength(2);
  });

  test('a chapter that is not there is the first one, and search leads to each', async () => {
    const { page } = setting;
    await goTo(page, 'help/guide/nothing');
    await page.locator('.guidetext').getByRole('heading', { name: 'Installer' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('pour les élus');
    await page.getByRole('option', { name: /Pour les élus/ }).click();
    await page.locator('.guidetext').getByRole('heading', { name: 'Pour les élus' }).waitFor();
  });

  test('À propos measures what the week’s forecast costs, and shows version and licences', async () => {
    const { page } = setting;
    await goTo(page, 'help/about');
    const cost = page.locator('[aria-labelledby=cost] p');
    await cost.waitFor({ timeout: 150_000 });
    const said = (await cost.innerText()).replaceAll(/\s/g, ' ');
    expect(said).toMatch(/\d+ commandes, 6 sites : \d+(,\d)? s de processeur/);
    expect(said).toMatch(/Environ 0,\d+ Wh, estimés à 15 W/);
    const licences = page.getByRole('region', { name: 'Licences des logiciels inclus' });
    await licences.getByText('better-sqlite3').first().waitFor();
    await settled(page);
    expect(await page.getByText(/Bonne Mesure \d+\.\d+\.\d+/).count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'about');
  });

  test('speaks English', async () => {
    const window = await setting.open({ language: 'en', dark: true });
    const { page } = window;
    await page.getByRole('grid').waitFor();
    await goTo(page, 'help/guide/forecast');
    await page.locator('.guidetext').getByRole('heading', { name: 'Read a forecast' }).waitFor();
    await page.getByText('Service level').first().waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'guide-english-dark');
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
