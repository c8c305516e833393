import type { IsoDate, Language, SiteKind, Tare, WasteSource } from '../../api/records.ts';
import { formatNumber } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import { html, type Markup } from './markup.ts';
import { paperDocument } from './paper-document.ts';
import { onePage } from './paper-page.ts';
import { longDate, madeWhen, whole } from './sheet-format.ts';
import { marginBox, paperRules } from './sheet-style.ts';
import { sheetTexts } from './sheet-texts.ts';

export interface WeighingSheet {
  readonly site: string;
  readonly siteKind: SiteKind;
  /** The weighings that are this site's own. */
  readonly sources: readonly WasteSource[];
  readonly tares: readonly Tare[];
  /** A page each; `place`: which day of the campaign it is. */
  readonly days: readonly {
    readonly date: IsoDate;
    readonly place: number;
    readonly expected: number | null;
    readonly prepared: number | null;
  }[];
  /** Days of the campaign. */
  readonly of: number;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string;
}

type Words = Messages['weighings']['paper'];

const order: readonly WasteSource[] = ['preparation', 'unserved', 'plates'];
/** Containers of a weighing that still leave all three on one page. */
const mostRows = 4;

const rules = `
.weigh { margin-top: 4mm; }
.weigh + .weigh { margin-top: 4mm; }
.weigh > div { display: flex; align-items: baseline; gap: 3mm; font-size: 12pt; font-weight: 700; }
.weigh > div b { font-size: 14pt; }
.weigh > div span { margin-left: auto; font-size: 9.5pt; font-weight: 400; }
.weigh td, .weigh th { height: 7.2mm; padding: 1mm 1.5mm; vertical-align: middle; font-size: 10.5pt; }
.weigh thead th { height: auto; vertical-align: bottom; font-size: 8.5pt; padding-bottom: 1mm; white-space: nowrap; }
.weigh tfoot th { font-weight: 700; font-size: 10pt; }
.weigh tfoot > tr > * { border-bottom: 0.4mm solid #000; }
.heads { margin-top: 4mm; border: 0.4mm solid #000; display: grid; grid-template-columns: repeat(3, 1fr); }
.heads div { padding: 1.5mm 2.5mm; min-height: 14mm; border-left: 0.2mm solid #8a8a8a; font-size: 9.5pt; }
.heads div:first-child { border-left: 0; }
.heads b { display: block; font-size: 18pt; line-height: 1.2; }
.what-counts { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin: 4mm 0 auto; font-size: 9.5pt; }
.what-counts h3 { font-size: 10pt; margin-bottom: 0.6mm; }
.note-none { font-size: 10pt; margin-top: 4mm; }
`;

/** One A4 a day: tares printed, gross weights to write, net weights on grey, for they are computed when typed. */
export function renderWeighingHtml(sheet: WeighingSheet, words: Words, language: Language): string {
  const { page } = sheetTexts(language);
  const made = `${madeWhen(sheet, language)} · ${page} `;
  const foot = `@page { size: A4 portrait; margin: 11mm 12mm 15mm; ${marginBox('bottom-left', '58%', words.foot)}
  ${marginBox('bottom-right', '42%', made, 'counter(page) "/" counter(pages)')} }`;
  const title = [words.title, sheet.site].join(' – ');
  return paperDocument({
    language,
    title,
    style: foot + paperRules + rules,
    body: html`
${sheet.days.map((day) => dayPage(sheet, day, words, language))}
`,
  });
}

function dayPage(
  sheet: WeighingSheet,
  day: WeighingSheet['days'][number],
  words: Words,
  language: Language,
): Markup {
  const figure = (value: number | null) => (value === null ? null : html`<b>${whole(value, language)}</b>`);
  const head = html`<header class="top"><div><p class="what">${words.title}</p><h1>${longDate(day.date, language)}</h1><h2>${sheet.site}</h2><p>${sheetTexts(language).kind[sheet.siteKind]}</p></div>
<div class="figure"><b>${day.place}/${sheet.of}</b><span>${words.days}</span></div></header>
`;
  const others = order.filter((source) => !sheet.sources.includes(source));
  return onePage({
    head,
    body: [
      html`<div class="heads"><div>${words.expected}${figure(day.expected)}</div><div>${words.prepared}${figure(day.prepared)}</div><div>${words.distributed}</div></div>`,
      ...order
        .filter((source) => sheet.sources.includes(source))
        .map((source, i) => weighing(source, i + 1, sheet, words, language)),
      others.length === 0
        ? null
        : html`<p class="note-none">${words.elsewhere(others.map((source) => words.sources[source]).join(', '))}</p>`,
      html`<div class="what-counts"><div><h3>${words.counts}</h3><p>${words.countsText}</p></div><div><h3>${words.leaves}</h3><p>${words.leavesText}</p></div></div>`,
      html`<div class="close">${words.boxes.map((box) => html`<div>${box}</div>`)}</div>`,
    ],
  });
}

function weighing(
  source: WasteSource,
  place: number,
  { tares }: WeighingSheet,
  words: Words,
  language: Language,
): Markup {
  const kilos = (grams: number) => formatNumber(grams / 1000, language, 2);
  const cells = html`<td class="write"></td><td class="tint"></td><td class="write"></td><td class="tint"></td>`;
  const known = tares.slice(0, mostRows - 1);
  const blanks = Array.from({ length: mostRows - known.length }, () => null);
  const rows = [...known, ...blanks].map(
    (tare) =>
      html`<tr><th scope="row">${tare?.name ?? ''}</th><td>${tare ? kilos(tare.grams) : ''}</td>${cells}</tr>`,
  );
  const heads = words.columns.map((column) => html`<th scope="col">${column}</th>`);
  return html`<section class="weigh"><div><b>${place}</b> ${words.sources[source]}<span>${words.where[source]}</span></div>
<table><colgroup><col><col style="width: 16mm"><col style="width: 26mm"><col style="width: 26mm"><col style="width: 35mm"><col style="width: 35mm"></colgroup>
<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody>
<tfoot><tr><th scope="row">${words.total}</th><td></td><td></td><td class="tint"></td><td></td><td class="tint"></td></tr></tfoot></table></section>`;
}
