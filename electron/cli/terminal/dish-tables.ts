import type { DishPlan, DishRow, KitchenDish, Plan } from '../../api/records.ts';
import { amountFigure, packsText } from '../../service/documents/amounts.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import { yieldText } from '../../service/purchase-orders/order-cells.ts';
import { correctionNotes } from '../../service/purchase-orders/supplier-sections.ts';
import type { Terminal } from './command.ts';
import { table } from './table.ts';

/** The plan as JSON, each row with its dishes, and sites that count portions alone; kitchens and suppliers for all sites together. */
export function planWithDishes(plan: Plan, dishes: DishPlan) {
  const bySite = Map.groupBy(dishes.rows, ({ siteId, date }) => `${siteId} ${date}`);
  return {
    ...plan,
    rows: plan.rows.map((row) => ({
      ...row,
      dishes: (bySite.get(`${row.siteId} ${row.date}`) ?? []).map(dishJson),
    })),
    portions: dishes.meals
      .filter(({ children }) => children === null)
      .flatMap(({ siteId, date }) => portionsOf(bySite.get(`${siteId} ${date}`) ?? [])),
    places: dishes.places,
    kitchens: dishes.kitchens,
    suppliers: dishes.suppliers,
  };
}

/** A site that counts portions and no guests: it has dishes, and no row of meals. */
function portionsOf(dishes: readonly DishRow[]) {
  const [first] = dishes;
  if (first === undefined) return [];
  const { siteId, site, siteKind, date } = first;
  return [{ siteId, site, siteKind, date, dishes: dishes.map(dishJson) }];
}

/** Weights in grams, drinks in millilitres; `surplus` in portions, 0 where nothing is rounded. */
function dishJson(row: DishRow) {
  const { siteId: _id, site: _site, siteKind: _kind, date: _date, surplus, served, unit, ...dish } = row;
  return {
    ...dish,
    unit,
    grams: unit === 'piece' ? null : served,
    pieces: unit === 'piece' ? served : null,
    surplus: surplus?.portions ?? 0,
    surplusAmount: surplus?.amount ?? null,
    surplusEuros: surplus?.euros ?? null,
  };
}

/** What each kitchen makes, day by day, and what is missing for a full line. */
export function dishTables(dishes: DishPlan, terminal: Terminal): string {
  const { texts, language } = terminal;
  const names = new Map(dishes.places.map(({ place, name }) => [place, name]));
  const days = [...Map.groupBy(dishes.kitchens, ({ date }) => date)].flatMap(([date, lines]) => [
    '',
    texts.dishPlan.cli.dishes(spelledDate(date, language)),
    dayTable(lines, names, terminal),
  ]);
  const problems = dishes.kitchens.flatMap((dish) =>
    dish.problems
      .filter(({ code }) => code !== 'no-pack')
      .map(({ message, remedy }) => `  - ${message} ${remedy}`),
  );
  const corrections = correctionNotes(dishes.suppliers, language, texts).map((note) => `  - ${note}`);
  const noMenu = dishes.noMenu.map((date) => spelledDate(date, language)).join(', ');
  return [
    ...days,
    ...(noMenu === '' ? [] : ['', texts.dishPlan.noMenu(noMenu)]),
    ...(problems.length === 0 ? [] : ['', ...new Set(problems)]),
    ...(corrections.length === 0 ? [] : ['', texts.dishPlan.cli.corrections, ...corrections]),
  ].join('\n');
}

function dayTable(
  lines: readonly KitchenDish[],
  names: ReadonlyMap<string, string>,
  { texts, language }: Terminal,
): string {
  const { columns } = texts.dishPlan;
  const right = { align: 'right' as const };
  return table(
    [
      { title: columns.place },
      { title: columns.product },
      { title: columns.portions, ...right },
      { title: columns.amount, ...right },
      { title: columns.yield },
      { title: columns.packs },
      { title: columns.surplus, ...right },
    ],
    lines.map((dish) => [
      names.get(dish.place) ?? '',
      dish.dish,
      formatNumber(dish.portions, language),
      amountText(dish, language),
      yieldText(dish.yield, language, texts),
      packsText(dish, language),
      dish.surplus === null ? '' : formatNumber(dish.surplus.portions, language, 1),
    ]),
  );
}

function amountText({ served, unit }: KitchenDish, language: Terminal['language']): string {
  if (served === null || unit === null) return '';
  const { figure, word } = amountFigure(served, unit, language);
  return `${figure} ${word}`;
}
