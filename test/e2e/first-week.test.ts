import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { focusIs, goTo, settled } from './support/window.ts';

jest.setTimeout(180_000);

/** The main job, from nothing to paper, as a newcomer does it. */
describeInChromium('the first week of a manager', () => {
  const setting = setUp({ window: { language: 'fr' } });

  test('an empty folder offers three ways to begin and says where data live', async () => {
    const { page } = setting.window;
    await page.getByRole('heading', { name: 'Par où commencer' }).waitFor();
    expect(await page.locator('.ways li').count()).toBe(3);
    expect(await page.locator('.where').innerText()).toContain(setting.app.dataFolder);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await violationsOf(page)).toEqual([]);
  });

  test.each(['coverage', 'sites', 'questions', 'imports', 'dishes'])(
    'without data the tab %s says what comes next',
    async (tab) => {
      const { page } = setting.window;
      await goTo(page, `data/${tab}`);
      await page.locator('.state h2').waitFor();
      expect((await page.locator('.state p').innerText()).length).toBeGreaterThan(20);
      await page.locator('.state').getByRole('button', { name: 'Choisir des fichiers' }).waitFor();
      await goTo(page, 'week');
      await page.getByRole('heading', { name: 'Par où commencer' }).waitFor();
    },
  );

  test('one click opens the sample canteens and shows their week', async () => {
    const { page } = setting.window;
    await page.getByRole('button', { name: 'Ouvrir l’exemple' }).click();
    const grid = page.getByRole('grid');
    await grid.waitFor({ timeout: 90_000 });
    expect(await grid.locator('tbody tr').count()).toBe(6);
    expect(await grid.locator('thead th').count()).toBe(7);
    expect(await page.locator('h1').innerText()).toBe('Semaine 51');
    expect(await page.locator('.legend').innerText()).toContain('fourchette');
  });

  test('a cell opens the panel, whose steps add up to its order', async () => {
    const { page } = setting.window;
    const cell = page.locator('td.open').nth(4);
    const order = await cell.locator('.n').innerText();
    await cell.click();
    const panel = page.getByRole('complementary', { name: 'Détail de la case' });
    await panel.getByRole('heading', { name: `Pourquoi ${order}` }).waitFor({ timeout: 60_000 });
    expect(await panel.locator('.big').innerText()).toBe(order);
    const steps = await panel.locator('.why tr:not(.tot) td:last-child').allInnerTexts();
    const sum = steps
      .map((step) => Number(step.replace('\u2212', '-').replace('+', '')))
      .reduce((a, b) => a + b, 0);
    expect(sum).toBe(Number(order));
    expect(await panel.getByRole('img').count()).toBe(1);
    await panel.getByRole('button', { name: 'Tableau' }).click();
    expect(await panel.locator('.past tbody tr').count()).toBeGreaterThan(3);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('the next cell is one click away, and closing gives the focus back', async () => {
    const { page } = setting.window;
    const before = await page.locator('.panel h2').innerText();
    await page.getByRole('button', { name: 'Case suivante' }).click();
    await settled(page);
    expect(await page.locator('.panel header').innerText()).not.toBe(before);
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await focusIs(page, 'td');
  });

  test('a higher service level orders more at once, and is remembered', async () => {
    const { page } = setting.window;
    const total = async () => Number((await page.locator('tfoot .sum').innerText()).replace(/\D/g, ''));
    const before = await total();
    const slider = page.getByRole('slider', { name: 'Niveau de service' });
    await slider.focus();
    for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction((old) => {
      const text = document.querySelector('tfoot .sum')?.textContent ?? '';
      return Number(text.replace(/\D/g, '')) > old;
    }, before);
    expect(await total()).toBeGreaterThan(before);
    await settled(page);
    await page.reload();
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    expect(await page.locator('.level output').innerText()).toBe('94\u202f%');
  });

  test('the week prints with its orders', async () => {
    const { page } = setting.window;
    await page.getByRole('button', { name: 'Imprimer la semaine' }).click();
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 0,
    );
    const [sheet = ''] = await setting.window.printed();
    expect(sheet).toContain('Commandes de la semaine 51');
    expect(sheet).toContain('Marie Tellier');
  });

  test('the day shows its sheet as it will be printed', async () => {
    const { page } = setting.window;
    await page.getByRole('link', { name: 'Jour' }).click();
    await page.getByRole('heading', { level: 1, name: /lundi/i }).waitFor();
    await settled(page);
    const sheet = page.frameLocator('iframe[title="Aperçu de la feuille"]');
    // What stands on top of the pages after the first is not in sight.
    const title = sheet.getByText('lundi 14 décembre 2026').filter({ visible: true });
    await title.first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Imprimer' }).click();
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 1,
    );
    expect((await setting.window.printed()).at(-1)).toContain('lundi 14 décembre 2026');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('one site has a sheet of its own, and a CSV', async () => {
    const { page } = setting.window;
    await page.locator('.orders').getByRole('button', { name: 'Le Grand Chêne' }).click();
    await settled(page);
    await page
      .frameLocator('iframe[title="Aperçu de la feuille"]')
      .getByText('Le Grand Chêne')
      .first()
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });

  test('a week of holidays says so and leads to the next open one', async () => {
    const { page } = setting.window;
    await goTo(page, 'week/2026-12-21');
    await page.getByRole('heading', { name: 'Aucun service cette semaine' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Prochaine semaine ouverte' }).click();
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    expect(await page.locator('h1').innerText()).toBe('Semaine 1');
  });

  test('an order rule puts the next deadline above the week', async () => {
    const { page } = setting.window;
    await page.getByRole('link', { name: 'Réglages' }).click();
    await page.getByRole('radio', { name: 'Jours fixes' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer la limite' }).click();
    await page.getByText('Limite enregistrée.').waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'settings-rule-1280-light-fr');
    await goTo(page, 'week/2026-12-14');
    await page.getByText(/Limite pour jeudi et vendredi.*reste/).waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'week-deadline-1280-light-fr');
  });

  test('the sample goes away in one step', async () => {
    const { page } = setting.window;
    await page.getByRole('button', { name: 'Effacer l’exemple' }).click();
    await page.getByRole('heading', { name: 'Par où commencer' }).waitFor({ timeout: 60_000 });
  });
});
