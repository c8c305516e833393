import type { AgeClass, DishRow, Language } from '../../api/records.ts';
import { amountFigure, packsText } from './amounts.ts';
import type { KitchenPart, KitchenSheet, SheetTable } from './kitchen-sheet-data.ts';
import { kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { dietPanel, notePanel } from './production-notes.ts';
import { classCounts, density, mealsFigure } from './production-page.ts';
import { longDate, whole } from './sheet-format.ts';
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
  const own: KitchenPart = { ...place, tables: [table] };
  const from = place.place.kitchenId === null ? null : html`<p>${texts.from(place.place.name)}</p>`;
  return html`<article class="paper" style="page: site-${index}">
<header class="top"><div><p class="what">${texts.delivery}</p><h1>${longDate(sheet.date, language)}</h1><h2>${table.site}</h2>${from}</div>
${mealsFigure(own, language)}</header>
${table.dishes.length === 0 ? html`<p class="menu">${texts.noMenu}</p>` : null}
${deliveryTable(table, language)}
<div class="low">${dietPanel({ ...own, dishes: [] }, language)}${notePanel({ ...own, dishes: [] }, language)}</div>
<div class="close">${texts.deliveryBoxes.map((box) => html`<div>${box}</div>`)}</div>
</article>`;
}

function deliveryTable(table: SheetTable, language: Language): Markup {
  const texts = kitchenTexts(language);
  const counts = classCounts({ tables: [table] });
  const rows = table.dishes.map((dish) =>
    deliveryRow(
      dish,
      counts.map(([age]) => age),
      language,
    ),
  );
  const blanks = Array.from({ length: 6 }, () => blankRow(counts, language));
  return html`<table class="dishes cooked ${density(table.dishes.length)}"><colgroup><col>${counts.map(() => html`<col style="width: 17mm">`)}<col style="width: 20mm"><col style="width: 30mm"><col style="width: 15mm"><col style="width: 15mm"></colgroup>
<thead><tr><th scope="col">${sheetTexts(language).inServingOrder}</th>${counts.map(([age, count]) => html`<th scope="col"><b>${whole(count, language)}</b>${texts.age[age]}</th>`)}<th scope="col" class="tint">${texts.total}</th><th scope="col">${texts.containers}</th><th scope="col">${texts.out}</th><th scope="col">${texts.arrival}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : blanks}</tbody></table>`;
}

function deliveryRow(dish: DishRow, ages: readonly AgeClass[], language: Language): Markup {
  const { course } = dish;
  const label =
    course === null ? null : html`<span class="course">${sheetTexts(language).course[course]}</span>`;
  const weight =
    dish.served === null || dish.unit === null ? null : amountFigure(dish.served, dish.unit, language);
  return html`<tr><th scope="row">${label}<span class="dish">${dish.dish}</span></th>${ages.map((age) => html`<td><b>${whole(dish.byClass[age], language)}</b></td>`)}<td class="tint"><b>${whole(dish.portions, language)}</b>${weight === null ? null : html`<small>${weight.figure}\u00a0${weight.word}</small>`}</td><td>${packsText(dish, language) || '–'}</td><td class="write"></td><td class="write"></td></tr>
`;
}

function blankRow(counts: ReturnType<typeof classCounts>, language: Language): Markup {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return html`<tr><th scope="row"></th>${counts.map(([, count]) => html`<td><b>${whole(count, language)}</b></td>`)}<td class="tint"><b>${whole(total, language)}</b></td><td class="write"></td><td class="write"></td><td class="write"></td></tr>`;
}
