import type { AgeClass, KitchenDish, Language } from '../../api/records.ts';
import { amountFigure, portionText, stockText, surplusFigure } from './amounts.ts';
import type { KitchenPart, KitchenSheet } from './kitchen-sheet-data.ts';
import { kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { dietPanel, notePanel } from './production-notes.ts';
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
  return html`<article class="paper" style="page: place-${index}">
<header class="top"><div><p class="what">${texts.production}</p><h1>${longDate(sheet.date, language)}</h1><h2>${place.place.name}</h2>${placeLine(place, language)}</div>
${mealsFigure(place, language)}</header>
${place.dishes.length === 0 ? html`<p class="menu">${texts.noMenu}</p>` : null}
${dishTable(place, counts, language)}
<div class="low">${dietPanel(place, language)}${notePanel(place, language)}</div>
${closingBoxes(sheetTexts(language))}
</article>`;
}

/** Guests of each class that eats here, in the order of their age. */
export function classCounts({
  tables,
}: Pick<KitchenPart, 'tables'>): readonly (readonly [AgeClass, number])[] {
  return ages
    .map((age) => [age, tables.reduce((sum, { meals }) => sum + meals.byClass[age], 0)] as const)
    .filter(([, count]) => count > 0);
}

function placeLine({ place, tables }: KitchenPart, language: Language): Markup | null {
  const [only] = tables;
  if (place.kitchenId === null && only) return html`<p>${sheetTexts(language).kind[only.siteKind]}</p>`;
  return html`<p>${kitchenTexts(language).sites(tables.length)}</p>`;
}

export function mealsFigure({ tables }: Pick<KitchenPart, 'tables'>, language: Language): Markup {
  const children = tables.reduce((sum, { meals }) => sum + meals.children, 0);
  const adults = tables.reduce((sum, { meals }) => sum + meals.adults, 0);
  const words = kitchenTexts(language).meals(children, adults, (count) => whole(count, language));
  return html`<div class="figure"><b>${whole(children + adults, language)}</b><span>${words}</span></div>`;
}

type Counts = ReturnType<typeof classCounts>;

export function density(dishes: number): string {
  if (dishes <= roomyDishes) return 'roomy';
  return dishes <= airyDishes ? '' : 'dense';
}

function dishTable(place: KitchenPart, counts: Counts, language: Language): Markup {
  const texts = kitchenTexts(language);
  const ageWidth = counts.length > 3 ? 17 : 19;
  const rows = place.dishes.map((dish) => dishRow(dish, counts, language));
  const blanks = Array.from({ length: blankDishes }, () => blankRow(counts, language));
  return html`<table class="dishes cooked ${density(place.dishes.length)}"><colgroup><col>${counts.map(() => html`<col style="width: ${ageWidth}mm">`)}<col style="width: 18mm"><col style="width: 22mm"><col style="width: 22mm"><col style="width: 20mm"></colgroup>
<thead><tr><th scope="col">${sheetTexts(language).inServingOrder}</th>${counts.map(([age, count]) => html`<th scope="col"><b>${whole(count, language)}</b>${texts.age[age]}</th>`)}<th scope="col" class="tint">${texts.total}</th><th scope="col" class="tint">${texts.weight}</th><th scope="col">${texts.takeOut}</th><th scope="col">${texts.surplus}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : blanks}</tbody></table>`;
}

function dishRow(dish: KitchenDish, counts: Counts, language: Language): Markup {
  const texts = kitchenTexts(language);
  // With samples the classes do not add up to the total: that is said in the place of the unit.
  const under = dish.samples > 0 ? texts.sample(dish.samples) : texts.portions(dish.portions);
  const weight =
    dish.served === null || dish.unit === null ? null : amountFigure(dish.served, dish.unit, language);
  return html`<tr><th scope="row">${courseLine(dish, language)}<span class="dish">${dish.dish}</span></th>${counts.map(([age]) => ageCell(dish, age, language))}<td class="tint"><b>${whole(dish.portions, language)}</b><small>${under}</small></td><td class="tint">${weight === null ? '–' : figure(weight)}</td><td>${packCell(dish, language)}</td><td>${surplusCell(dish, language)}</td></tr>
`;
}

const figure = ({ figure: text, word }: { readonly figure: string; readonly word: string }) =>
  html`<b>${text}</b><small>${word}</small>`;

function courseLine({ course, choice }: KitchenDish, language: Language): Markup | null {
  const texts = sheetTexts(language);
  const words = [course === null ? null : texts.course[course], choice === null ? null : texts.choice];
  const line = words.filter((word) => word !== null).join(', ');
  return line === '' ? null : html`<span class="course">${line}</span>`;
}

function ageCell(dish: KitchenDish, age: AgeClass, language: Language): Markup {
  const portion = dish.portion[age];
  const packs = dish.containers.find((entry) => entry.age === age)?.packs ?? [];
  return html`<td><b>${whole(dish.byClass[age], language)}</b>${
    portion === null || dish.unit === null || dish.byClass[age] === 0
      ? null
      : html`<small>${portionText(portion, dish.unit, language)}</small>`
  }${packs.map(({ size, count }) => html`<small>${whole(count, language)} ${size}</small>`)}</td>`;
}

function packCell({ packs, fromStock }: KitchenDish, language: Language): Markup {
  const [first, second] = packs;
  const stock = stockText(fromStock, language);
  const kept = stock === null ? null : html`<small>${first === undefined ? stock : `+ ${stock}`}</small>`;
  if (first === undefined) return kept ?? html`–`;
  if (second === undefined) {
    return html`${figure({ figure: whole(first.count, language), word: first.size })}${kept}`;
  }
  return html`${packs.map(({ size, count }) => html`<span class="pack"><b>${whole(count, language)}</b> ${size}</span>`)}${kept}`;
}

function surplusCell(dish: KitchenDish, language: Language): Markup {
  const over = surplusFigure(dish, language);
  return over === null ? html`–` : figure(over);
}

function blankRow(counts: Counts, language: Language): Markup {
  return html`<tr><th scope="row"></th>${counts.map(([, count]) => html`<td><b>${whole(count, language)}</b></td>`)}<td class="tint"><b>${whole(
    counts.reduce((sum, [, count]) => sum + count, 0),
    language,
  )}</b></td><td class="tint"></td><td class="write"></td><td class="write"></td></tr>`;
}
