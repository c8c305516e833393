import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/support/chromium.ts';
import { serveApp } from '../e2e/support/served-app.ts';
import { goTo, openTestWindow, settled } from '../e2e/support/window.ts';
import { projectFolder } from '../rules/source-files.ts';

/** Takes the README's pictures anew, on the sample canteens, into assets/guide: `npm run screenshots`. */
const folder = join(projectFolder, 'assets', 'guide');

interface Picture {
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly dark?: boolean;
  show(page: Page): Promise<void>;
}

/** A file with what goes wrong in files: a day that does not exist, a count that is none, a name nobody knows. */
const RECORDS = `date;site;type;repas servis
14/12/2026;Les Coquelicots;M;58
15/12/2026;Les Coquelicots;M;61
31/11/2026;Les Coquelicots;M;60
14/12/2026;Marie Tellier;E;12o
15/12/2026;Marie Tellier;E;124
14/12/2026;M. TELLIER annexe;E;31
`;

const openCell = async (page: Page) => {
  await page.locator('td.open').nth(9).click();
  await page.locator('.panel .why').waitFor();
  await page.waitForFunction(
    () => (document.querySelector('.panel .behind')?.textContent ?? '').trim() !== '',
  );
};

const openPlace = (place: string, ready: string) => async (page: Page) => {
  await goTo(page, place);
  await page.locator(ready).first().waitFor({ timeout: 120_000 });
};

async function openImport(page: Page): Promise<void> {
  await goTo(page, 'data/sites');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Importer…' }).first().click(),
  ]);
  await chooser.setFiles({ name: 'relevés.csv', mimeType: 'text/csv', buffer: Buffer.from(RECORDS) });
  await page.locator('.prob tbody tr').first().waitFor();
}

async function askPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('combien jeudi chêne');
  await page.locator('.palette [role="option"]').first().waitFor();
}

/** Ten pictures for the README and the guide, in the order of a week's work. */
const pictures: readonly Picture[] = [
  { name: 'week', language: 'fr', show: openCell },
  { name: 'week-dark', language: 'en', dark: true, show: openCell },
  { name: 'palette', language: 'fr', show: askPalette },
  { name: 'import', language: 'fr', show: openImport },
  { name: 'day', language: 'fr', show: openPlace('day/2026-12-15/k1', 'iframe') },
  { name: 'roll-call', language: 'en', show: openPlace('day/2026-12-14/3', '.rollcall input') },
  { name: 'menus', language: 'fr', show: openPlace('menus', '[role="grid"]') },
  {
    name: 'portions',
    language: 'en',
    show: openPlace('settings/portions', '[aria-labelledby="portions"] tbody tr'),
  },
  { name: 'accuracy', language: 'fr', show: openPlace('accuracy', '.compare tbody tr') },
  { name: 'validated', language: 'fr', dark: true, show: validated },
];

/** The last picture, for what is validated stays so. */
async function validated(page: Page): Promise<void> {
  await page.locator('[data-cell="2-3"]').focus();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Valider la semaine' }).click();
  await page.getByLabel('Votre nom').fill('C. Morel');
  await page.keyboard.press('Enter');
  await page.getByText('Semaine validée').waitFor({ timeout: 60_000 });
  await page.locator('[data-cell="2-3"]').click();
  await page.locator('.versions li').first().waitFor();
}

const browser = await launchChromium();
const app = await serveApp({ sample: true });
try {
  mkdirSync(folder, { recursive: true });
  for (const { name, language, dark, show } of pictures) {
    const window = await openTestWindow(browser, app.url, { language, ...(dark ? { dark } : {}) });
    await window.page.getByRole('grid').waitFor({ timeout: 90_000 });
    await show(window.page);
    await settled(window.page);
    await window.page.screenshot({ path: join(folder, `${name}.png`) });
    await window.close();
  }
} finally {
  await browser.close();
  await app.close();
}
