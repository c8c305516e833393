import type { Flag, Language } from '../../api/records.ts';
import { html, type Markup } from './markup.ts';
import { commonMenu, menuInOneLine } from './menu-groups.ts';
import { manyPages } from './paper-page.ts';
import type { SheetData, SheetGap, SheetSite } from './sheet-data.ts';
import { expectedRange, longDate, whole } from './sheet-format.ts';
import { type SheetTexts, sheetTexts } from './sheet-texts.ts';
import { basis } from './site-page.ts';

/** Up to this many sites the list has room for larger figures on one page. */
const airySites = 10;

/** The list of all sites with their orders and the day's total. */
export function summaryPage(data: SheetData, language: Language): Markup {
  const texts = sheetTexts(language);
  const shared = sharedFlags(data.sites);
  const menu = commonMenu(data.sites);
  const day = longDate(data.date, language);
  const head = html`<header class="top"><div><p class="what">${texts.summaryTitle}</p><h1>${day}</h1><h2>${texts.allSites}</h2><p>${texts.sites(data.sites.length)}</p></div>
${data.total === null ? null : total(data.total, texts, language)}</header>
`;
  return manyPages({
    head,
    running: `${day} · ${texts.allSites}`,
    body: [
      data.warnings.length === 0
        ? null
        : html`<p class="menu"><strong>${data.warnings.join(' ')}</strong></p>`,
      shared.length === 0
        ? null
        : html`<p class="menu"><strong>${shared.map((flag) => texts.flag[flag]).join(' · ')}</strong></p>`,
      menu === null
        ? null
        : html`<p class="menu"><strong>${texts.menu}</strong> ${menuInOneLine(menu, texts)}</p>`,
      data.sites.length === 0
        ? html`<p class="menu"><strong>${texts.noService}</strong></p>`
        : siteTable(data, shared, language),
      data.gaps.length === 0 ? null : gapList(data.gaps, texts),
      basis(data, language),
      data.total !== null && data.total.order > data.total.high
        ? html`<p class="basis">${texts.sumNote}</p>`
        : null,
    ],
  });
}

function total(sum: NonNullable<SheetData['total']>, texts: SheetTexts, language: Language): Markup {
  return html`<div class="figure"><b>${whole(sum.order, language)}</b><span>${texts.meals(sum.order)}</span><span>${texts.expected(expectedRange(sum, language))}</span></div>`;
}

function siteTable(data: SheetData, shared: readonly Flag[], language: Language): Markup {
  const texts = sheetTexts(language);
  const rows = data.sites.map((site) => siteRow(site, shared, texts, language));
  return html`<table class="sites ${data.sites.length <= airySites ? 'airy' : ''}"><colgroup><col><col style="width: 23mm"><col style="width: 26mm"><col style="width: 21mm"><col style="width: 21mm"><col style="width: 21mm"></colgroup>
<thead><tr><th scope="col">${texts.site}</th><th scope="col" class="tint">${texts.order}</th><th scope="col">${texts.range}</th><th scope="col">${texts.childrenServed}</th><th scope="col">${texts.adultsServed}</th><th scope="col">${texts.left}</th></tr></thead>
<tbody>${rows}${data.total === null ? null : sumRow(data.total, texts, language)}</tbody></table>`;
}

function siteRow(site: SheetSite, shared: readonly Flag[], texts: SheetTexts, language: Language): Markup {
  const own = site.flags.filter((flag) => !shared.includes(flag)).map((flag) => texts.flag[flag]);
  const remark = own.length === 0 ? null : html` · <strong>${own.join(' · ')}</strong>`;
  return html`<tr><th scope="row"><span class="name">${site.site}</span><small>${texts.kind[site.siteKind]}${remark}</small></th><td class="tint"><b>${whole(site.order, language)}</b></td><td class="range">${expectedRange(site, language)}</td><td class="write"></td><td class="write"></td><td class="write"></td></tr>
`;
}

function sumRow(sum: NonNullable<SheetData['total']>, texts: SheetTexts, language: Language): Markup {
  return html`<tr class="sum"><th scope="row"><span class="name">${texts.total}</span><small>${texts.sums}</small></th><td class="tint"><b>${whole(sum.order, language)}</b></td><td class="range">${expectedRange(sum, language)}</td><td class="write"></td><td class="write"></td><td class="write"></td></tr>`;
}

/** Sites without an order, those with one reason together. */
function gapList(gaps: readonly SheetGap[], texts: SheetTexts): Markup {
  const items = [...Map.groupBy(gaps, ({ reason }) => reason)].map(([reason, group]) => {
    const names = group.map(({ site, siteKind }) => `${site} (${texts.kind[siteKind]})`);
    return html`<li><strong>${reason}</strong> – ${names.join(', ')}</li>`;
  });
  return html`<div class="gaps"><h3>${texts.withoutOrder}</h3><ul>${items}</ul></div>`;
}

/** Flags that every site of the day has: they are said once, above the list. */
function sharedFlags(sites: readonly SheetSite[]): readonly Flag[] {
  const first = sites[0];
  if (first === undefined || sites.length < 2) return [];
  return first.flags.filter((flag) => sites.every(({ flags }) => flags.includes(flag)));
}
