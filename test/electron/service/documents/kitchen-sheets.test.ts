import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetKind } from '../../../../electron/api/records.ts';
import { findBrowser } from '../../../../electron/service/documents/find-browser.ts';
import type { KitchenPart, OrderStamp } from '../../../../electron/service/documents/kitchen-sheet-data.ts';
import { printPdf } from '../../../../electron/service/documents/print-pdf.ts';
import { orderLine, renderKitchenHtml } from '../../../../electron/service/documents/render-kitchen-html.ts';
import { describeWhere } from '../../../support/describe-where.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { christmas, placeExample, sheetExample } from './kitchen-examples.ts';

const folder = temporaryFolder();

function render(kind: SheetKind, places: readonly KitchenPart[], language: 'fr' | 'en' = 'fr'): string {
  const name = places.length === 1 ? (places[0]?.place.name ?? null) : null;
  return renderKitchenHtml({ kind, sheet: sheetExample(places), name, front: null }, language);
}

/** The text of each page of the printed sheet. */
async function printed(document: string): Promise<readonly string[]> {
  const file = join(folder, 'sheet.pdf');
  await printPdf(document, file);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

const stamp = {
  version: 2,
  at: '2026-12-15T10:42',
  by: 'C. Morel',
  automatic: false,
  approvedQuantity: 138,
  correction: 4,
  sending: null,
};
const text = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('a production sheet', () => {
  const page = text(render('production', [placeExample(0).place]));

  it('counts the meals, and each dish by class, weight, what to take out and what is over', () => {
    expect(page).toContain('151 couverts : 142 enfants, 9 adultes');
    expect(page).toMatch(/54 maternelle 88 élém\. 9 adultes/);
    // 152 portions: 151 and the sample, a portion of the bigger ones.
    expect(page).toMatch(
      /Carottes râpées à l’orange 54 50 g 88 70 g 9 90 g 152 1 témoin 9,74 kg 5 sacs 2,5 kg 0,26 kg/,
    );
    expect(page).toMatch(/Dinde rôtie, jus aux marrons \d+ 40 g 7 bacs GN 1\/3/);
  });

  it('says the diets with the dish that takes them, and what is good to know', () => {
    expect(page).toContain('12 sans viande : Quenelles nature');
    expect(page).toContain('14 sans porc : aucun porc à ce menu');
    expect(page).toContain('1 plat témoin de chaque plat, compris dans le total');
    expect(page).toContain('Repas de Noël : service unique à 11 h 45.');
  });

  it('leaves rows to write in where no menu is known', () => {
    const blank = render('production', [placeExample(0, { menu: [] }).place]);
    expect(blank).toContain('Menu non renseigné');
    expect(blank.match(/<th scope="row"><\/th>/g)).toHaveLength(6);
  });

  it('says what is missing, and makes the rest', () => {
    const surprise = {
      ...christmas[0],
      dish: 'Surprise',
      key: 'surprise',
      family: null,
    };
    const page = text(render('production', [placeExample(0, { menu: [surprise, ...christmas] }).place]));
    expect(page).toContain('« Surprise » : portion inconnue');
    expect(page).toContain('9,74 kg');
  });

  it('names the version of the order, who froze it and when', () => {
    const tables = (own: OrderStamp | null, sites = 1) => placeExample(0, { sites, stamp: own }).place.tables;
    expect(orderLine(tables(stamp), 'fr')).toBe(
      'Commande n°\u00a02, validée mardi 15 décembre à 10\u00a0h\u00a042 par C. Morel, validée à 138, corrigée de +4 – feuille n°\u00a02',
    );
    expect(orderLine(tables({ ...stamp, by: null, automatic: true, approvedQuantity: null }), 'en')).toBe(
      'Order no.\u00a02, closed at the deadline, Tuesday 15 December at 10:42 – sheet no.\u00a02',
    );
    expect(orderLine(tables(stamp, 3), 'fr')).toBe('Commandes validées\u00a0: 3 sur 3');
    expect(orderLine(tables(null), 'fr')).toBe('Commande non validée\u00a0: nombre conseillé');
  });

  it('runs nothing that stands in a name', () => {
    const hostile = '</style><script>alert(1)</script>';
    const page = render('production', [placeExample(0, { name: hostile, flags: ['strike'] }).place]);
    expect(page).not.toContain('<script>');
  });
});

describe('delivery notes and roll-calls', () => {
  const kitchen = placeExample(1, { sites: 3 }).place;

  it('are one note for each site, with its containers and boxes for temperatures', () => {
    const notes = render('delivery', [kitchen]);
    expect(notes.match(/<article/g)).toHaveLength(3);
    const page = text(notes);
    expect(page).toContain('Livré par Cuisine 1');
    expect(page).toContain('24 bacs GN 1/3');
    for (const box of ['Départ °C', 'Arrivée °C', 'Heure de départ', 'Reçu par']) expect(page).toContain(box);
  });

  it('are one list for several sites, and lines for classes for one', () => {
    const list = render('roll-call', [kitchen]);
    expect(list.match(/<article/g)).toHaveLength(1);
    expect(text(list)).toMatch(/École n° 101 .* École n° 102 .* École n° 103/);
    const one = text(render('roll-call', [placeExample(0).place], 'en'));
    expect(one).toContain('Class Present No meat No pork PAI Adults');
    expect(one).toContain('Nursery 54');
  });
});

describeWhere(
  findBrowser() !== null && existsSync('/usr/bin/pdftotext'),
  'printed by a real browser',
  'no browser or no pdftotext',
  () => {
    it('is one A4 page for the design’s own kitchen, with its foot', async () => {
      const pages = await printed(render('production', [placeExample(0, { stamp }).place]));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain('Page 1/1');
      expect(pages[0]).toContain('Faite le jeudi 17 décembre à 6 h 58');
      expect(pages[0]).toContain('Enfants servis');
    });

    it('splits no dish and repeats its head where dishes are many and names long', async () => {
      const long = Array.from({ length: 18 }, (_, i) => ({
        ...christmas[3],
        dish: `Parmentier végétarien aux lentilles corail et patate douce, façon numéro ${i + 1}`,
        key: `parmentier ${i}`,
      }));
      const pages = await printed(
        render('production', [
          placeExample(0, {
            menu: long,
            name: 'Groupe scolaire Françoise-Dolto et Sarah-Bernhardt des Batignolles-Monceau',
          }).place,
        ]),
      );
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.slice(0, 2).every((page) => page.includes('maternelle'))).toBe(true);
      const dishes = pages.map((page) => page.match(/Garniture/g)?.length ?? 0);
      expect(dishes.reduce((sum, count) => sum + count, 0)).toBe(long.length);
      // The end of a dish's name is on the page of its beginning.
      const ends = pages.map((page) => page.match(/numéro/g)?.length ?? 0);
      expect(ends).toEqual(dishes);
    });

    it('has a page for each of 87 kitchens, each with its own name at the foot', async () => {
      const places = Array.from(
        { length: 87 },
        (_, i) => placeExample(i, { kitchen: true, name: `Cuisine ${i}` }).place,
      );
      const pages = await printed(render('production', places, 'en'));
      expect(pages).toHaveLength(87);
      pages.forEach((page, i) => {
        expect(page).toContain(`Cuisine ${i} · Thursday 17 December – `);
        expect(page).toContain(`Page ${i + 1}/87`);
      });
      const calls = await printed(render('roll-call', places));
      expect(calls.length).toBeLessThan(7);
      expect(calls.every((page) => /Site\s+Commandé/.test(page))).toBe(true);
    }, 120_000);
  },
);
