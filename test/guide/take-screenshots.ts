import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../e2e/support/chromium.ts';
import { giveFiles } from '../e2e/support/give-files.ts';
import { serveApp } from '../e2e/support/served-app.ts';
import { goTo, openTestWindow, settled } from '../e2e/support/window.ts';
import { projectFolder } from '../rules/source-files.ts';

/** Takes the pictures of the guide and the README anew, on the sample canteens: `npm run screenshots`. */
const folder = join(projectFolder, 'renderer', 'public', 'guide');

interface Picture {
  readonly name: string;
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
  await giveFiles(page.getByRole('button', { name: /^Import(er)?…$/ }).first(), {
    name: 'relevés.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(RECORDS),
  });
  await page.locator('.prob tbody tr').first().waitFor();
}

/** In the order of a week's work. */
const pictures: readonly Picture[] = [
  { name: 'week', show: openCell },
  { name: 'import', show: openImport },
  { name: 'day', show: openPlace('day/2026-12-15/k1', 'iframe') },
  { name: 'roll-call', show: openPlace('record/head-count/2026-12-14', 'main input') },
  { name: 'accuracy', show: openPlace('accuracy', '.compare tbody tr') },
];

/** Small enough to lie in the program: WebP, which only a browser writes here. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const address = await page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.8);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

const browser = await launchChromium();
const app = await serveApp({ sample: true });
try {
  for (const language of ['fr', 'en'] as const) {
    for (const { name, show } of pictures) {
      const window = await openTestWindow(browser, app.url, { language });
      await window.page.getByRole('grid').waitFor({ timeout: 90_000 });
      await show(window.page);
      await settled(window.page);
      const webp = await asWebp(browser, await window.page.screenshot());
      writeFileSync(join(folder, language, `${name}.webp`), webp);
      await window.close();
    }
  }
} finally {
  await browser.close();
  await app.close();
}
