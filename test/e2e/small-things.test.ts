import type { Page } from 'playwright-core';
import { describeInChromium } from './support/chromium.ts';
import { setUp } from './support/setting.ts';
import { changeLook, focusIs, goTo, SMALL, settled, zoom } from './support/window.ts';

jest.setTimeout(180_000);

/** Words of the chart of the past that its box cuts, at each end of the week and for each site. */
const cutWords = (page: Page) =>
  page.locator('.panel svg[role="img"]').evaluate((chart) => {
    const box = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('text')]
      .filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
      })
      .map((text) => text.textContent);
  });

/** Ranges of three figures, and those of them that do not stand whole in their cell. */
const ranges = (page: Page) =>
  page.locator('tbody td.open').evaluateAll((cells) => {
    const long = cells.flatMap((cell) => {
      const range = cell.querySelector('.r');
      return range && /\d{3}–\d{3}/.test(range.textContent ?? '') ? [{ cell, range }] : [];
    });
    const cut = long.filter(({ cell, range }) => {
      const words = document.createRange();
      words.selectNodeContents(range);
      const [box, line] = [cell.getBoundingClientRect(), range.getBoundingClientRect()];
      return [...words.getClientRects()]
        .filter(({ width }) => width > 1)
        .some((text) => text.right > box.right + 1 || text.top > line.bottom - 4);
    });
    return { long: long.length, cut: cut.map(({ range }) => range.textContent) };
  });

describeInChromium('small things', () => {
  const setting = setUp({ sample: true, window: { language: 'fr' } });

  test('no word of the chart of the past is cut, at any site', async () => {
    const { page } = setting;
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await settled(page);
    const sites = await page.locator('tbody tr').count();
    for (let row = 0; row < sites; row++) {
      await page.locator(`td[data-cell="${row}-0"]`).click();
      await page.locator('.panel .behind, .panel svg[role="img"]').first().waitFor();
      await settled(page);
      expect({ row, cut: await cutWords(page) }).toEqual({ row, cut: [] });
    }
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
  });

  test('at 200 % a range of three figures stands whole in its cell', async () => {
    const { page } = setting;
    await zoom(page, { width: 640, height: 360 }, 2);
    await settled(page);
    const { long, cut } = await ranges(page);
    expect(long).toBeGreaterThan(0);
    expect(cut).toEqual([]);
    await zoom(page, SMALL, 1);
    await changeLook(page, { size: SMALL });
  });

  test('a site is added with Enter; “and another” begins anew, and then there is nothing to cancel', async () => {
    const { page } = setting;
    await goTo(page, 'data/sites');
    await page.getByRole('button', { name: 'Ajouter un site' }).click();
    const form = page.getByRole('dialog');
    const fill = async (name: string) => {
      await form.getByLabel('Nom du site').fill(name);
      await form.getByLabel('Inscrits cette année').fill('60');
      await form.getByLabel('Combien mangent un jour ordinaire').fill('44');
    };
    await fill('Saint-Aubin');
    expect(await form.getByRole('button', { name: 'Annuler', exact: true }).count()).toBe(1);
    await form.getByRole('button', { name: 'Ajouter, puis un autre' }).click();
    await form.getByText('Site ajouté\u00a0: Saint-Aubin.').waitFor();
    await focusIs(page, '#site-name');
    expect(await form.getByLabel('Nom du site').inputValue()).toBe('');
    // Saint-Aubin stays, whatever is done next.
    expect(await form.getByRole('button', { name: 'Annuler', exact: true }).count()).toBe(0);
    expect(await form.getByRole('button', { name: 'Fermer' }).count()).toBe(1);
    await fill('Saint-Benoît');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Saint-Benoît' }).waitFor();
    expect(await page.getByRole('link', { name: 'Saint-Aubin' }).count()).toBe(1);
  });
});
