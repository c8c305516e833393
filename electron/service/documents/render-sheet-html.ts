import type { Language } from '../../api/records.ts';
import { html, type Markup } from './markup.ts';
import { paperDocument } from './paper-document.ts';
import { onePage } from './paper-page.ts';
import type { SheetData, SheetGap } from './sheet-data.ts';
import { longDate } from './sheet-format.ts';
import { sheetStyle } from './sheet-style.ts';
import { sheetTexts } from './sheet-texts.ts';
import { basis, sitePage } from './site-page.ts';
import { summaryPage } from './summary-page.ts';

/** One self-contained A4 document: no script, nothing loaded. The same on screen, on paper and as PDF. */
export function renderSheetHtml(data: SheetData, language: Language): string {
  const texts = sheetTexts(language);
  const title = [
    data.scope === 'site' ? texts.title : texts.summaryTitle,
    data.scope === 'site' ? (data.sites[0] ?? data.gaps[0])?.site : texts.allSites,
    longDate(data.date, language),
  ];
  const style = sheetStyle(data, language);
  return paperDocument({
    language,
    title: title.filter((part) => part !== undefined).join(' – '),
    style,
    body: html`
${pages(data, language)}
`,
  });
}

function pages(data: SheetData, language: Language): readonly Markup[] {
  const sitePages = () => data.sites.map((site, i) => sitePage(site, i, data, language));
  if (data.scope === 'summary') return [summaryPage(data, language)];
  if (data.scope === 'full') return [summaryPage(data, language), ...sitePages()];
  return data.sites.length > 0 ? sitePages() : data.gaps.map((gap) => gapPage(gap, data, language));
}

/** A site without an order still gets its page, which says why. */
function gapPage(gap: SheetGap, data: SheetData, language: Language): Markup {
  const texts = sheetTexts(language);
  const head = html`<header class="top"><div><p class="what">${texts.title}</p><h1>${longDate(data.date, language)}</h1><h2>${gap.site}</h2><p>${texts.kind[gap.siteKind]}</p></div></header>
`;
  const reason = html`<p class="menu"><strong>${texts.withoutOrder}</strong> – ${gap.reason}</p>`;
  return onePage({ head, body: [reason, basis(data, language)] });
}
