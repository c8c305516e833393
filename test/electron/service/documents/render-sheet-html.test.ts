import { renderSheetHtml } from '../../../../electron/service/documents/render-sheet-html.ts';
import { longMenu, manySites, siteSheet } from './sheet-examples.ts';

const hostile = '</style><script>alert(1)</script>"; } body { display: none } \\';

describe('the sheet of one site', () => {
  it('says what, where, when, how many and until when the records go', () => {
    const page = renderSheetHtml(siteSheet(), 'fr');
    for (const text of [
      '<h1>jeudi 17 décembre 2026</h1>',
      '<h2>École du Bourg</h2>',
      '<b>26</b><span>repas d’enfants à préparer</span>',
      'fourchette\u00a0: 20–27',
      'Faite le lundi 14 décembre à 9\u00a0h\u00a012',
      'suffit 8 jours sur 10, d’après les relevés jusqu’au vendredi 11 décembre',
    ]) {
      expect(page).toContain(text);
    }
    for (const box of ['Enfants servis', 'Adultes servis', 'Repas restants', 'Visa']) {
      expect(page).toContain(`<div>${box}</div>`);
    }
  });

  it('keeps the order of service and sets the dishes of one choice under one figure', () => {
    const page = renderSheetHtml(siteSheet({ dishes: longMenu, order: 222 }), 'fr');
    const dishes = [...page.matchAll(/<span class="dish">(.*?)<\/span>/g)].map((match) => match[1]);
    expect(dishes).toEqual(longMenu.map(({ dish }) => dish));
    expect(page.match(/<small>en tout<\/small>/g)).toHaveLength(4);
    expect(page).toContain('rowspan="3"');
    expect(page).toContain('Entrée, au choix');
  });

  it('leaves rows to write in when the menu is not known', () => {
    const page = renderSheetHtml(siteSheet({ dishes: [], flags: ['no-menu'] }), 'fr');
    expect(page).toContain('Menu non renseigné\u00a0: écrivez les plats ci-dessous.');
    expect(page.match(/<th scope="row"><\/th>/g)).toHaveLength(6);
  });

  it('says a range in meals from 80 children on', () => {
    expect(renderSheetHtml(siteSheet({ mean: 214.2, low: 200.6, high: 229.2 }), 'fr')).toContain('201–229');
  });

  it('names the reason when the site has no order', () => {
    const data = {
      ...siteSheet(),
      sites: [],
      gaps: [{ site: 'École A', siteKind: 'M', reason: 'Fermée' }],
    } as const;
    expect(renderSheetHtml(data, 'fr')).toContain('<strong>Sans commande ce jour</strong> – Fermée');
  });
});

describe('what comes from files', () => {
  it('is text and never markup, style or script', () => {
    const page = renderSheetHtml(
      {
        ...siteSheet({ site: hostile, dishes: [{ dish: hostile, course: null, choice: null }] }),
        scope: 'full',
      },
      'fr',
    );
    expect(page).not.toContain('<script');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain('"; } body');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('cannot make the document load anything', () => {
    const page = renderSheetHtml(manySites(3, 'full'), 'fr');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"`);
    // The font is a part of the document; nothing else has an address.
    expect(page).toMatch(/url\(data:font\/woff2;base64,[A-Za-z\d+/]{1000}/);
    expect(page).not.toMatch(/<(script|link|img|iframe)|url\((?!data:font)|@import|https?:/);
  });
});

describe('the sheet of all sites', () => {
  it('lists each site once, with the total, and says once what holds for all', () => {
    const data = manySites(87);
    const page = renderSheetHtml(data, 'fr');
    for (const { site } of data.sites)
      expect(page.split(`<span class="name">${site}</span>`)).toHaveLength(2);
    expect(page.match(/Veille de vacances/g)).toHaveLength(1);
    expect(page.match(/Grève/g)).toHaveLength(12);
    expect(page).toContain('<b>15\u202f438</b>');
    expect(page).toContain(
      '<strong>Menu</strong> Carottes râpées à l’orange · Dinde rôtie, jus aux marrons ou Quenelles',
    );
  });

  it('explains a total that is above what is likely', () => {
    const data = manySites(3);
    const note = 'la somme des commandes dépasse donc la fourchette';
    expect(
      renderSheetHtml({ ...data, total: { order: 300, mean: 280, low: 270, high: 290 } }, 'fr'),
    ).toContain(note);
    expect(
      renderSheetHtml({ ...data, total: { order: 285, mean: 280, low: 270, high: 290 } }, 'fr'),
    ).not.toContain(note);
  });

  it('leaves the common menu out when sites have their own', () => {
    const data = manySites(2);
    const sites = data.sites.map((site, i) => (i === 0 ? site : { ...site, dishes: longMenu }));
    const page = renderSheetHtml({ ...data, sites }, 'fr');
    expect(page).not.toContain('<strong>Menu</strong>');
  });

  it('says that nobody is served', () => {
    const page = renderSheetHtml(
      { ...manySites(0), gaps: [{ site: 'École A', siteKind: 'E', reason: 'Vacances de Noël' }] },
      'fr',
    );
    expect(page).toContain('Pas de service');
    expect(page).toContain('<strong>Vacances de Noël</strong> – École A (élémentaire)');
  });
});

describe('languages', () => {
  it('writes English throughout', () => {
    const page = renderSheetHtml({ ...manySites(4, 'full') }, 'en');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Thursday 17 December 2026');
    expect(page).toContain('Made on Monday 14 December at 09:12');
    expect(page).toContain('8 days in 10, from records up to Friday 11 December');
    expect(page).not.toMatch(/décembre|repas|Cantine|Attendu|maternelle|Veille/);
  });

  it('says the first of a month as French does', () => {
    expect(renderSheetHtml({ ...siteSheet(), date: '2026-10-01' }, 'fr')).toContain('jeudi 1er octobre 2026');
  });
});
