import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/universal';
import type { Plan, PlanRow } from '../../electron/api/records.ts';
import { builtProgram } from '../support/built.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { TODAY } from './support/served-app.ts';
import { setUp } from './support/setting.ts';
import { goTo, settled } from './support/window.ts';

jest.setTimeout(300_000);

const DAYS = ['2026-12-14', '2026-12-15', '2026-12-17', '2026-12-18'];
const WEEKDAYS = ['lundi', 'mardi', 'jeudi', 'vendredi'];
/** Thirteen sites on four days: 52 cells. Each name is one that nobody mistakes for another. */
const SITES = [
  'Acacias',
  'Bouleaux',
  'Charmes',
  'Érables',
  'Frênes',
  'Hêtres',
  'Jonquilles',
  'Lavandes',
  'Marronniers',
  'Noisetiers',
  'Oliviers',
  'Peupliers',
  'Tilleuls',
];
const CELLS = 50;

/** “142, 129–145”: what a place says of a cell. */
const said = (order: number | string, low: number | string, high: number | string) =>
  `${order}, ${low}–${high}`;
/** The same from a text that holds just these numbers, the order first. */
const saidIn = (text: string) => {
  const [order = '?', low = '?', high = '?'] =
    text.replace(/(\d)[\u202f\u00a0,](?=\d{3})/g, '$1').match(/\d+/g) ?? [];
  return said(order, low, high);
};

const run = promisify(execFile);

describeInChromium('the same cell', () => {
  const setting = setUp({
    files: { 'attendance.csv': canteenAttendanceCsv(SITES) },
    window: { language: 'fr' },
  });
  let cells: readonly PlanRow[];
  const expected = () =>
    Object.fromEntries(
      cells.map((row) => [keyOf(row), said(row.order, Math.round(row.low), Math.round(row.high))]),
    );
  const keyOf = ({ site, date }: Pick<PlanRow, 'site' | 'date'>) => `${site} ${date}`;

  async function cli(...words: readonly string[]): Promise<string> {
    const { stdout } = await run(
      process.execPath,
      [builtProgram('cli'), ...words, '--lang', 'fr', '--data', setting.app.dataFolder],
      { env: { ...process.env, BONNE_MESURE_TODAY: TODAY } },
    );
    return stdout;
  }

  async function plan(): Promise<void> {
    if (cells !== undefined) return;
    const week = ['plan', '--from', DAYS[0] ?? '', '--to', DAYS.at(-1) ?? ''];
    const { rows } = JSON.parse(await cli(...week, '--json')) as Plan;
    cells = rows.slice(0, CELLS);
    expect(cells).toHaveLength(CELLS);
    // Two orders changed by hand, one of them approved: what was decided is what all must say.
    await cli('order', '--site', 'Acacias', '--date', '2026-12-17', '--quantity', '61');
    await cli('order', '--site', 'Tilleuls', '--date', '2026-12-15', '--quantity', '12');
    await cli('freeze', '--site', 'Tilleuls', '--from', '2026-12-15', '--to', '2026-12-15');
    cells = (JSON.parse(await cli(...week, '--json')) as Plan).rows.slice(0, CELLS);
    expect(cells.filter(({ decision }) => decision.source === 'override')).toHaveLength(2);
  }

  /** What a place says of all cells, by site and day. */
  async function read(
    of: (row: PlanRow) => Promise<string> | string,
  ): Promise<Readonly<Record<string, string>>> {
    const found: Record<string, string> = {};
    for (const row of cells) found[keyOf(row)] = await of(row);
    return found;
  }

  beforeEach(plan);

  test('is the same in the text of the command line', async () => {
    const text = await cli('plan', '--from', DAYS[0] ?? '', '--to', DAYS.at(-1) ?? '');
    const days = text.split(/\n(?=(?:lundi|mardi|mercredi|jeudi|vendredi) \d|\d+ \S+ 2026)/);
    const lineOf = ({ site, date }: PlanRow) => {
      const day = days.find((part) => part.startsWith(spelled(date)));
      const line = day?.split('\n').find((one) => one.startsWith(site)) ?? '';
      const [order, , range] = line.replace(site, '').match(/\d+(?:–\d+)?/g) ?? [];
      return `${order}, ${range}`;
    };
    const spelled = (date: string) => `${Number(date.slice(8))} décembre 2026`;
    expect(await read(lineOf)).toEqual(expected());
  });

  test('is the same on the sheets, as paper, CSV and XLSX', async () => {
    const html = new Map<string, string>();
    const csv = new Map<string, string>();
    const xlsx = new Map<string, string>();
    for (const date of DAYS) {
      const files = (['html', 'csv', 'xlsx'] as const).map((end) =>
        join(setting.app.dataFolder, `${date}.${end}`),
      );
      for (const file of files) await cli('sheet', '--date', date, '--out', file);
      const [paper = '', text = '', book = ''] = files;
      const list = /<table class="sites[\s\S]*?<\/table>/.exec(readFileSync(paper, 'utf8'))?.[0] ?? '';
      for (const [, site = '', order = '', range = ''] of list.matchAll(
        /<span class="name">([^<]*)<\/span>[\s\S]*?<b>([^<]*)<\/b>[\s\S]*?<td class="range">([^<]*)</g,
      )) {
        html.set(`${site} ${date}`, `${order}, ${range}`);
      }
      for (const line of readFileSync(text, 'utf8').split('\r\n')) {
        const [, site = '', , order = '', , low = '', high = ''] = line.split(';');
        csv.set(`${site} ${date}`, said(order, low, high));
      }
      const [sheet] = await readWorkbook(new Blob([readFileSync(book)]));
      for (const [, site, , order, , low, high] of sheet?.data ?? []) {
        xlsx.set(`${site} ${date}`, said(String(order), String(low), String(high)));
      }
    }
    for (const places of [html, csv, xlsx]) {
      expect(await read((row) => places.get(keyOf(row)) ?? 'not there')).toEqual(expected());
    }
  });

  test('is the same in the week, its panel, the day and the palette', async () => {
    const { page } = setting;
    await goTo(page, `week/${DAYS[0]}`);
    // The orders were changed by another process since the window was opened.
    await page.reload();
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await settled(page);
    const sites = await page.locator('tbody th .site').allInnerTexts();
    const column = (date: string) => Number(date.slice(8)) - 14;
    const inWeek = await read((row) => {
      const cell = page.locator(`[data-cell="${sites.indexOf(row.site)}-${column(row.date)}"]`);
      return Promise.all([cell.locator('.n').innerText(), cell.locator('.r').innerText()]).then((texts) =>
        saidIn(texts.join(' ')),
      );
    });
    expect(inWeek).toEqual(expected());
    expect(await read((row) => panelOf(page, row))).toEqual(expected());
    const day = new Map<string, string>();
    for (const date of DAYS) {
      await goTo(page, `day/${date}`);
      const table = page.getByRole('table', { name: 'Commandes' }).first();
      await page
        .locator('table.list tbody tr')
        .nth(SITES.length - 1)
        .waitFor({ timeout: 60_000 });
      await settled(page);
      for (const line of await table.locator('tbody tr').all()) {
        const [site = '', range = '', order = ''] = await line.locator('th, td').allInnerTexts();
        day.set(`${site.trim()} ${date}`, saidIn(`${order} ${range}`));
      }
    }
    expect(await read((row) => day.get(keyOf(row)) ?? 'not there')).toEqual(expected());
    expect(await read((row) => paletteOf(page, row))).toEqual(expected());
  });
});

async function panelOf(page: Page, { siteId, date, site }: PlanRow): Promise<string> {
  await goTo(page, `week/${DAYS[0]}/${siteId}/${date}`);
  const panel = page.locator('.panel');
  await panel.locator('h2', { hasText: site }).waitFor();
  await panel.locator('.big').waitFor();
  await settled(page);
  const order = await panel.locator('.big').innerText();
  return saidIn(`${order} ${await panel.locator('.decide dd').filter({ hasText: '–' }).first().innerText()}`);
}

async function paletteOf(page: Page, { site, date }: PlanRow): Promise<string> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(`combien ${WEEKDAYS[DAYS.indexOf(date)]} ${site}`);
  const answer = page
    .locator('.palette [role="option"]', { hasText: `${site}, ` })
    .filter({ hasText: 'repas' })
    .first();
  await answer.waitFor();
  const text = await answer.locator('.figure').innerText();
  await page.keyboard.press('Escape');
  await page.locator('.palette').waitFor({ state: 'detached' });
  const order = /(\d+)\s+repas/.exec(text)?.[1] ?? '?';
  return saidIn(`${order} ${/\d+–\d+/.exec(text)?.[0] ?? '?'}`);
}
