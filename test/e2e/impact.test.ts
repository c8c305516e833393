import type { Page } from 'playwright-core';
import { openDatabase } from '../../db/open.ts';
import { listSites } from '../../db/sites.ts';
import { saveStaffFigures } from '../../db/staff-figures.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { fillOrderedTown } from '../support/ordered-town.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(300_000);

const today = '2026-12-14';

/** Nothing cut, nothing out of reach, nothing that a screen reader stumbles over. */
async function looksWhole(page: Page, name: string): Promise<void> {
  await settled(page);
  await keepScreenshot(page, name);
  expect([name, await overflowsOf(page)]).toEqual([name, []]);
  expect([name, await unreachableOf(page)]).toEqual([name, []]);
}

describeInChromium('Bilan', () => {
  const setting = setUp({ today, window: { language: 'fr' } });
  beforeAll(() => {
    const { dataFolder } = setting.app;
    fillOrderedTown(dataFolder, { sites: 12, from: '2026-09-01', to: '2026-12-11' });
    // In one week the staff wrote their figure first.
    const db = openDatabase(databaseFile(dataFolder));
    const figures = ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-06'].flatMap((date) =>
      listSites(db).map(({ id }) => ({ siteId: id, date, quantity: 130 })),
    );
    saveStaffFigures(db, figures, { by: null, at: '2026-10-28T08:00' });
    db.close();
  });

  test('says in one sentence what the orders brought, with figures, sites that lose, and leaks', async () => {
    const { page } = setting;
    await page.reload();
    await goTo(page, 'impact');
    const sentence = page.locator('.sentence');
    await sentence.waitFor();
    expect(await sentence.textContent()).toMatch(
      /^Depuis septembre 2026\u00a0: [\d\u202f]+ repas de surplus en moins, /,
    );
    await page.getByRole('button', { name: 'Essayer sans modifier' }).first().waitFor();
    expect(await page.locator('.fig .origin b').allTextContents()).toEqual([
      expect.stringMatching(/^[\d\u202f]+ mesurés$/),
      expect.stringMatching(/^[\d\u202f]+ estimés$/),
      ...new Array(3).fill('Estimé'),
    ]);
    // The week with the staff's own figures is measured.
    expect(await page.locator('.impact-months .keys b, .impact-months .keys span').allTextContents()).toEqual(
      expect.arrayContaining(['Mesuré', 'Estimé']),
    );
    await page.getByText('environ un tiers du gaspillage').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await looksWhole(page, 'impact-fr-light');
    // The tables behind the drawings.
    for (const block of ['Surplus évité, par mois', 'Site par site']) {
      await page.getByRole('region', { name: block }).getByRole('button', { name: 'Tableau' }).click();
    }
    await page.getByRole('columnheader', { name: 'Manque en plus' }).first().waitFor();
    await looksWhole(page, 'impact-tables-fr-light');
  });

  test('another comparison is chosen by name, and how it is counted is told', async () => {
    const { page } = setting;
    await page.getByRole('radio', { name: 'moyenne de 4 semaines' }).click();
    await page.getByRole('radio', { name: 'moyenne de 4 semaines', checked: true }).waitFor();
    await page.getByRole('button', { name: 'Comment c’est compté' }).click();
    await page.getByText('relevée jusqu’à manquer d’autant').waitFor();
    await looksWhole(page, 'impact-how-fr-light');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'votre pratique' }).click();
    await page.getByRole('radio', { name: 'votre pratique', checked: true }).waitFor();
  });

  test('a leak opens its days; a trial is noted by the keyboard, and taken back', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: 'Voir les jours de École 01' }).first().click();
    const days = page.getByRole('dialog');
    await days.getByText('Jours qui l’ont montré').waitFor();
    expect(await days.locator('tbody a').first().getAttribute('href')).toMatch(
      /week\/2026-12-07\/\d+\/2026-12-07$/,
    );
    await looksWhole(page, 'impact-leak-fr-light');
    await page.keyboard.press('Escape');
    await days.waitFor({ state: 'detached' });
    const attempt = page.getByRole('button', { name: 'Essayer sans modifier' }).first();
    await attempt.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Essai noté pour École 01').waitFor();
    await page.getByText('Essayé depuis le', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByText('Essayé depuis le').first().waitFor({ state: 'detached' });
  });

  test('the page for the council and the workbook are those of the page', async () => {
    const { page, window } = setting;
    const sentence = await page.locator('.sentence').textContent();
    await page.getByRole('button', { name: 'Page pour le conseil' }).click();
    await page.waitForFunction(() => document.querySelector('iframe.print-frame') !== null);
    const [sheet = ''] = await window.printed();
    expect(sheet).toContain(`<h1>${sentence}</h1>`);
    const waits = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await waits).suggestedFilename()).toMatch(/^bilan-2026-09-01-2026-12-14\.csv$/);
  });

  test.each([
    { language: 'en', dark: true, size: LARGE },
    { language: 'fr', dark: true, size: SMALL },
    { language: 'en', dark: false, size: { width: 640, height: 720 } },
  ] as const)('holds in $language, dark $dark, $size.width wide', async (look) => {
    const window = await setting.open(look);
    await goTo(window.page, 'impact');
    await window.page.locator('.leaks tbody tr').first().waitFor();
    await looksWhole(
      window.page,
      `impact-${look.language}-${look.dark ? 'dark' : 'light'}-${look.size.width}`,
    );
    if (look.dark) expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});

describeInChromium('Bilan before 20 days, of one site', () => {
  const setting = setUp({ today, window: { language: 'fr' } });

  test('without any record says what to do', async () => {
    const { page, app } = setting;
    fillOrderedTown(app.dataFolder, {
      sites: 1,
      from: '2026-11-23',
      to: '2026-12-10',
      servedTo: '2026-11-20',
    });
    await page.reload();
    await goTo(page, 'impact');
    await page.getByRole('heading', { name: 'Rien à montrer encore' }).waitFor();
    await looksWhole(page, 'impact-empty-fr-light');
  });

  test('tells what happened, no euros, and no page for the council', async () => {
    const { page, app } = setting;
    fillOrderedTown(app.dataFolder, { sites: 1, from: '2026-11-23', to: '2026-12-10' });
    await page.reload();
    await goTo(page, 'impact');
    await page.getByText('jours relevés sur 20').waitFor();
    expect(await page.locator('.sentence').textContent()).toContain('n’est pas encore démontré');
    expect(await page.getByText('€').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Page pour le conseil' }).isDisabled()).toBe(true);
    // After the holidays, as this week has begun.
    await page.getByRole('button', { name: 'Choisir la semaine du 4 janv. 2027' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await looksWhole(page, 'impact-early-fr-light');
  });
});

describeInChromium('Hier', () => {
  const setting = setUp({ today, window: { language: 'fr' } });
  const panel = () => setting.page.getByRole('complementary', { name: /^(Hier|Dernier jour servi)/ });

  test('does not open without a record of the day', async () => {
    const { page, app } = setting;
    fillOrderedTown(app.dataFolder, {
      sites: 4,
      from: '2026-11-09',
      to: '2026-12-11',
      servedTo: '2026-12-10',
    });
    await page.reload();
    await page.locator('.week').first().waitFor();
    await settled(page);
    expect(await panel().count()).toBe(0);
  });

  test('opens at the first start: how it went, what is open, typed with the keyboard', async () => {
    const { page, app } = setting;
    fillOrderedTown(app.dataFolder, { sites: 4, from: '2026-11-09', to: '2026-12-11', openSites: 1 });
    await page.reload();
    await panel().waitFor();
    await panel().getByText('Il reste 1 site à relever').waitFor();
    const weekAgo = panel().locator('.week-ago');
    await weekAgo.getByText('Il y a une semaine, lundi 7 décembre').waitFor();
    expect(await weekAgo.innerText()).toMatch(/Commandés \d+, servis \d+\./);
    expect(await violationsOf(page)).toEqual([]);
    await looksWhole(page, 'yesterday-fr-light');
    const sums = await panel().locator('.decide').innerText();
    for (const [text, remedy] of [
      ['douze', 'Enfants\u00a0: Écrivez un nombre entier'],
      ['-5', 'Enfants\u00a0: Écrivez 0 ou plus'],
      ['99999999', 'Enfants\u00a0: Écrivez un nombre jusqu’à 100'],
    ] as const) {
      await panel().getByLabel('Enfants').fill(text);
      await panel().getByText(remedy).waitFor();
      expect(await panel().getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
    }
    await panel().getByLabel('Enfants').fill('3500');
    await page.keyboard.press('Enter');
    await panel().getByText('1 site à vérifier, hors de ces sommes\u00a0: École 04.').waitFor();
    expect(await panel().locator('.decide').innerText()).toBe(sums);
    await page.getByText('Relevé enregistré : École 04').waitFor();
    await page.keyboard.press('Control+z');
    await panel().getByText('Il reste 1 site à relever').waitFor();
    await panel().getByLabel('Enfants').fill('105');
    await page.keyboard.press('Enter');
    await panel().getByText('Tout est relevé.').waitFor();
    await page.getByText('Relevé enregistré : École 04').waitFor();
  });

  test.each([
    { language: 'en', dark: true, size: LARGE },
    { language: 'fr', dark: true, size: SMALL },
    { language: 'en', dark: false, size: { width: 640, height: 720 } },
  ] as const)('holds in $language, $size.width wide', async (look) => {
    const window = await setting.open(look);
    const { page } = window;
    await page.locator('.day-review table').waitFor();
    await looksWhole(page, `yesterday-${look.language}-${look.size.width}`);
    if (look.dark) expect(await violationsOf(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('put off it comes back at the next start, dismissed for good it does not, until the settings say so', async () => {
    const { page } = setting;
    await panel().getByRole('button', { name: 'Plus tard' }).click();
    await panel().waitFor({ state: 'detached' });
    await page.reload();
    await panel().getByLabel('Chaque matin').click();
    await panel().waitFor({ state: 'detached' });
    await page.getByText('«\u00a0Hier\u00a0» ne s’ouvrira plus.').waitFor();
    await goTo(page, 'settings');
    const daily = page.getByRole('checkbox', { name: 'Ouvrir «\u00a0Hier\u00a0» chaque matin' });
    await daily.waitFor();
    expect(await daily.isChecked()).toBe(false);
    await daily.click();
    await goTo(page, 'week');
    await panel().waitFor();
  });

  test('finished it waits for another day', async () => {
    const { page } = setting;
    await panel().getByRole('button', { name: 'Terminer' }).click();
    await panel().waitFor({ state: 'detached' });
    await settled(page);
    await page.reload();
    await page.locator('.week').first().waitFor();
    await settled(page);
    expect(await panel().count()).toBe(0);
  });
});
