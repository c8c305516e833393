import type { AgeClass, DishRow, Language } from '../../api/records.ts';
import { amountFigure, stockText } from './amounts.ts';
import { type DishCell, type DishCells, emptyCell, writeCell } from './dish-rows.ts';
import type { KitchenPart, KitchenSheet, SheetTable } from './kitchen-sheet-data.ts';
import { kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { packParts } from './pack-names.ts';
import { ageHeads, classCounts, countCells, type DishTable, dishesPage } from './production-page.ts';
import { whole } from './sheet-format.ts';
import { sheetTexts } from './sheet-texts.ts';

/** What goes from a kitchen to one site, with boxes for temperatures and signatures. */
export function deliveryPage(
  table: SheetTable,
  place: KitchenPart,
  index: number,
  sheet: KitchenSheet,
  language: Language,
): Markup {
  const texts = kitchenTexts(language);
  const boxes = texts.deliveryBoxes.map((box) => html`<div>${box}</div>`);
  return dishesPage(
    {
      page: `site-${index}`,
      what: texts.delivery,
      name: table.site,
      about: place.place.kitchenId === null ? null : html`<p>${texts.from(place.place.name)}</p>`,
      // The kitchen keeps the samples and knows what is missing: neither is told to the site.
      place: { ...place, tables: [table], dishes: [] },
      table: deliveryTable(table, language),
      boxes: html`<div class="close">${boxes}</div>`,
    },
    sheet,
    language,
  );
}

function deliveryTable(table: SheetTable, language: Language): DishTable {
  const texts = kitchenTexts(language);
  const counts = classCounts({ tables: [table] });
  const ages = counts.map(([age]) => age);
  return {
    lines: table.dishes.map((dish) => deliveryLine(dish, ages, language)),
    widths: [...ages.map(() => 17), 20, 30, 15, 15],
    head: html`${ageHeads(counts, language)}<th scope="col" class="tint">${texts.total}</th><th scope="col">${texts.containers}</th><th scope="col">${texts.out}</th><th scope="col">${texts.arrival}</th>`,
    blank: [...countCells(counts, language), writeCell, writeCell, writeCell],
  };
}

function deliveryLine(dish: DishRow, ages: readonly AgeClass[], language: Language): DishCells {
  const { course } = dish;
  const weight =
    dish.served === null || dish.unit === null ? null : amountFigure(dish.served, dish.unit, language);
  return {
    course: course === null ? '' : sheetTexts(language).course[course],
    dish: dish.dish,
    cells: [
      ...ages.map((age) => ({ figure: whole(dish.byClass[age], language), under: [] })),
      {
        figure: whole(dish.portions, language),
        under: weight === null ? [] : [`${weight.figure}\u00a0${weight.word}`],
        tint: true,
      },
      takenCell(dish, language),
      writeCell,
      writeCell,
    ],
  };
}

/** Trays and packs that leave for the site, and what comes from stock. */
function takenCell({ packs, fromStock }: DishRow, language: Language): DishCell {
  const stock = stockText(fromStock, language);
  if (packs.length === 0 && stock === null) return emptyCell;
  const parts = packs.map((pack) => packParts(pack, language));
  return { figure: null, packs: parts, under: stock === null ? [] : [stock] };
}
