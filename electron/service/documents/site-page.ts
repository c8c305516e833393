import type { Language } from '../../api/records.ts';
import { html, Markup } from './markup.ts';
import { type DishGroup, dishGroups } from './menu-groups.ts';
import type { SheetData, SheetSite } from './sheet-data.ts';
import { expectedRange, longDate, madeWhen, percent, shortDate, whole } from './sheet-format.ts';
import { type SheetTexts, sheetTexts } from './sheet-texts.ts';

/** Rows to write in when the menu is not known. */
const blankDishes = 6;

/** With few dishes the page has room for larger figures; with many, closer rows keep it one page. */
function density(dishes: number): string {
  if (dishes <= 8) return 'roomy';
  return dishes <= 10 ? '' : 'dense';
}

/** The page of one site: what to cook, in serving order, and boxes for what happened. */
export function sitePage(site: SheetSite, index: number, data: SheetData, language: Language): Markup {
  const texts = sheetTexts(language);
  return html`<article class="paper" style="page: site-${index}">
<header class="top"><div><p class="what">${texts.title}</p><h1>${longDate(data.date, language)}</h1><h2>${site.site}</h2><p>${texts.kind[site.siteKind]}</p></div>
<div class="figure"><b>${whole(site.order, language)}</b><span>${texts.meals(site.order)}</span><span>${texts.expected(expectedRange(site, language))}</span></div></header>
${site.dishes.length === 0 ? html`<p class="menu">${texts.noMenu}</p>` : null}
${dishTable(site, texts, language)}
<div class="low">${notes(site, texts, language)}<div class="lines"><h3>${texts.notes}</h3><i></i><i></i><i></i></div></div>
${closingBoxes(texts)}
${basis(data, language)}
</article>`;
}

/** Says how the orders were found and from which records; on screen, where no page foot is, also when. */
export function basis(data: SheetData, language: Language): Markup {
  const texts = sheetTexts(language);
  const how = texts.basis(percent(data.serviceLevel, language), shortDate(data.asOf, language));
  return html`<p class="basis">${how}<span class="screen"> ${madeWhen(data, language)}.</span></p>`;
}

export function closingBoxes(texts: SheetTexts): Markup {
  const boxes = [texts.childrenServed, texts.adultsServed, texts.leftovers, texts.visa];
  return html`<div class="close">${boxes.map((box) => html`<div>${box}</div>`)}</div>`;
}

function dishTable(site: SheetSite, texts: SheetTexts, language: Language): Markup {
  const groups = dishGroups(site.dishes).map((group) => dishRows(group, site.order, texts, language));
  const blanks = Array.from({ length: blankDishes }, () => blankRow(whole(site.order, language)));
  return html`<table class="dishes ${density(site.dishes.length)}"><colgroup><col><col style="width: 25mm"><col style="width: 25mm"><col style="width: 25mm"><col style="width: 25mm"></colgroup>
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

function notes(site: SheetSite, texts: SheetTexts, language: Language): Markup {
  const plain = [
    site.capacity === null ? null : texts.capacity(whole(site.capacity, language)),
    texts.model[site.model],
  ].filter((text) => text !== null);
  const items = [
    ...site.flags.map((flag) => html`<li class="strong">${texts.flag[flag]}</li>`),
    ...(plain.length === 0 ? [] : [html`<li>${plain.join(' · ')}</li>`]),
  ];
  return html`<div class="notes"><h3>${texts.toKnow}</h3><ul>${items.length > 0 ? items : html`<li>–</li>`}</ul></div>`;
}
