import type { SheetData, SheetDish, SheetSite } from '../../../../electron/service/documents/sheet-data.ts';

export const shortMenu: readonly SheetDish[] = [
  { dish: 'Carottes râpées à l’orange', course: 'starter', choice: null },
  { dish: 'Dinde rôtie, jus aux marrons', course: 'main', choice: 1 },
  { dish: 'Quenelles nature', course: 'main', choice: 1 },
  { dish: 'Gratin dauphinois', course: 'side', choice: null },
  { dish: 'Comté', course: 'dairy', choice: null },
  { dish: 'Clémentine', course: 'dessert', choice: null },
];

export const longMenu: readonly SheetDish[] = [
  { dish: 'Salade de carottes', course: 'starter', choice: 1 },
  { dish: 'Taboulé', course: 'starter', choice: 1 },
  { dish: 'Betteraves, vinaigrette à la framboise et graines de courge', course: 'starter', choice: 1 },
  { dish: 'Blanquette de dinde à l’ancienne', course: 'main', choice: 2 },
  { dish: 'Parmentier végétarien aux lentilles corail et patate douce', course: 'main', choice: 2 },
  { dish: 'Riz', course: 'side', choice: null },
  { dish: 'Haricots verts', course: 'side', choice: null },
  { dish: 'Camembert', course: 'dairy', choice: 3 },
  { dish: 'Yaourt nature', course: 'dairy', choice: 3 },
  { dish: 'Compote de pommes', course: 'dessert', choice: 4 },
  { dish: 'Banane', course: 'dessert', choice: 4 },
  { dish: 'Pain complet', course: 'bread', choice: null },
];

export const smallSite: SheetSite = {
  site: 'École du Bourg',
  siteKind: 'M/E',
  capacity: 40,
  mean: 23.4,
  low: 19.8,
  high: 27.1,
  order: 26,
  flags: [],
  model: 'regression',
  dishes: shortMenu,
};

/** A sheet of one site; what a test is about is given, the rest is plain. */
export function siteSheet(site: Partial<SheetSite> = {}): SheetData {
  return { ...day, scope: 'site', sites: [{ ...smallSite, ...site }], total: null };
}

/** A sheet of many sites with varied names, kinds and flags. */
export function manySites(count: number, scope: 'summary' | 'full' = 'summary'): SheetData {
  const sites = Array.from({ length: count }, (_, i) => numberedSite(i));
  const sum = (pick: (site: SheetSite) => number) => sites.reduce((total, site) => total + pick(site), 0);
  return {
    ...day,
    scope,
    sites,
    total: {
      order: sum(({ order }) => order),
      mean: sum(({ mean }) => mean),
      low: sum(({ mean }) => mean) * 0.97,
      high: sum(({ mean }) => mean) * 1.03,
    },
  };
}

const day = {
  date: '2026-12-17',
  madeAt: '2026-12-14T09:12',
  recordsTo: '2026-12-11',
  warnings: [],
  serviceLevel: 0.8,
  gaps: [],
} as const;
const kinds = ['M', 'E', 'M/E'] as const;

function numberedSite(i: number): SheetSite {
  const mean = 24 + ((i * 37) % 300);
  return {
    ...smallSite,
    site:
      i % 9 === 4
        ? `Groupe scolaire Françoise-Dolto et Sarah-Bernhardt des Batignolles ${i}`
        : `École n° ${i}`,
    siteKind: kinds[i % 3] ?? 'E',
    mean,
    low: mean * 0.92,
    high: mean * 1.07,
    order: Math.ceil(mean * 1.04),
    flags: i % 7 === 3 ? ['last-day', 'strike', 'over-capacity'] : ['last-day'],
    model: i % 20 === 5 ? 'recent-level' : 'regression',
  };
}
