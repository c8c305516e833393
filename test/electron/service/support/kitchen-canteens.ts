import type { DishPlan } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { importing, value } from './asking.ts';

/** The week of these tests; Wednesday 14 January is the day on which they take place. */
export const kitchenWeek = { from: '2026-01-12', to: '2026-01-16' };
export const thursday = '2026-01-15';
export const friday = '2026-01-16';

/** Three canteens with a steady year behind them. */
function attendance(first: readonly string[]): string {
  const lines = ['site_nom;site_type;date;reel', ...first];
  for (let date = '2025-09-01'; date < '2026-01-13'; date = addDays(date, 1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6 || weekday === 3) continue;
    const wave = (Number(date.slice(8)) * 7) % 9;
    lines.push(
      `Jean Jaurès;M/E;${date};${130 + wave}`,
      `La Fontaine;M;${date};${40 + (wave % 4)}`,
      `Les Tilleuls;E;${date};${80 + (wave % 6)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const menu = `date;Entrée;Plat;Garniture;Fromage;Dessert;Pain
15/01/2026;Carottes râpées;Rôti de porc OU Quenelles nature;Gratin dauphinois;Comté;Clémentine;Baguette
16/01/2026;=SOMME(A1:A9);Rôti de dinde;Haricots verts;;Flan surprise;
`;

export interface Canteens {
  readonly jaures: number;
  readonly fontaine: number;
  readonly tilleuls: number;
  readonly kitchen: number;
  readonly grocer: number;
  readonly butcher: number;
}

/** Their files, as a city would import them; `first`: attendance of other sites. */
export async function importCanteens(
  service: Service,
  folder: string,
  first: readonly string[] = [],
): Promise<void> {
  for (const [name, text] of [
    ['frequentation.csv', attendance(first)],
    ['menus.csv', menu],
  ] as const) {
    const imported = await importing(service, folder, name, text);
    if (!imported.ok) throw new Error(imported.error.message);
  }
}

/** Jean Jaurès cooks for La Fontaine too; Les Tilleuls cooks for itself. A grocer, a butcher, and a baker without a name. */
export async function kitchenCanteens(service: Service, folder: string): Promise<Canteens> {
  await importCanteens(service, folder);
  const sites = await value(service, 'sites.list', {});
  const id = (name: string) => sites.find((site) => site.name === name)?.id ?? 0;
  const [jaures, fontaine, tilleuls] = [id('Jean Jaurès'), id('La Fontaine'), id('Les Tilleuls')];
  const first = await value(service, 'catalogue.save', {
    entries: [
      { type: 'kitchen', kitchen: { id: null, name: 'Cuisine Jaurès', pools: false } },
      {
        type: 'supplier',
        supplier: { id: null, name: '=Primeurs & Cie', rule: { type: 'lead', days: 2, at: '09:00' } },
      },
      { type: 'supplier', supplier: { id: null, name: 'Boucherie', rule: null } },
    ],
  });
  const ids = first.saved.map((entry) =>
    entry.type === 'kitchen' ? entry.kitchen.id : entry.type === 'supplier' ? entry.supplier.id : 0,
  );
  const [kitchen = 0, grocer = 0, butcher = 0] = ids;
  const diets = { noPork: 6, vegetarian: 4, allergy: 2 };
  const food = (name: string) => ({ type: 'food' as const, food: name });
  const none = { minimum: 0, stocks: [], keeps: false };
  await value(service, 'catalogue.save', {
    entries: [
      {
        type: 'guests',
        diners: {
          siteId: jaures,
          kitchenId: kitchen,
          shares: null,
          adults: 9,
          diets,
          samples: 1,
          note: 'CM2 A rentre à 12 h 20.',
        },
      },
      {
        type: 'guests',
        diners: {
          siteId: fontaine,
          kitchenId: kitchen,
          shares: null,
          adults: 3,
          diets: { noPork: 0, vegetarian: 0, allergy: 0 },
          samples: 0,
          note: '',
        },
      },
      {
        type: 'pack',
        rule: {
          ...none,
          scope: food('raw-vegetables'),
          supplierId: grocer,
          sizes: [{ name: 'sac 2,5 kg', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 4.5 }],
        },
      },
      {
        type: 'pack',
        rule: {
          ...none,
          scope: food('roast'),
          supplierId: butcher,
          sizes: [{ name: 'pièce 3 kg', content: { type: 'amount', amount: 3000, unit: 'g' }, price: null }],
        },
      },
      {
        type: 'pack',
        rule: {
          ...none,
          scope: food('quenelle'),
          supplierId: null,
          sizes: [
            {
              name: 'GN 1/3',
              content: { type: 'portions', portions: { M: 8, E: 6, C: 5, A: 4 } },
              price: null,
            },
          ],
        },
      },
    ],
  });
  return { jaures, fontaine, tilleuls, kitchen, grocer, butcher };
}

/** The same, and the plan of their week. */
export async function kitchenPlan(
  service: Service,
  folder: string,
): Promise<{ readonly canteens: Canteens; readonly plan: DishPlan }> {
  const canteens = await kitchenCanteens(service, folder);
  return { canteens, plan: await value(service, 'plan.dishes', kitchenWeek) };
}

/** Makes services whose day can be moved, with the canteens of `kitchenCanteens`. Monday, before every deadline. */
export function movableCanteens(folder: string) {
  const open: Service[] = [];
  afterAll(() => Promise.all(open.map((service) => service.close())));
  return async (name: string) => {
    const clock = { today: '2026-01-12' };
    const service = createService({ dataFolder: `${folder}/${name}`, today: () => clock.today });
    open.push(service);
    return { clock, service, ...(await kitchenCanteens(service, folder)) };
  };
}
