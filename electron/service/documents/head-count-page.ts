import type { AgeClass, Language } from '../../api/records.ts';
import type { KitchenPart, KitchenSheet, SheetTable } from './kitchen-sheet-data.ts';
import { kitchenTexts } from './kitchen-texts.ts';
import { html, type Markup } from './markup.ts';
import { manyPages } from './paper-page.ts';
import { notePanel } from './production-notes.ts';
import { classCounts, mealsFigure } from './production-page.ts';
import { longDate, whole } from './sheet-format.ts';
import { sheetTexts } from './sheet-texts.ts';

/** Lines for the classes of a school. */
const classLines = 14;

/** Boxes to write the morning's count in, class by class, beside what was ordered. */
export function headCountPage(
  table: SheetTable,
  place: KitchenPart,
  index: number,
  sheet: KitchenSheet,
  language: Language,
): Markup {
  const texts = kitchenTexts(language);
  const own: KitchenPart = { ...place, tables: [table], dishes: [] };
  const kitchen =
    place.place.kitchenId === null ? sheetTexts(language).kind[table.siteKind] : place.place.name;
  const day = longDate(sheet.date, language);
  const head = html`<header class="top"><div><p class="what">${texts.headCount}</p><h1>${day}</h1><h2>${table.site}</h2><p>${kitchen}</p></div>
${mealsFigure(own, language)}</header>
`;
  return manyPages({
    page: `site-${index}`,
    head,
    running: `${day} · ${table.site}`,
    body: [
      orderedTable(own, language),
      classTable(language),
      html`<div class="low alone">${notePanel(own, sheet.warnings, language)}</div>`,
      html`<div class="close">${texts.headCountBoxes.map((box) => html`<div>${box}</div>`)}</div>`,
    ],
  });
}

function orderedTable(own: KitchenPart, language: Language): Markup {
  const texts = kitchenTexts(language);
  const counts = classCounts(own);
  return html`<table class="sites boxes"><colgroup><col><col style="width: 34mm"><col style="width: 44mm"></colgroup>
<thead><tr><th scope="col"></th><th scope="col" class="tint">${texts.ordered}</th><th scope="col">${texts.called}</th></tr></thead>
<tbody>${counts.map(([age, count]) => html`<tr><th scope="row"><span class="name">${texts.ageLong[age]}</span></th><td class="tint"><b>${whole(count ?? 0, language)}</b></td><td class="write"></td></tr>`)}</tbody></table>`;
}

function classTable(language: Language): Markup {
  const texts = kitchenTexts(language);
  const heads = [texts.present, texts.withoutMeat, texts.withoutPork, texts.pai, texts.adultsPresent];
  const cells = heads.map(() => html`<td class="write"></td>`);
  const lines = Array.from({ length: classLines }, () => html`<tr><th scope="row"></th>${cells}</tr>`);
  return html`<table class="classes"><colgroup><col>${heads.map(() => html`<col style="width: 25mm">`)}</colgroup>
<thead><tr><th scope="col">${texts.classroom}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${lines}</tbody></table>`;
}

const ages: readonly AgeClass[] = ['M', 'E', 'C', 'A'];

/** All sites on one list, for whoever calls them: what each ordered, and boxes by class. */
export function headCountList(sheet: KitchenSheet, name: string, language: Language): Markup {
  const texts = kitchenTexts(language);
  // Whoever is on the telephone looks a name up.
  const tables = sheet.places
    .flatMap((place) => place.tables)
    .toSorted((a, b) => a.site.localeCompare(b.site, language, { numeric: true }));
  const eating = ages.filter((age) => tables.some(({ meals }) => meals.byClass[age] > 0));
  const heads = eating.map((age) => html`<th scope="col">${texts.ageLong[age]}</th>`);
  const day = longDate(sheet.date, language);
  const head = html`<header class="top"><div><p class="what">${texts.headCount}</p><h1>${day}</h1><h2>${name}</h2><p>${texts.sites(tables.length)}</p></div>${mealsFigure({ tables }, language)}</header>
`;
  const list = html`<table class="sites"><colgroup><col><col style="width: 23mm">${eating.map(() => html`<col style="width: 24mm">`)}</colgroup>
<thead><tr><th scope="col">${texts.site}</th><th scope="col" class="tint">${texts.ordered}</th>${heads}</tr></thead>
<tbody>${tables.map((table) => listRow(table, eating, language))}</tbody></table>`;
  return manyPages({ head, running: `${day} · ${name}`, body: [list] });
}

function listRow(table: SheetTable, eating: readonly AgeClass[], language: Language): Markup {
  const { meals } = table;
  const cells = eating.map((age) =>
    meals.byClass[age] > 0
      ? html`<td class="write hint"><small>${whole(meals.byClass[age], language)}</small></td>`
      : html`<td class="none">–</td>`,
  );
  return html`<tr><th scope="row"><span class="name">${table.site}</span><small>${sheetTexts(language).kind[table.siteKind]}</small></th><td class="tint"><b>${whole((meals.children ?? 0) + meals.adults, language)}</b></td>${cells}</tr>
`;
}
