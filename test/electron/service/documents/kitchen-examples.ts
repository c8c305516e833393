import type { DishPlan, Flag, Kitchen } from '../../../../electron/api/records.ts';
import type {
  KitchenPart,
  KitchenSheet,
  OrderStamp,
} from '../../../../electron/service/documents/kitchen-sheet-data.ts';
import { messagesIn } from '../../../../electron/service/messages/messages.ts';
import type { DayTable } from '../../../../electron/service/purchase-orders/day-table.ts';
import { makeDishPlan } from '../../../../electron/service/purchase-orders/make-dish-plan.ts';
import type { ByAgeClass, PackRule, Portion } from '../../../../forecasting/domain/records.ts';
import type { CourseDish } from '../../../../forecasting/orders/course-groups.ts';
import { dishRules } from '../../../../forecasting/orders/rules-of-dish.ts';
import { defaultDiners, splitDiners } from '../../../../forecasting/orders/site-diners.ts';
import { exactly, fixedShares } from '../../../forecasting/orders/take-up-examples.ts';

/** The kitchen of the design: 54 small ones, 88 bigger ones and 9 adults on the day of the Christmas meal. */
export const exampleDate = '2026-12-17';

const dish = (
  course: CourseDish['course'],
  name: string,
  key: string,
  family: CourseDish['family'],
): CourseDish => ({
  dish: name,
  key,
  family,
  course,
  choice: null,
});

export const christmas: readonly CourseDish[] = [
  dish('starter', 'Carottes râpées à l’orange', 'carotte rapee orange', 'raw-vegetable'),
  dish('main', 'Dinde rôtie, jus aux marrons', 'dinde rotie jus marron', 'poultry'),
  dish('main', 'Quenelles nature', 'quenelle nature', 'vegetarian'),
  dish('side', 'Gratin dauphinois', 'gratin dauphinois', 'starch'),
  dish('side', 'Haricots verts', 'haricot vert', 'vegetable'),
  dish('dairy', 'Comté', 'comte', 'cheese'),
  dish('dessert', 'Clémentine', 'clementine', 'fruit'),
];

const grams = (M: number, E: number, A: number): Portion => ({
  unit: 'g',
  amounts: { M, E, C: null, A },
  purchaseFactor: null,
});
const portion = (key: string, own: Portion) => ({ scope: { type: 'dish' as const, key }, portion: own });
const pack = (key: string, name: string, content: PackRule['sizes'][number]['content']): PackRule => ({
  scope: { type: 'dish', key },
  supplierId: null,
  sizes: [{ name, content, price: null }],
  minimum: 0,
  stocks: [],
  keeps: false,
});
const tray: ByAgeClass<number | null> = { M: 8, E: 6, C: null, A: 4 };
const bag = { type: 'amount', amount: 2500, unit: 'g' } as const;

const rules = dishRules(
  [
    portion('carotte rapee orange', grams(50, 70, 90)),
    portion('dinde rotie jus marron', grams(40, 60, 80)),
    portion('quenelle nature', grams(60, 80, 120)),
    portion('haricot vert', grams(100, 100, 150)),
  ],
  [
    pack('carotte rapee orange', 'sacs 2,5 kg', bag),
    pack('haricot vert', 'sacs 2,5 kg', bag),
    pack('dinde rotie jus marron', 'bacs GN 1/3', { type: 'portions', portions: tray }),
  ],
);

export interface Example {
  readonly name?: string;
  readonly sites?: number;
  readonly siteName?: (i: number) => string;
  readonly note?: string;
  readonly menu?: readonly CourseDish[];
  readonly kitchen?: boolean;
  readonly flags?: readonly Flag[];
  readonly stamp?: OrderStamp | null;
}

/** A kitchen, or a site that cooks for itself, on one day. */
export function placeExample(index: number, example: Example = {}): { place: KitchenPart; plan: DishPlan } {
  const { siteName, sites = 1, menu = christmas, kitchen = sites > 1, flags = [], stamp = null } = example;
  const name = example.name ?? (kitchen ? `Cuisine ${index}` : 'Jean Jaurès');
  const ids = Array.from({ length: sites }, (_, i) => index * 100 + i + 1);
  const place: Kitchen = {
    place: `kitchen-${index}`,
    kitchenId: kitchen ? index + 1 : null,
    siteId: kitchen ? null : (ids[0] ?? null),
    name,
    pools: false,
    siteIds: ids,
  };
  const tables = ids.map((id, i) =>
    dayTable(
      id,
      siteName?.(i) ?? (kitchen ? `École n° ${id}` : name),
      place,
      { menu, note: example.note },
      i,
    ),
  );
  const plan = makeDishPlan(
    {
      asOf: '2026-12-14',
      from: exampleDate,
      to: exampleDate,
      serviceLevel: 0.8,
      places: [place],
      tables,
      refNames: { suppliers: new Map(), kitchens: new Map() },
      suppliers: [],
      modelOf: () => fixedShares({ 'dinde rotie jus marron': 1, 'quenelle nature': 0 }),
      knownAt: (table) => table,
      isKept: () => false,
    },
    messagesIn('fr'),
  );
  const sheetTables = tables.map((table, i) => ({
    site: table.site.name,
    siteKind: table.site.kind,
    meals: plan.meals[i],
    dishes: plan.rows.filter(({ siteId }) => siteId === table.site.id),
    flags,
    stamp,
    unrecorded: false,
    revision: null,
    version: stamp?.version ?? 1,
  }));
  return { place: { place, dishes: plan.kitchens, tables: sheetTables }, plan: { ...plan, suppliers: [] } };
}

function dayTable(
  id: number,
  name: string,
  place: Kitchen,
  {
    menu,
    note = 'Repas de Noël : service unique à 11 h 45.',
  }: { menu: readonly CourseDish[]; note?: string | undefined },
  i: number,
): DayTable {
  const shares = { M: 54 / 142, E: 88 / 142, C: 0, A: 0 };
  const dayDiners = { shares, adults: 9, diets: { noPork: 14, vegetarian: 12, allergy: 0 }, samples: 1 };
  const byClass = splitDiners(142, shares);
  return {
    site: { id, name, kind: 'M/E', sector: null, capacity: null },
    place,
    service: { siteId: id, date: exampleDate, menu, children: exactly(142), correlation: 0.1, dayDiners },
    serviceLevel: 0.8,
    catalogueSnapshot: { courseLevels: {}, rules, since: null },
    asOf: '2026-12-14',
    children: 142,
    byClass: { ...byClass, A: 9 },
    diners: { ...defaultDiners(id), note: i === 0 ? note : '' },
    deadline: null,
    counted: false,
  };
}

export function sheetExample(places: readonly KitchenPart[]): KitchenSheet {
  return { date: exampleDate, madeAt: '2026-12-17T06:58', warnings: [], places };
}
