import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { setUp } from './support/setting.ts';
import { type AppWindow, changeLook, goTo, LARGE, openTestWindow, SMALL, settled } from './support/window.ts';

jest.setTimeout(180_000);

const chosen = (page: Page) => page.locator('.palette [role="option"][aria-selected="true"]');

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(words);
}

describeInChromium('the palette', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    await window.page.getByRole('grid').waitFor({ timeout: 90_000 });
    await settled(window.page);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('opens by key with examples of this week, and Escape gives the focus back', async () => {
    const { page } = window;
    await page.locator('a[href="#/data"]').focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.getByRole('option', { name: 'combien de repas demain' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('href') === '#/data');
  });

  test('closes by the key that opened it', async () => {
    const { page } = window;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette').waitFor({ state: 'detached' });
  });

  test('answers how many, and Enter opens that cell', async () => {
    const { page } = window;
    await ask(page, 'combien jeudi saules');
    await chosen(page).getByText('Les Saules, jeudi 17 décembre').waitFor();
    const line = await chosen(page).innerText();
    expect(line).toMatch(/fourchette \d+–\d+/);
    const n = /(\d+)\srepas/.exec(line)?.[1];
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Détail de la case' });
    await panel.locator('.big').waitFor({ timeout: 60_000 });
    expect(await panel.locator('h2').innerText()).toBe('Les Saules');
    expect(await panel.locator('.big').innerText()).toBe(n);
    await page.waitForFunction(() => document.activeElement?.className === 'panel');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  test('answers why by a number of the week, and says how many it found', async () => {
    const { page } = window;
    const n = await page.locator('td.open .n').nth(6).innerText();
    await ask(page, `pourquoi ${n}`);
    await chosen(page).getByText(`${n} repas`).waitFor();
    const options = await page.getByRole('option').count();
    await page
      .locator('.palette [role="status"]')
      .getByText(options === 1 ? '1 résultat' : `${options} résultats`)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Pourquoi ${n}` }).waitFor({ timeout: 60_000 });
    const reasons = () =>
      page.waitForFunction(() => {
        const { activeElement } = document;
        const body = document.querySelector('.panel .body')?.getBoundingClientRect();
        const top = activeElement?.getBoundingClientRect().top ?? 0;
        return (
          activeElement?.getAttribute('aria-labelledby') === 'why' &&
          body !== undefined &&
          top >= body.top - 1 &&
          top < body.bottom - 60
        );
      });
    await reasons();
    // The address is the cell's again: the same question leads there once more.
    await page.waitForURL(/\d{4}-\d\d-\d\d$/);
    await page.locator('.panel .body').evaluate((body) => body.scrollTo({ top: 0 }));
    await ask(page, `pourquoi ${n}`);
    await chosen(page).getByText(`${n} repas`).waitFor();
    await page.keyboard.press('Enter');
    await reasons();
    await page.keyboard.press('Escape');
  });

  test('leads to a part of a page, which takes the focus', async () => {
    const { page } = window;
    await ask(page, 'repas manquant');
    await chosen(page).getByText('Précision').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('section.dial'), null, {
      timeout: 90_000,
    });
    await page.waitForURL(/#\/accuracy$/);
    await goTo(page, 'week');
  });

  test('works out the orders of another week when they are asked for', async () => {
    const { page } = window;
    await ask(page, 'combien 11/12 saules');
    await chosen(page).getByText('Les Saules, vendredi 11 décembre').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Semaine 50' }).waitFor();
    await page.locator('.panel .big').waitFor({ timeout: 60_000 });
  });

  test('goes to a week, a page, a command; the last choices come first', async () => {
    const { page } = window;
    await ask(page, 'semaine 2');
    await chosen(page).getByText('Semaine 2').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Semaine 2' }).waitFor();
    await ask(page, 'theme sombre');
    await chosen(page).getByText('Thème sombre').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await ask(page, 'theme clair');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: 'Derniers choix' });
    await recent.waitFor();
    expect(await recent.getByRole('option').allInnerTexts()).toContain('combien 11/12 saules');
    await page.keyboard.press('Escape');
  });

  test('says that nothing matches, and what can be asked', async () => {
    const { page } = window;
    await ask(page, 'xyzzy');
    await page.getByText('Rien ne correspond à « xyzzy »').waitFor();
    await page.locator('.palette [role="status"]').getByText('Aucun résultat').waitFor();
    await page.getByRole('group', { name: 'Vous pouvez demander' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('explains a term, and opens the glossary at it', async () => {
    const { page } = window;
    await ask(page, 'c’est quoi la wape');
    await chosen(page).getByText('WAPE').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Aide' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('WAPE'));
    expect(await violationsOf(page)).toEqual([]);
  });

  test('the glossary is searched, and ? shows the keys', async () => {
    const { page } = window;
    await page.getByRole('searchbox', { name: 'Chercher un mot' }).fill('portions');
    await page.locator('.term dt', { hasText: 'Portion' }).waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Raccourcis du clavier' });
    await dialog.getByText('Chercher et demander').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { level: 1, name: 'Semaine' }).waitFor();
  });

  test('a term is explained where it stands, by keyboard, and leads to the glossary', async () => {
    const { page } = window;
    await page.locator('.bar .help').focus();
    await page.keyboard.press('Enter');
    const meaning = page.getByRole('dialog', { name: 'Niveau de service' });
    await meaning.waitFor();
    await keepScreenshot(page, 'term-fr');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await meaning.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.classList.contains('help'));
    await page.keyboard.press('Enter');
    await meaning.getByText('Glossaire').click();
    await page.getByRole('heading', { level: 1, name: 'Aide' }).waitFor();
    expect(await page.locator('.term.shown dt').innerText()).toBe('Niveau de service');
    await goTo(page, 'week');
  });

  test('Ctrl+P prints the sheet of the page', async () => {
    const { page } = window;
    await settled(page);
    await page.locator('td.open').first().waitFor();
    await page.keyboard.press('Control+p');
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 0,
    );
  });
});

const LOOKS = [SMALL, LARGE].flatMap((size) => [false, true].map((dark) => ({ size, dark })));

const QUESTIONS = { fr: 'combien jeudi', en: 'how many thursday' };

describeInChromium('palette and help in every look', () => {
  const setting = setUp({ sample: true });

  // A window for each language, as words do not change in an open one.
  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    let window: AppWindow;

    beforeAll(async () => {
      window = await setting.open({ language });
    });

    afterAll(() => window?.close());

    test.each(LOOKS)('$size.width px, dark $dark', async ({ size, dark }) => {
      const { page } = window;
      const look = `${size.width}-${dark ? 'dark' : 'light'}-${language}`;
      const check = async (name: string) => {
        await keepScreenshot(page, `${name}-${look}`);
        expect({ name, overflows: await overflowsOf(page) }).toEqual({ name, overflows: [] });
        if (size === SMALL && language === 'en') {
          expect({ name, violations: await violationsOf(page) }).toEqual({ name, violations: [] });
        }
      };
      await changeLook(page, { size, dark });
      expect(await page.getAttribute('html', 'data-theme')).toBe(dark ? 'dark' : 'light');
      await goTo(page, 'week');
      await page.getByRole('grid').waitFor({ timeout: 90_000 });
      await settled(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
      await check('palette-start');
      await page.keyboard.type(QUESTIONS[language]);
      await chosen(page).locator('.figure').waitFor();
      await check('palette-answer');
      await page.keyboard.press('Escape');
      await page.locator('.palette').waitFor({ state: 'detached' });
      await goTo(page, 'help');
      await page.locator('.terms').waitFor();
      await check('help');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await check('shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(window.complaints).toEqual([]);
    });
  });
});
