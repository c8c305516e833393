import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { giveFiles } from './support/give-files.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, LARGE } from './support/window.ts';

jest.setTimeout(180_000);

const titles = 'DATPLG;NOMRST;NBPREV;NBREEL;LIBELLE\n';
const rowsOf = (month: string, last: number) =>
  Array.from({ length: last }, (_, i) => i + 1)
    .map((day) => `${String(day).padStart(2, '0')}/${month}/2026`)
    .flatMap((day, i) => [
      `${day};ECOLE J. JAURES;145;${130 + i};DEJEUNER`,
      `${day};JOLIOT CURIE ELEM;252;${240 - i};DEJEUNER`,
    ])
    .join('\n');
const unknown = Buffer.from(`${titles}${rowsOf('09', 4)}\n`);
const nextMonth = Buffer.from(`${titles}${rowsOf('10', 2)}\n`);

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await giveFiles(
    page.getByRole('button', { name: /Importer…|Choisir des fichiers…|Import…|Choose files…/ }).first(),
    [{ name, mimeType: 'text/csv', buffer }],
  );
}

/** Opens a choice and goes down to an option with the keyboard. */
async function pick(page: Page, label: RegExp, option: string): Promise<void> {
  const button = page.getByRole('button', { name: label });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: option, exact: true }).waitFor({ timeout: 5_000 });
  const options = await page.getByRole('option').allInnerTexts();
  await page.keyboard.press('Home');
  for (let down = options.indexOf(option); down > 0; down--) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached', timeout: 5_000 });
}

const settledReading = (page: Page) => page.locator('section[aria-busy="false"] .map').waitFor();

const countsOf = async (page: Page) =>
  (await page.locator('.sheet footer .counts dd').allInnerTexts()).map((n) => Number(n.replace(/\D/g, '')));

function writeFile(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'bonne-mesure-e2e-files-')), name);
  writeFileSync(path, text);
  return path;
}

describeInChromium('a file whose titles nobody knows, in French', () => {
  const setting = setUp({ window: { language: 'fr' } });

  test('is asked for its kind first, with its columns in sight', async () => {
    const { page } = setting;
    await choose(page, 'frequentation.csv', unknown);
    await page.getByText(/Que contient ce fichier/).waitFor({ timeout: 60_000 });
    expect(await page.locator('.map tbody th').allInnerTexts()).toEqual([
      'DATPLG',
      'NOMRST',
      'NBPREV',
      'NBREEL',
      'LIBELLE',
    ]);
    expect(await page.locator('.map tbody tr').nth(2).locator('.ex span').allInnerTexts()).toEqual([
      '145',
      '252',
      '145',
    ]);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'mapping-kind-1280-light-fr');
  });

  test('then for its columns; every choice is tried out at once, with the keyboard alone', async () => {
    const { page } = setting;
    await pick(page, /Que contient ce fichier/, 'fréquentation');
    await page.getByText(/Il manque des colonnes/).waitFor({ timeout: 10_000 });
    await pick(page, /DATPLG/, 'Date');
    await pick(page, /NOMRST/, 'Site');
    await pick(page, /NBPREV/, 'Prévu par l’équipe');
    await pick(page, /NBREEL/, 'Servi');
    await page.getByRole('button', { name: /^Importer 8 lignes/ }).waitFor({ timeout: 15_000 });
    await settledReading(page);
    expect(await countsOf(page)).toEqual([8, 8]);
    expect(await page.locator('.map tbody td.r').allInnerTexts()).toEqual(['8', '8', '8', '8', '']);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'mapping-1280-light-fr');
  });

  test('dates that could be read both ways are read as the user says', async () => {
    const { page } = setting;
    await pick(page, /Ordre des dates/, 'mois/jour/année');
    await page
      .getByText(/du 09\/01\/2026/)
      .first()
      .waitFor({ timeout: 15_000 });
    await pick(page, /Ordre des dates/, 'jour/mois/année');
    await page
      .getByText(/du 01\/09\/2026/)
      .first()
      .waitFor({ timeout: 60_000 });
  });

  test('is imported, and the next one with these titles is recognised by itself', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: /^Importer 8 lignes/ }).click();
    await page.getByText(/8 lignes enregistrées\./).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await goTo(page, 'data');
    await choose(page, 'octobre.csv', nextMonth);
    await page.getByText(/Reconnu.*fréquentation/).waitFor({ timeout: 60_000 });
    expect(await countsOf(page)).toEqual([4, 4]);
    await page.getByText(/Lu comme vous l’avez indiqué/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'mapping-recalled-1280-light-fr');
  });

  test('a name like a known one is asked, with the meals of both side by side', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: /^Annuler/ }).click();
    const likely = rowsOf('11', 9).replaceAll('ECOLE J. JAURES', 'EC. JAURES');
    await setting.app.command('import', writeFile('novembre.csv', `${titles}${likely}\n`));
    await goTo(page, 'data/questions');
    await page.reload();
    await page.getByRole('img', { name: /Repas servis/ }).waitFor({ timeout: 15_000 });
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'question-ranges-1280-light-fr');
  });

  test('days far below the usual are one note under the questions: a press makes them outings, undo asks again', async () => {
    const { page } = setting;
    const away = ['2026-09-15', '2026-10-13'];
    const lines = canteenAttendanceCsv(['Les Tilleuls'])
      .split('\n')
      .map((line) => (away.some((date) => line.includes(date)) ? line.replace(/;\d+;Les/, ';9;Les') : line));
    await setting.app.command('import', writeFile('tilleuls.csv', lines.join('\n')));
    await page.reload();
    const asked = page.getByRole('region', { name: /^« Les Tilleuls »/ });
    await asked.getByRole('button', { name: 'Nouveau site' }).click({ timeout: 15_000 });
    const note = page.getByRole('region', { name: '2 jours très en dessous de l’habitude' });
    await note.waitFor({ timeout: 15_000 });
    expect(await note.locator('tbody tr').count()).toBe(2);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'low-days-1280-light-fr');
    await note.getByRole('button', { name: 'Noter 2 sorties' }).click();
    await page.getByText('2 sorties notées.').waitFor({ timeout: 15_000 });
    await note.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await note.waitFor({ timeout: 15_000 });
  });

  test('an answer says at once that it is worked in, and so does the week until it is', async () => {
    const { page } = setting;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*', async (route) => {
      if (route.request().postData()?.includes('"questions.answer"')) await released;
      await route.continue();
    });
    const asked = page.getByRole('region', { name: /Ec\. Jaur|EC\. JAUR/i });
    await asked.locator('.btn.primary').click();
    await asked.getByRole('status').getByText('Travail en cours').waitFor();
    await goTo(page, 'week');
    await page.locator('.head').getByRole('progressbar').waitFor();
    release();
    await page.getByText(/réponse enregistrée/).waitFor();
    await page.locator('.head').getByRole('progressbar').waitFor({ state: 'detached' });
    await page.unroute('**/*');
  });

  test.each([
    { language: 'en', dark: true, size: LARGE, name: 'mapping-1920-dark-en' },
    { language: 'en', dark: true, name: 'mapping-1280-dark-en' },
  ] as const)('$name', async ({ name, ...options }) => {
    const other = await setting.open(options);
    await goTo(other.page, 'data');
    await choose(other.page, 'october.csv', nextMonth);
    await other.page.getByText('Recognised: attendance').waitFor({ timeout: 60_000 });
    const change = other.page.getByRole('button', { name: 'Change how it is read…' });
    if (await change.isVisible()) await change.click();
    await other.page.locator('.map').waitFor();
    expect(await violationsOf(other.page)).toEqual([]);
    expect(await overflowsOf(other.page)).toEqual([]);
    await keepScreenshot(other.page, name);
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});
