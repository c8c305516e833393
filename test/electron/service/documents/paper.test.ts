import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SheetKind } from '../../../../electron/api/records.ts';
import type { KitchenPart } from '../../../../electron/service/documents/kitchen-sheet-data.ts';
import { renderKitchenHtml } from '../../../../electron/service/documents/render-kitchen-html.ts';
import { renderSheetHtml } from '../../../../electron/service/documents/render-sheet-html.ts';
import { launchChromium, wholeChromiumPath } from '../../../e2e/support/chromium.ts';
import { random as randomFrom } from '../../../forecasting/support/synthetic.ts';
import { describeWhere } from '../../../support/describe-where.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { christmas, placeExample, sheetExample } from './kitchen-examples.ts';
import { manySites } from './sheet-examples.ts';

jest.setTimeout(240_000);

const folder = temporaryFolder();
const hasPdftotext = () => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const LONG = 'Sauté de bœuf bourguignon aux carottes fondantes et oignons';
/** A name of about `length` characters that ends in its number. */
const named = (start: string, length: number, i: number) =>
  `${start
    .padEnd(length, ` ${LONG}`)
    .slice(0, length - 3)
    .trimEnd()} ${String(i).padStart(2, '0')}`;

const menuOf = (count: number, name: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => {
    const like = christmas[i % christmas.length];
    if (like === undefined) throw new Error('no dish');
    const key = i < christmas.length ? like.key : `${like.key} ${i}`;
    return { ...like, dish: name(i), key };
  });

const CASES = [1, 6, 87].flatMap((sites) =>
  [3, 8, 12].flatMap((dishes) => [10, 60].map((length) => ({ sites, dishes, length }))),
);

function kitchenOf({ sites, dishes, length }: (typeof CASES)[number], index: number): KitchenPart {
  return placeExample(index, {
    sites,
    kitchen: true,
    name: named('Cuisine', length, index),
    siteName: (i) => named('École', length, i),
    menu: menuOf(dishes, (i) => named('Mets', length, i)),
  }).place;
}

const bare = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

describeWhere(
  wholeChromiumPath !== undefined && hasPdftotext(),
  'paper, printed by a real browser',
  'no Chromium or no pdftotext',
  () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await launchChromium(wholeChromiumPath);
      page = await browser.newPage();
    });
    afterAll(() => browser?.close());

    /** The text of each page, without blanks. With BONNE_MESURE_PAPER set the PDFs stay there, to be looked at. */
    async function pagesOf(name: string, document: string): Promise<readonly string[]> {
      const kept = process.env.BONNE_MESURE_PAPER;
      if (kept !== undefined) mkdirSync(kept, { recursive: true });
      const file = join(kept ?? folder, `${name}.pdf`);
      await page.setContent(document);
      await page.pdf({ path: file, preferCSSPageSize: true });
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
      return text.split('\f').slice(0, -1).map(bare);
    }

    const render = (kind: SheetKind, places: readonly KitchenPart[]) =>
      renderKitchenHtml({ kind, sheet: sheetExample(places), name: null, front: null }, 'fr');

    const date = bare('jeudi 17 décembre');
    /** Each page says the day and whose it is, and has more than that on it. */
    function expectTold(pages: readonly string[], names: readonly string[]): void {
      for (const text of pages) {
        // In a title it begins with a capital.
        expect(text).toMatch(new RegExp(`[${date[0]}${date[0]?.toUpperCase()}]${date.slice(1)}`));
        expect(names.some((name) => text.includes(bare(name)))).toBe(true);
        const foot = text.lastIndexOf('Faite');
        expect(text.slice(0, foot).length).toBeGreaterThan(120);
      }
    }

    it('has date and kitchen on every page, none blank, and the diets on the first of each', async () => {
      const places = CASES.map(kitchenOf);
      const pages = await pagesOf('production', render('production', places));
      const names = places.map(({ place }) => place.name);
      expectTold(pages, names);
      for (const name of names) {
        const own = pages.filter((text) => text.includes(bare(name)));
        expect(own[0]).toContain('sansviande');
        expect(own[0]).toContain('Entrée');
        // A heading row stands above the dishes of every page that has some.
        for (const text of own.filter((one) => /Garniture/.test(one))) expect(text).toContain('Poids');
      }
      // Every dish is printed, and with ten letters a name all of them on one page, but for containers of 87 sites.
      expect(pages.join('').match(/Entrée|Plat|Garniture|Produitlaitier|Dessert/g)).toHaveLength(
        CASES.reduce((sum, { dishes }) => sum + dishes, 0),
      );
      const isShort = (i: number) => CASES[i]?.length === 10 && (CASES[i].dishes < 12 || CASES[i].sites < 87);
      const short = places.filter((_, i) => isShort(i)).map(({ place }) => bare(place.name));
      expect(short.map((name) => pages.filter((text) => text.includes(name)).length)).toEqual(
        short.map(() => 1),
      );
    });

    it('holds on delivery notes and head-count sheets', async () => {
      const places = CASES.map(kitchenOf);
      const tables = places.flatMap((place) => place.tables.map(({ site }) => site));
      // A note for each of 87 sites is printed in the longest case; the others differ in nothing but their number.
      const delivered = places.filter((_, i) => (CASES[i]?.sites ?? 0) < 87 || i === CASES.length - 1);
      expectTold(await pagesOf('delivery', render('delivery', delivered)), tables);
      for (const count of [1, 6, 87]) {
        const own = places.filter((_, i) => CASES[i]?.sites === count && CASES[i]?.dishes === 3);
        for (const [i, place] of own.entries()) {
          const name = place.place.name;
          const sheet = renderKitchenHtml(
            { kind: 'roll-call', sheet: sheetExample([place]), name, front: null },
            'fr',
          );
          expectTold(await pagesOf(`head-count-${count}-${i}`, sheet), [name, ...tables]);
        }
      }
    });

    it('holds on the list of orders and its sites', async () => {
      for (const count of [1, 6, 87]) {
        const data = manySites(count, 'full');
        const pages = await pagesOf(`orders-${count}`, renderSheetHtml(data, 'fr'));
        expectTold(pages, ['Tous les sites', ...data.sites.map(({ site }) => site)]);
      }
    });

    it('never takes a second page for a sheet that was laid out for one, whatever the names', async () => {
      const random = randomFrom(20261129);
      const below = (most: number) => Math.floor(random() * most);
      const letters = 'aeiourstlnmMWÉQ@œ’ -iiij1';
      const any = (length: number) =>
        Array.from({ length }, () => letters[below(letters.length)]).join('') || 'x';
      const places = Array.from({ length: 60 }, (_, i) => {
        const length = 4 + below(70);
        return placeExample(i, {
          name: `${any(3 + below(50))} K${String(i).padStart(3, '0')}`,
          note: any(below(160)),
          flags: below(3) === 0 ? ['strike', 'no-menu', 'last-day'] : [],
          menu: menuOf(below(15), () => any(length)),
        }).place;
      });
      const document = render('production', places);
      const laidOut = [...document.matchAll(/<article class="paper( long)?"/g)].map(
        ([, long]) => long === undefined,
      );
      const pages = await pagesOf('random', document);
      const counts = places.map(({ place }) => {
        const mark = place.name.slice(-4);
        return pages.filter((text) => text.includes(mark)).length;
      });
      expect(laidOut.filter(Boolean).length).toBeGreaterThan(15);
      expect(counts.filter((count, i) => laidOut[i] && count !== 1)).toEqual([]);
      expect(counts.every((count) => count > 0)).toBe(true);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pages.length);
    });
  },
);
