import type { Locator, Page } from 'playwright-core';
import { monthlyWorkbook, type Truth, yearsWorkbook } from '../db/support/secretary-workbooks.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { settled } from './support/window.ts';

jest.setTimeout(180_000);

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const textsOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' '));

/** The equation at the foot, as it is read. */
async function equationOf(page: Page): Promise<readonly (readonly [string, number])[]> {
  const words = await textsOf(page, '.sheet footer dt');
  const rows = await textsOf(page, '.sheet footer dd');
  return words.map((word, i) => [word, Number(rows[i]?.replaceAll(/\D/g, ''))] as const);
}

interface Walk {
  readonly name: string;
  readonly truth: Truth;
  /** A day soon after the last one of the workbook. */
  readonly today: string;
  /** Proposed by the workbook itself; empty: she types it. */
  readonly proposed: string;
  readonly totals: number;
}

/** The secretary of a small town, from the first start to the first order: no mapping, five clicks. */
describe.each<Walk>([
  { name: 'month-sheets', truth: monthlyWorkbook(), today: '2025-10-01', proposed: '', totals: 13 },
  { name: 'two-years', truth: yearsWorkbook(), today: '2025-09-01', proposed: 'Val-Fleuri', totals: 22 },
])('$name', ({ name, truth, today, proposed, totals }) => {
  describeInChromium('in French', () => {
    const setting = setUp({ today, window: { language: 'fr' } });
    let clicks = 0;
    const click = async (target: Locator) => {
      clicks++;
      await target.click();
    };
    const days = truth.children.size;
    const marked = truth.marks.size;

    test('the first question has the focus; nothing is read before it is answered', async () => {
      const { page } = setting;
      await page.getByRole('heading', { name: 'Par où commencer' }).waitFor();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        click(page.getByRole('button', { name: 'Choisir des fichiers' })),
      ]);
      await chooser.setFiles([{ name: 'cantine.xlsx', mimeType: sheetType, buffer: truth.bytes }]);
      await page.getByRole('heading', { name: /Quelle cantine/ }).waitFor({ timeout: 60_000 });
      expect(await page.locator('.map').count()).toBe(0);
      expect(await page.locator('.prob tbody tr').count()).toBe(0);
      const field = page.getByRole('textbox', { name: /Quelle cantine/ });
      expect(await field.inputValue()).toBe(proposed);
      expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await page.getByRole('button', { name: 'Importer', exact: true }).isDisabled()).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
      await keepScreenshot(page, `secretary-${name}-1-question`);
    });

    test('answered, the preview says what is read, and each line is in the equation', async () => {
      const { page } = setting;
      if (proposed === '') await page.keyboard.type('Val-Fleuri');
      await click(page.getByRole('button', { name: 'Confirmer' }));
      await page.getByRole('heading', { name: /Les noter/ }).waitFor({ timeout: 60_000 });
      await settled(page);
      const counts = [...truth.children.values()];
      const [row = ''] = await textsOf(page, '.site-readings tbody tr');
      expect(row).toContain(`Val-Fleuri ${days} ${marked}`);
      expect(row).toContain(`${Math.min(...counts)}–${Math.max(...counts)}`);
      expect(await equationOf(page)).toEqual([
        ['Lignes', days + marked + totals],
        ['Avec repas', days],
        ['Grève, fermé…', marked],
        ['Totaux, notes', totals],
      ]);
      expect(await page.locator('.prob tbody tr').count()).toBe(0);
      expect(await page.locator('.map').count()).toBe(0);
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowsOf(page)).toEqual([]);
      await keepScreenshot(page, `secretary-${name}-2-preview`);
    });

    test('the days of strike and closure are noted with one press', async () => {
      const { page } = setting;
      await click(page.getByRole('button', { name: `Noter les ${marked}` }));
      await page.getByText(/notés comme fermetures/).waitFor({ timeout: 60_000 });
      await settled(page);
      const confirm = page.getByRole('button', { name: /^Importer \d/ });
      expect(await confirm.evaluate((button) => button === document.activeElement)).toBe(true);
      await keepScreenshot(page, `secretary-${name}-3-answered`);
      await click(confirm);
      await page.getByText(/lignes enregistrées\./).waitFor({ timeout: 60_000 });
      expect(await violationsOf(page)).toEqual([]);
      await keepScreenshot(page, `secretary-${name}-4-done`);
    });

    test('the first order is there, of the size of what is served, after at most five clicks', async () => {
      const { page } = setting;
      await click(page.getByRole('button', { name: 'Voir la semaine' }));
      await page.getByRole('grid').waitFor({ timeout: 60_000 });
      await settled(page);
      expect(await textsOf(page, 'tbody th .site')).toEqual(['Val-Fleuri']);
      const orders = (await textsOf(page, 'tbody td .n')).filter((text) => /^\d+$/.test(text)).map(Number);
      expect(orders.length).toBeGreaterThan(0);
      const served = [...truth.children.values()];
      for (const order of orders) {
        expect(order).toBeGreaterThanOrEqual(Math.min(...served));
        expect(order).toBeLessThanOrEqual(Math.max(...served) + 5);
      }
      expect(clicks).toBeLessThanOrEqual(5);
      await keepScreenshot(page, `secretary-${name}-5-week`);
    });
  });
});
