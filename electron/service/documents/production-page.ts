import type { AgeClass, KitchenDish, Language } from '../../api/records.ts';
import { amountFigure, portionText, stockText, surplusFigure } from './amounts.ts';
import {
  type DishCell,
  type DishCells,
  type DishColumns,
  dishRow,
  emptyCell,
  rowsHeight,
  writeCell,
} from './dish-rows.ts';
import { boxesHeight, type Density, fitPage, headHeight, pageWidth, tableHeadHeight } from './fit.ts';
import type { KitchenPart, KitchenSheet } from './kitchen-sheet-data.ts';
import { kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { packCount, packName, packParts } from './pack-names.ts';
import { manyPages, onePage } from './paper-page.ts';
import { lowPanels, panelsHeight } from './production-notes.ts';
import { longDate, whole } from './sheet-format.ts';
import { sheetTexts } from './sheet-texts.ts';
import { closingBoxes } from './site-page.ts';

const ages: readonly AgeClass[] = ['M', 'E', 'C', 'A'];
/** Rows to write in when the menu is not known. */
const blankDishes = 6;
/** More dishes than this take closer rows, so that they stay one page. */
const roomyDishes = 7;
const airyDishes = 10;

/** What one kitchen cooks on one day: dishes in serving order × age class, weight, packs, and what is over. */
export function productionPage(
  place: KitchenPart,
  index: number,
  sheet: KitchenSheet,
  language: Language,
): Markup {
  const texts = kitchenTexts(language);
  const counts = classCounts(place);
  const ageWidth = counts.length > 3 ? 17 : 19;
  const table: DishTable = {
    lines: place.dishes.map((dish) => dishLine(dish, counts, language)),
    widths: [...counts.map(() => ageWidth), 18, 22, 23, 20],
    head: html`${ageHeads(counts, language)}<th scope="col" class="tint">${texts.total}</th><th scope="col" class="tint">${texts.weight}</th><th scope="col">${texts.takeOut}</th><th scope="col">${texts.surplus}</th>`,
    blank: [...countCells(counts, language), { ...emptyCell, under: [], tint: true }, writeCell, writeCell],
  };
  return dishesPage(
    {
      page: `place-${index}`,
      what: texts.production,
      name: place.place.name,
      about: placeLine(place, language),
      place,
      table,
      boxes: closingBoxes(sheetTexts(language)),
    },
    sheet,
    language,
  );
}

/** Diners of each class that eats here, in the order of their age; `null`: how many come is not known of every site. */
export function classCounts({
  tables,
}: Pick<KitchenPart, 'tables'>): readonly (readonly [AgeClass, number | null])[] {
  const isKnown = tables.every(({ meals }) => meals.children !== null);
  const eats = (age: AgeClass) =>
    tables.some(
      ({ meals, dishes }) =>
        meals.byClass[age] > 0 || (meals.children === null && dishes.some(({ byClass }) => byClass[age] > 0)),
    );
  return ages.filter(eats).map((age) => {
    return [age, isKnown ? tables.reduce((sum, { meals }) => sum + meals.byClass[age], 0) : null] as const;
  });
}

type Counts = ReturnType<typeof classCounts>;

export interface DishTable {
  readonly lines: readonly DishCells[];
  /** Millimetres of the columns beside the dishes. */
  readonly widths: readonly number[];
  readonly head: Markup;
  /** A row to write in. */
  readonly blank: readonly DishCell[];
}

export interface DishesPage {
  /** The named page of the style. */
  readonly page: string;
  readonly what: string;
  readonly name: string;
  readonly about: Markup | null;
  readonly place: KitchenPart;
  readonly table: DishTable;
  readonly boxes: Markup;
}

/** A sheet of dishes: one page with the diets under the dishes; where that cannot be, pages, with the diets on the first. */
export function dishesPage(made: DishesPage, { date, warnings }: KitchenSheet, language: Language): Markup {
  const { page, what, name, about, place, table, boxes } = made;
  const day = longDate(date, language);
  const head = html`<header class="top"><div><p class="what">${what}</p><h1>${day}</h1><h2>${name}</h2>${about}</div>
${mealsFigure(place, language)}</header>
`;
  const columns = columnsOf(table);
  const { density, fits } = fitPage(
    densityOf(table.lines.length),
    (step) =>
      headHeight(name) +
      tableHeadHeight +
      (table.lines.length === 0 ? blankDishes * 18.5 + 8 : rowsHeight(table.lines, columns, step)) +
      panelsHeight(place, warnings, step, language) +
      boxesHeight,
  );
  const noMenu = table.lines.length === 0 ? html`<p class="menu">${kitchenTexts(language).noMenu}</p>` : null;
  const dishes = dishTable(table, density, language);
  const low = lowPanels(place, warnings, language);
  const running = `${day} · ${name}`;
  return fits
    ? onePage({ page, head, body: [noMenu, dishes, low, boxes] })
    : manyPages({ page, head, running, body: [low, noMenu, dishes, boxes] });
}

const columnsOf = ({ widths }: DishTable): DishColumns => ({
  dish: pageWidth - widths.reduce((sum, width) => sum + width, 0),
  cells: widths,
});

function densityOf(dishes: number): Density {
  if (dishes <= roomyDishes) return 'roomy';
  return dishes <= airyDishes ? 'normal' : 'dense';
}

function dishTable({ lines, widths, head, blank }: DishTable, density: Density, language: Language): Markup {
  const blanks = Array.from({ length: blankDishes }, () => dishRow({ course: '', dish: '', cells: blank }));
  return html`<table class="dishes cooked ${density}"><colgroup><col>${widths.map((width) => html`<col style="width: ${width}mm">`)}</colgroup>
<thead><tr><th scope="col">${sheetTexts(language).inServingOrder}</th>${head}</tr></thead>
<tbody>${lines.length > 0 ? lines.map(dishRow) : blanks}</tbody></table>
`;
}

export const ageHeads = (counts: Counts, language: Language): readonly Markup[] =>
  counts.map(
    ([age, count]) =>
      html`<th scope="col">${count === null ? null : html`<b>${whole(count, language)}</b>`}${kitchenTexts(language).age[age]}</th>`,
  );

/** What a row to write in says already: the diners of each class, and all. */
export function countCells(counts: Counts, language: Language): readonly DishCell[] {
  const cell = (count: number | null): DishCell =>
    count === null ? writeCell : { figure: whole(count, language), under: [] };
  const total = counts.reduce<number | null>(
    (sum, [, count]) => (sum === null || count === null ? null : sum + count),
    0,
  );
  return [...counts.map(([, count]) => cell(count)), { ...cell(total), tint: true }];
}

function placeLine({ place, tables }: KitchenPart, language: Language): Markup {
  const [only] = tables;
  if (place.kitchenId === null && only) return html`<p>${sheetTexts(language).kind[only.siteKind]}</p>`;
  return html`<p>${kitchenTexts(language).sites(tables.length)}</p>`;
}

export function mealsFigure({ tables }: Pick<KitchenPart, 'tables'>, language: Language): Markup {
  const texts = kitchenTexts(language);
  const known = tables.filter(({ meals }) => meals.children !== null);
  const unknown = tables.length - known.length;
  if (known.length === 0) return html`<div class="figure"><b>–</b><span>${texts.mealsUnknown}</span></div>`;
  const children = known.reduce((sum, { meals }) => sum + (meals.children ?? 0), 0);
  const adults = known.reduce((sum, { meals }) => sum + meals.adults, 0);
  const words = texts.meals(children, adults, (count) => whole(count, language));
  const rest = unknown > 0 ? html`<span>${texts.sitesUnknown(unknown)}</span>` : null;
  return html`<div class="figure"><b>${whole(children + adults, language)}</b><span>${words}</span>${rest}</div>`;
}

function dishLine(dish: KitchenDish, counts: Counts, language: Language): DishCells {
  const texts = kitchenTexts(language);
  // With samples the classes do not add up to the total: that is said in the place of the unit.
  const under = dish.samples > 0 ? texts.sample(dish.samples) : texts.portions(dish.portions);
  const weight =
    dish.served === null || dish.unit === null ? null : amountFigure(dish.served, dish.unit, language);
  return {
    course: courseWords(dish, language),
    dish: dish.dish,
    cells: [
      ...counts.map(([age]) => ageCell(dish, age, language)),
      { figure: whole(dish.portions, language), under: [under], tint: true },
      { ...(weight === null ? emptyCell : figureCell(weight)), tint: true },
      packCell(dish, language),
      surplusCell(dish, language),
    ],
  };
}

const figureCell = ({ figure, word }: { readonly figure: string; readonly word: string }): DishCell => ({
  figure,
  under: [word],
});

function courseWords({ course, choice }: KitchenDish, language: Language): string {
  const texts = sheetTexts(language);
  const words = [course === null ? null : texts.course[course], choice === null ? null : texts.choice];
  return words.filter((word) => word !== null).join(', ');
}

function ageCell(dish: KitchenDish, age: AgeClass, language: Language): DishCell {
  const portion = dish.portion[age];
  const packs = dish.containers.find((entry) => entry.age === age)?.packs ?? [];
  const isServed = portion !== null && dish.unit !== null && dish.byClass[age] > 0;
  return {
    figure: whole(dish.byClass[age], language),
    under: [
      ...(isServed && dish.unit !== null ? [portionText(portion, dish.unit, language)] : []),
      ...packs.map(({ size, count }) => packCount(count, size, language)),
    ],
  };
}

function packCell({ packs, fromStock }: KitchenDish, language: Language): DishCell {
  const [first, second] = packs;
  const stock = stockText(fromStock, language);
  const under = stock === null ? [] : [first === undefined ? stock : `+ ${stock}`];
  if (first === undefined) return stock === null ? emptyCell : { figure: null, under };
  if (second === undefined) {
    return {
      figure: whole(first.count, language),
      under: [packName(first.size, first.count), ...under],
    };
  }
  return { figure: null, packs: packs.map((pack) => packParts(pack, language)), under };
}

function surplusCell(dish: KitchenDish, language: Language): DishCell {
  const over = surplusFigure(dish, language);
  return over === null ? emptyCell : figureCell(over);
}
