import type { DishPlan, DishRow, KitchenDish, Language, OrderFileKind } from '../../api/records.ts';
import { packsText } from '../documents/amounts.ts';
import { longDate } from '../documents/sheet-format.ts';
import type { TableCell, TableColumn, TableDocument, TableSection } from '../documents/table-document.ts';
import type { Messages } from '../messages/messages.ts';
import { measured, problemNotes } from './order-cells.ts';
import { isCorrected, supplierSections } from './supplier-sections.ts';

/** The plan as one file for whoever delivers, cooks or drives. */
export function orderTables(
  kind: OrderFileKind,
  plan: DishPlan,
  madeAt: string,
  language: Language,
  texts: Messages,
): TableDocument {
  const { dishPlan } = texts;
  const sections = sectionsOf(kind, plan, language, texts);
  const days = plan.noMenu.map((date) => longDate(date, language)).join(', ');
  const note = plan.noMenu.length > 0 ? [dishPlan.noMenu(days)] : [];
  return {
    title: dishPlan.titles[kind],
    period: dishPlan.period(longDate(plan.from, language), longDate(plan.to, language)),
    from: plan.from,
    to: plan.to,
    madeAt,
    columns: kind === 'supplier' ? supplierColumns(isCorrected(plan), texts) : columnsOf(kind, texts),
    sections: sections.map((section) => ({ ...section, notes: [...section.notes, ...note] })),
    empty: [dishPlan.empty, ...note].join(' '),
  };
}

function sectionsOf(
  kind: OrderFileKind,
  plan: DishPlan,
  language: Language,
  texts: Messages,
): readonly TableSection[] {
  if (kind === 'supplier') return supplierSections(plan, language, texts);
  return kind === 'kitchen'
    ? kitchenSections(plan, language, texts)
    : deliverySections(plan, language, texts);
}

const figures = (texts: Messages): readonly TableColumn[] => {
  const { age, columns } = texts.dishPlan;
  return [
    ...(['M', 'E', 'C', 'A'] as const).map((name) => ({
      title: age[name],
      type: 'number' as const,
      width: 12,
      ifAny: true as const,
    })),
    { title: columns.samples, type: 'number', width: 9 },
    { title: columns.portions, type: 'figure', width: 10 },
    { title: columns.amount, type: 'number', decimals: 3, width: 12, weighed: true },
    { title: columns.amountUnit, type: 'text', width: 9, under: true },
    { title: columns.packs, type: 'text', width: 26 },
  ];
};

/** The columns of a kitchen's or driver's file; its rows have one cell for each. */
function columnsOf(kind: Exclude<OrderFileKind, 'supplier'>, texts: Messages): readonly TableColumn[] {
  const { columns } = texts.dishPlan;
  const date: TableColumn = { title: columns.date, type: 'date', width: 18 };
  const dish: readonly TableColumn[] = [
    { title: columns.product, type: 'text', width: 34 },
    { title: columns.course, type: 'text', width: 14, under: true },
  ];
  const place: TableColumn = { title: columns.place, type: 'text', width: 24, paper: false };
  if (kind === 'delivery') {
    const site: TableColumn = { title: columns.site, type: 'text', width: 24, paper: false };
    return [date, place, site, ...dish, ...figures(texts)];
  }
  return [
    date,
    place,
    ...dish,
    ...figures(texts),
    { title: columns.surplus, type: 'number', decimals: 1, width: 10 },
    { title: columns.surplusAmount, type: 'number', decimals: 3, width: 11, paper: false },
    { title: columns.surplusEuros, type: 'money', decimals: 2, width: 10 },
  ];
}

function supplierColumns(corrected: boolean, { dishPlan: { columns } }: Messages): readonly TableColumn[] {
  return [
    { title: columns.date, type: 'date', width: 20 },
    { title: columns.supplier, type: 'text', width: 22, paper: false },
    { title: columns.place, type: 'text', width: 19 },
    { title: columns.product, type: 'text', width: 31 },
    { title: columns.ref, type: 'text', width: 22, under: true },
    { title: columns.size, type: 'text', width: 27 },
    { title: columns.yield, type: 'text', width: 34, under: true },
    { title: columns.quantity, type: 'figure', decimals: 3, width: 15, weighed: true },
    { title: columns.unit, type: 'text', width: 10, under: true },
    ...(corrected
      ? [
          { title: columns.before, type: 'number' as const, decimals: 3, width: 10, weighed: true as const },
          {
            title: columns.change,
            type: 'number' as const,
            decimals: 3,
            width: 10,
            weighed: true as const,
            signed: true as const,
          },
        ]
      : []),
    { title: columns.amount, type: 'number', decimals: 3, width: 11, paper: false },
    { title: columns.amountUnit, type: 'text', width: 9, paper: false },
    { title: columns.price, type: 'money', decimals: 2, width: 10, paper: false },
    { title: columns.euros, type: 'money', decimals: 2, width: 12, ifAny: true },
    { title: columns.deadline, type: 'date', width: 14, paper: false },
    { title: columns.time, type: 'text', width: 9, paper: false },
    { title: columns.servedWeight, type: 'number', decimals: 3, width: 11, paper: false },
    { title: columns.factor, type: 'number', decimals: 3, width: 11, paper: false },
    { title: columns.boughtWeight, type: 'number', decimals: 3, width: 11, paper: false },
  ];
}

type Line = Pick<
  KitchenDish | DishRow,
  'byClass' | 'samples' | 'portions' | 'served' | 'bought' | 'unit' | 'packs' | 'fromStock'
>;

function figureCells(
  { byClass, samples, portions, served, bought, unit, ...taken }: Line,
  language: Language,
  texts: Messages,
) {
  const { M, E, C, A } = byClass;
  const measure = unit === null ? '' : texts.dishPlan.units[unit];
  // The kitchen weighs what is served; pieces are taken out whole.
  const amount = measured(unit === 'piece' ? bought : served, unit);
  return [M, E, C, A, samples, portions, amount, measure, packsText(taken, language)];
}

const courseName = ({ course }: Pick<DishRow, 'course'>, texts: Messages) =>
  course === null ? '' : texts.dishPlan.course[course];

function kitchenSections(plan: DishPlan, language: Language, texts: Messages): readonly TableSection[] {
  const byPlace = Map.groupBy(plan.kitchens, ({ place }) => place);
  return plan.places.flatMap(({ place, name }) => {
    const dishes = byPlace.get(place) ?? [];
    const rows = dishes.map((dish): readonly TableCell[] => [
      dish.date,
      name,
      dish.dish,
      courseName(dish, texts),
      ...figureCells(dish, language, texts),
      dish.surplus?.portions ?? null,
      measured(dish.surplus?.served ?? null, dish.unit),
      dish.surplus?.euros ?? null,
    ]);
    return rows.length === 0 ? [] : [{ name, details: [], rows, notes: problemNotes(dishes) }];
  });
}

/** Which dishes of a site a simple rule tells, having been better there than the model. */
function ruleNotes(dishes: readonly DishRow[], { dishPlan }: Messages): readonly string[] {
  const told = dishes.flatMap(({ rule, dish }) => (rule === null ? [] : [{ rule, dish }]));
  return [...Map.groupBy(told, ({ rule }) => rule)].map(([rule, own]) =>
    dishPlan.toldByRule(rule, [...new Set(own.map(({ dish }) => dish))]),
  );
}

function deliverySections(plan: DishPlan, language: Language, texts: Messages): readonly TableSection[] {
  const names = new Map(plan.places.map(({ place, name }) => [place, name]));
  return [...Map.groupBy(plan.rows, ({ siteId }) => siteId).values()].flatMap((dishes) => {
    const [first] = dishes;
    if (first === undefined) return [];
    const kitchen = names.get(first.place) ?? '';
    const rows = dishes.map((dish): readonly TableCell[] => [
      dish.date,
      kitchen,
      dish.site,
      dish.dish,
      courseName(dish, texts),
      ...figureCells(dish, language, texts),
    ]);
    const details = kitchen === first.site ? [] : [kitchen];
    return [{ name: first.site, details, rows, notes: ruleNotes(dishes, texts) }];
  });
}
