import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openDatabase, type ReadonlyDatabase } from '../../db/open.ts';
import { readServings } from '../../db/servings.ts';
import { listSites } from '../../db/sites.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { normaliseDish } from '../../forecasting/dishes/dish.ts';
import { dump } from '../db/support/database.ts';
import { builtProgram } from '../support/built.ts';
import { copySample } from '../support/sample-folder.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { tabTo } from './support/keyboard.ts';
import { count, FRIDAY, type RecordedDay, sum, takeUpByHand, week, weekGap } from './support/recorded-day.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

/** Of every dish of the Monday, so many portions are left at every site. */
const LEFT = 12;
/** The first days after the holidays. */
const ahead = ['--from', '2027-01-04', '--to', '2027-01-08'];

describeInChromium('a week, from its orders to what it brought', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-loop-'));
  const elsewhere = mkdtempSync(join(tmpdir(), 'bonne-mesure-loop-files-'));
  const recorded: RecordedDay[] = [];
  /** What is on record of the first Monday's dishes before anything is typed. */
  let dish = '';
  let untouched: readonly string[];
  /** Steps that take back what was typed since. */
  let edits = 0;

  const open = async (today: string) => {
    app = await serveApp({ folder, today });
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
  };

  beforeAll(async () => {
    copySample(folder);
    copySample(elsewhere);
    browser = await launchChromium();
    await open(TODAY);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
    for (const one of [folder, elsewhere]) rmSync(one, { recursive: true, force: true });
  });

  const read = <T>(of: (db: ReadonlyDatabase) => T): T => {
    const db = openDatabase(databaseFile(folder), { readonly: true });
    try {
      return of(db);
    } finally {
      db.close();
    }
  };
  /** All that is kept, but for the journal of edits and for the names by which orders know their sites. */
  const contents = () =>
    read((db) =>
      dump(db).filter((row) => !/^(edit|edit_row|order_site|site_name|sqlite_sequence) /.test(row)),
    );
  /** What a command of the program answers on the last day of the week. */
  const answer = (data: string, ...words: readonly string[]) =>
    execFileSync(process.execPath, [builtProgram('cli'), ...words, '--data', data], {
      env: { ...process.env, BONNE_MESURE_TODAY: FRIDAY },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  let keys = 0;
  const press = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key);
    keys += all.length;
  };
  const rows = () => page.locator('.record-table tbody tr');
  const openDay = async (date: string) => {
    await goTo(page, `record/served/${date}`);
    await page.locator('.shown-day', { hasText: new RegExp(` ${Number(date.slice(8))} `) }).waitFor();
    await rows().first().locator('input').first().waitFor();
    await settled(page);
  };

  test('is approved as it is recommended', async () => {
    await page.getByRole('grid').waitFor();
    await settled(page);
    await tabTo(page, '.head .btn.primary');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Qui valide' }).waitFor();
    await page.keyboard.type('C. Morel');
    await page.keyboard.press('Enter');
    await page.getByText('Semaine validée').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
    await app.close();
    await open(FRIDAY);
    await settled(page);
  });

  test('head counts, meals served and left, and dishes are typed: at most four keys a figure', async () => {
    await goTo(page, `record/head-count/${TODAY}`);
    await page.locator('.calltable input').first().waitFor();
    await settled(page);
    // No adults: the portions of a file are those of children.
    for (const field of await page.locator('.calltable input').all()) {
      await field.focus();
      const label = (await field.getAttribute('aria-label')) ?? '';
      await page.keyboard.press(label.includes('Adultes') ? '0' : '=');
    }
    await page.keyboard.press('Enter');
    await page.locator('h1').click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.calltable tbody .callstate')].every((one) =>
        /feuille n°\u00a0\d/.test(one.textContent),
      ),
    );
    await settled(page);
    untouched = contents();
    let figures = 0;
    for (const { date, gaps } of week) {
      await openDay(date);
      const sites = await rows().locator('th').allInnerTexts();
      const ordered = (await rows().locator('td:nth-of-type(1)').allInnerTexts()).map(Number);
      const served = ordered.map((meals, i) => meals + gaps[i]);
      recorded.push({ date, sites, ordered, served });
      await rows().first().locator('input').first().focus();
      for (const meals of served.slice(0, -1)) await press(...String(meals), 'Enter');
      await press(...String(served.at(-1)), 'Tab', 'Tab');
      for (const _ of served) await press('3', 'ArrowUp');
      figures += 2 * sites.length;
      if (date === TODAY) {
        await press('Alt+ArrowRight');
        figures += 2 * (await typeDishes(sites.length));
        await press('Alt+ArrowLeft');
      }
      await page.waitForFunction(
        () => !document.querySelector('.record-table tbody tr:not([data-state="complete"])'),
      );
      // Its forecast is scored at once.
      const score = await page.locator('.bar', { hasText: `servi ${count(sum(served))}.` }).innerText();
      expect(score).toMatch(/Attendu [\d\u202f]+, servi/);
      await settled(page);
    }
    edits += figures;
    expect(keys / figures).toBeLessThanOrEqual(4);
    await keepScreenshot(page, 'record-served-complete-fr-light');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
  });

  /** Of each dish at each site the head count is prepared and twelve are left; answers how many dishes. */
  async function typeDishes(sites: number): Promise<number> {
    const names = await page.locator('.record-dishes tbody th').allInnerTexts();
    dish = names[1] ?? '';
    // What the day's sheet has stands in grey where nobody said what was prepared.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.record-dishes input[data-place$="-0"]')].every(
        (field) => field instanceof HTMLInputElement && field.value === '' && /^\d+$/.test(field.placeholder),
      ),
    );
    for (let site = 0; site < sites; site++) {
      for (let i = 0; i < names.length; i++) {
        await press('=', 'Tab', ...String(LEFT));
        if (i < names.length - 1) await press('Tab', 'Tab');
        else if (site < sites - 1) {
          const shown = await page.locator('.record-panel h2').innerText();
          await press('Enter');
          await page.waitForFunction(
            (name) =>
              document.querySelector('.record-panel h2')?.textContent !== name &&
              document.activeElement?.matches('.record-dishes input[data-place="0-0"]'),
            shown,
          );
        }
      }
    }
    return names.length * sites;
  }

  test('why a dish was left is chosen beside it, and taken back', async () => {
    await openDay(TODAY);
    await page.getByRole('button', { name: /leur sort/ }).press('Enter');
    await page.locator('.dish-reason').first().selectOption({ label: 'Plat peu aimé' });
    const chosen = page.locator('.dish-reason:has([value="disliked"]:checked)');
    await chosen.waitFor();
    await keepScreenshot(page, 'record-dish-reasons-fr-light');
    expect([await overflowsOf(page), await violationsOf(page)]).toEqual([[], []]);
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await chosen.waitFor({ state: 'detached' });
    await settled(page);
  });

  test('a weighed day is typed at the first site', async () => {
    await goTo(page, 'record/weighings');
    await page.getByRole('button', { name: 'Commencer' }).waitFor();
    await settled(page);
    await page.getByLabel('Du', { exact: true }).fill(TODAY);
    await page.getByLabel('au', { exact: true }).fill(FRIDAY);
    for (const box of await page.locator('.weighstart input[type="checkbox"]').all()) await box.check();
    await page.getByRole('button', { name: 'Commencer' }).press('Enter');
    await page.locator('table.weigh input[data-place="0-0"]').focus();
    const weights = ['114', '116', '110', '1,2', '3,4', '4,5', '0,2', '6,1', '1,1'];
    for (const text of weights) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    edits += 1 + weights.length;
    await page
      .locator('table.weigh tr:has(th:has-text("Gaspillage, g/couvert")) td', { hasText: '107,3' })
      .first()
      .waitFor();
    await settled(page);
  });

  test('take-up is as computed by hand', async () => {
    const { key } = normaliseDish(dish);
    await goTo(page, `menus/dish/${encodeURIComponent(key)}`);
    await page.getByRole('table', { name: 'Part prise et restes' }).waitFor();
    await settled(page);
    const shown = await page
      .locator('table[aria-labelledby="take-up"] tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    const bySite = (all: readonly (readonly (string | null)[])[]) =>
      all.toSorted((a, b) => (`${a[0]}` < `${b[0]}` ? -1 : 1));
    const monday = recorded[0] as RecordedDay;
    expect(bySite(shown)).toEqual(bySite(read((db) => takeUpByHand(db, key, monday, LEFT))));
  });

  test('forecasts and dish orders are those of somebody who imports the same figures as files', () => {
    const monday = recorded[0] as RecordedDay;
    const meals = recorded.flatMap(({ date, sites, served }) =>
      sites.map((site, i) => `${date};${site};${served[i]}`),
    );
    const names = read((db) => readServings(db).filter(({ date }) => date === TODAY));
    const ids = new Map(read((db) => listSites(db).map(({ id, name }) => [id, name])));
    const dishes = names.map(({ siteId, dish: name }) => {
      const site = ids.get(siteId ?? 0) ?? '';
      const prepared = monday.ordered[monday.sites.indexOf(site)] ?? 0;
      return `${TODAY};${site};${name};${prepared - LEFT};${prepared};${LEFT}`;
    });
    const files = {
      'repas.csv': ['Date;Site;Servis', ...meals],
      'plats.csv': ['Date;Site;Plat;Servis;Préparés;Restes', ...dishes],
    };
    const plan = (data: string) => answer(data, 'plan', ...ahead, '--json');
    const kitchen = (data: string) => {
      answer(data, 'export', '--kind', 'kitchen', ...ahead, '--out', join(data, 'cuisine.csv'));
      return readFileSync(join(data, 'cuisine.csv'), 'utf8');
    };
    const before = [plan(elsewhere), kitchen(elsewhere)];
    for (const [name, lines] of Object.entries(files)) writeFileSync(join(elsewhere, name), lines.join('\n'));
    answer(elsewhere, 'import', ...Object.keys(files).map((name) => join(elsewhere, name)));
    const imported = [plan(elsewhere), kitchen(elsewhere)];
    expect([plan(folder), kitchen(folder)]).toEqual(imported);
    expect(imported[0]).not.toEqual(before[0]);
    expect(imported[1]).not.toEqual(before[1]);
  });

  test('Bilan shows the figures computed by hand', async () => {
    await goTo(page, 'impact');
    await page.locator('.sentence').waitFor();
    await page.getByRole('button', { name: 'Comment c’est compté' }).click();
    const how = page.getByRole('dialog', { name: 'Comment c’est compté' });
    await how.getByText('Jours et sites comparés').waitFor();
    expect(await how.innerText()).not.toContain('évités, entre');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tableau' }).first().click();
    await page.getByRole('columnheader', { name: 'Jour', exact: true }).waitFor();
    await settled(page);
    expect(await page.locator('.sentence').innerText()).toBe(
      'En 4 jours\u00a0: surplus 93, manque 10. Ce que l’outil a évité n’est pas encore démontré.',
    );
    const ordered = sum(recorded.flatMap((day) => day.ordered));
    const figures = await page.locator('.fig .big').allInnerTexts();
    expect(figures).toEqual(['93repas de surplus', '10repas manquants', '11,8kg de restes', '–repas évités']);
    // One week has no range.
    expect(await page.locator('.beside').innerText()).toContain(
      'Ni euros ni CO₂e avant 20 jours sur 5 semaines.',
    );
    const beside = await page.locator('.fig .rg').allInnerTexts();
    expect(beside[0]).toContain(`des ${count(ordered + weekGap)} servis`);
    expect(beside.slice(1)).toEqual(['4 jours sur 4', '107\u00a0g par repas', '4 jours relevés sur 20']);
    const days = await page
      .locator('.impact-months tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent)));
    expect(days).toEqual(
      week.map(({ surplus, missing }, i) =>
        [sum(recorded[i]?.served ?? []), surplus, missing].map((n) => count(n)),
      ),
    );
    await keepScreenshot(page, 'record-loop-impact-fr-light');
  });

  test('all of it is taken back to the letter', async () => {
    await openDay(TODAY);
    await page.locator('h1').click();
    for (let i = 0; i < edits; i++) await page.keyboard.press('Control+z');
    await page.getByText('0 complet').first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('.record-day input')].every(
        ({ value }) => value === '',
      ),
    );
    await settled(page);
    expect(contents()).toEqual(untouched);
    expect(await page.locator('.record-earlier').count()).toBe(0);
  });

  test('odd and wrong values are said at their field, and what is right is kept', async () => {
    await openDay(TODAY);
    const first = page.locator('.record-table input').first();
    await first.focus();
    for (const word of '350 Enter 1O Enter 40 Tab Alt+ArrowRight 50 Tab 60 Tab 12h25 Enter'.split(' ')) {
      await (/^[A-Z]/.test(word) ? page.keyboard.press(word) : page.keyboard.type(word));
    }
    await settled(page);
    await keepScreenshot(page, 'record-served-typed-fr-light');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
