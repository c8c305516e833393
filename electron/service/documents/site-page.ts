import { levelInDays } from '../../api/level-in-days.ts';
import type { Language } from '../../api/records.ts';
import { rowsHeight, siteTypes } from './dish-rows.ts';
import {
  boxesHeight,
  type Density,
  fitPage,
  headHeight,
  lineHeight,
  pageWidth,
  tableHeadHeight,
  textHeight,
} from './fit.ts';
import { html, Markup } from './markup.ts';
import { type DishGroup, dishGroups } from './menu-groups.ts';
import { manyPages, onePage } from './paper-page.ts';
import type { SheetData, SheetSite } from './sheet-data.ts';
import { expectedRange, longDate, madeWhen, percent, shortDate, whole } from './sheet-format.ts';
import { type SheetTexts, sheetTexts } from './sheet-texts.ts';

/** Rows to write in when the menu is not known. */
const blankDishes = 6;

/** With few dishes the page has room for larger figures; with many, closer rows keep it one page. */
function densityOf(dishes: number): Density {
  if (dishes <= 8) return 'roomy';
  return dishes <= 10 ? 'normal' : 'dense';
}

const writeColumns = [25, 25, 25, 25];
const columns = { dish: pageWidth - 100, cells: writeColumns };

/** Millimetres that the sheet takes at most. */
function heightOf(site: SheetSite, items: readonly Note[], step: Density): number {
  const lines = site.dishes.map(({ dish }) => ({ course: dish, dish, cells: [] }));
  const rows = lines.length === 0 ? blankDishes * 19 + 8 : rowsHeight(lines, columns, step, siteTypes);
  const notes = items.reduce((sum, { text }) => sum + 2.4 + textHeight(text, 11, 1.25, 80), 0);
  const basisLines = 3 * lineHeight(8.4) + 2.5;
  return headHeight(site.site) + tableHeadHeight + rows + 11 + Math.max(notes, 26) + boxesHeight + basisLines;
}

/** The page of one site: what to cook, in serving order, and boxes for what happened. */
export function sitePage(site: SheetSite, index: number, data: SheetData, language: Language): Markup {
  const texts = sheetTexts(language);
  const day = longDate(data.date, language);
  const items = noteItems(site, data, language);
  const head = html`<header class="top"><div><p class="what">${texts.title}</p><h1>${day}</h1><h2>${site.site}</h2><p>${texts.kind[site.siteKind]}</p></div>
<div class="figure"><b>${whole(site.order, language)}</b><span>${texts.meals(site.order)}</span><span>${texts.expected(expectedRange(site, language))}</span></div></header>
`;
  const { density, fits } = fitPage(densityOf(site.dishes.length), (step) => heightOf(site, items, step));
  const noMenu = site.dishes.length === 0 ? html`<p class="menu">${texts.noMenu}</p>` : null;
  const dishes = dishTable(site, density, texts, language);
  const low = html`<div class="low">${notes(items, texts)}<div class="lines"><h3>${texts.notes}</h3><i></i><i></i><i></i></div></div>`;
  const last = [closingBoxes(texts), basis(data, language)];
  const page = { page: `site-${index}`, head, running: `${day} · ${site.site}` };
  return fits
    ? onePage({ ...page, body: [noMenu, dishes, low, ...last] })
    : manyPages({ ...page, body: [low, noMenu, dishes, ...last] });
}

/** Says how the orders were found and from which records; on screen, where no page foot is, also when. */
export function basis(data: SheetData, language: Language): Markup {
  const texts = sheetTexts(language);
  const how = texts.basis(
    percent(data.serviceLevel, language),
    levelInDays(data.serviceLevel),
    data.recordsTo === null ? null : shortDate(data.recordsTo, language),
  );
  return html`<p class="basis">${how}<span class="screen"> ${madeWhen(data, language)}.</span></p>`;
}

export function closingBoxes(texts: SheetTexts): Markup {
  const boxes = [texts.childrenServed, texts.adultsServed, texts.leftovers, texts.visa];
  return html`<div class="close">${boxes.map((box) => html`<div>${box}</div>`)}</div>`;
}

function dishTable(site: SheetSite, density: Density, texts: SheetTexts, language: Language): Markup {
  const groups = dishGroups(site.dishes).map((group) => dishRows(group, site.order, texts, language));
  const blanks = Array.from({ length: blankDishes }, () => blankRow(whole(site.order, language)));
  return html`<table class="dishes ${density}"><colgroup><col>${writeColumns.map((width) => html`<col style="width: ${width}mm">`)}</colgroup>
<thead><tr><th scope="col">${texts.inServingOrder}</th><th scope="col" class="tint">${texts.portions}</th><th scope="col">${texts.prepared}</th><th scope="col">${texts.served}</th><th scope="col">${texts.left}</th></tr></thead>
${groups.length > 0 ? groups : blanks}</table>`;
}

function dishRows(group: DishGroup, order: number, texts: SheetTexts, language: Language): Markup {
  const rows = group.map(({ dish, course }, i) => {
    const name = course === null ? null : texts.course[course];
    const label = i > 0 ? [texts.or] : [name, group.length > 1 ? texts.choice : null];
    return html`<tr><th scope="row"><span class="course">${label.filter((word) => word !== null).join(', ')}</span><span class="dish">${dish}</span></th>${
      i === 0 ? portionCell(group.length, order, texts, language) : null
    }${writeCells()}</tr>`;
  });
  return html`<tbody>${rows}</tbody>`;
}

function portionCell(choices: number, order: number, texts: SheetTexts, language: Language): Markup {
  const figure = html`<b>${whole(order, language)}</b>`;
  if (choices === 1) return html`<td class="tint">${figure}</td>`;
  return html`<td class="tint last" rowspan="${choices}">${figure}<small>${texts.choiceNote}</small></td>`;
}

function blankRow(order: string): Markup {
  return html`<tbody><tr><th scope="row"></th><td class="tint"><b>${order}</b></td>${writeCells()}</tr></tbody>`;
}

function writeCells(): Markup {
  return new Markup('<td class="write"></td><td class="write"></td><td class="write"></td>');
}

interface Note {
  readonly text: string;
  readonly strong: boolean;
}

function noteItems(site: SheetSite, { warnings }: SheetData, language: Language): readonly Note[] {
  const texts = sheetTexts(language);
  const plain = [
    site.capacity === null ? null : texts.capacity(whole(site.capacity, language)),
    texts.model[site.model],
  ].filter((text) => text !== null);
  return [
    ...warnings.map((text) => ({ text, strong: true })),
    ...site.flags.map((flag) => ({ text: texts.flag[flag], strong: true })),
    ...(plain.length === 0 ? [] : [{ text: plain.join(' · '), strong: false }]),
  ];
}

function notes(items: readonly Note[], texts: SheetTexts): Markup {
  const lines = items.map(({ text, strong }) => html`<li class="${strong ? 'strong' : ''}">${text}</li>`);
  return html`<div class="notes"><h3>${texts.toKnow}</h3><ul>${lines.length > 0 ? lines : html`<li>–</li>`}</ul></div>`;
}
