import type { Language } from '../../api/records.ts';
import { cssString } from './markup.ts';
import type { SheetData } from './sheet-data.ts';
import { longDate, madeWhen } from './sheet-format.ts';
import { sheetTexts } from './sheet-texts.ts';

/** Black on white, one grey tint; rules of 0.2, 0.4 and 0.7 mm. Where Inter cannot be had, a font that every system has. */
export const paperRules = `
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: 10pt/1.25 Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2, h3, p, ul { margin: 0; padding: 0; font-weight: inherit; font-size: inherit; }
ul { list-style: none; }
.paper { display: flex; flex-direction: column; min-height: 269mm; }
.top { display: flex; align-items: flex-start; justify-content: space-between; gap: 8mm; padding-bottom: 4mm; border-bottom: 0.7mm solid #000; }
.top > :first-child { min-width: 0; }
.long { display: block; min-height: 0; }
.sheet > thead > tr > td, .sheet > tbody > tr > td { padding: 0; border: 0; text-align: left; }
.sheet > tbody > tr { break-inside: auto; }
.running { height: 7mm; font-size: 9.5pt; line-height: 5mm; font-weight: 600; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.sheet .top { position: relative; background: #fff; margin-top: -7mm; break-inside: avoid; }
.long .close { break-before: avoid; }
.long .low { flex: none; break-inside: auto; margin-top: 4mm; }
.what { font-size: 10.5pt; }
h1 { font-size: 23pt; line-height: 1.12; font-weight: 700; letter-spacing: -0.02em; margin: 0.5mm 0 1mm; white-space: nowrap; }
h2 { font-size: 14pt; line-height: 1.2; font-weight: 600; overflow-wrap: anywhere; }
/* A day or a period is a title here, with a capital; a name stays as it was written. */
h1:not(.long)::first-letter, .period::first-letter { text-transform: uppercase; }
h2 + p { font-size: 10.5pt; color: #333; margin-top: 0.4mm; }
h3 { font-size: 11pt; font-weight: 700; margin-bottom: 1.2mm; }
.figure { text-align: right; white-space: nowrap; }
.figure b { display: block; font-size: 42pt; line-height: 0.95; font-weight: 700; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; }
.figure span { display: block; font-size: 11pt; }
.figure b + span { margin-top: 1mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.dishes:not(.cooked) tbody { break-inside: avoid; }
th, td { text-align: right; padding: 1.9mm 1mm 1.7mm; font-weight: 400; vertical-align: top; border-bottom: 0.2mm solid #8a8a8a; }
th:first-child { text-align: left; padding-left: 0; }
thead th { vertical-align: bottom; font-size: 9.5pt; line-height: 1.2; padding-top: 2.5mm; border-bottom: 0.4mm solid #000; }
.long .sheet > tbody > tr:last-child > td { border: 0; }
tbody b { display: block; font-size: 17pt; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; }
tbody b.tight { font-size: 12.5pt; letter-spacing: -0.03em; }
small { display: block; font-size: 9pt; line-height: 1.25; color: #333; }
.tint { background: #ececec; }
.write { border-left: 0.2mm solid #8a8a8a; }
.dish { display: block; font-size: 12.5pt; line-height: 1.15; font-weight: 700; overflow-wrap: anywhere; }
.course { display: block; font-size: 8.8pt; color: #333; margin-bottom: 0.3mm; }
.dishes tbody tr > * { height: 14mm; }
.dishes tbody tr:not(:last-child) > th { border-bottom: 0; }
.dense tbody tr > * { height: 12mm; padding-top: 1.3mm; padding-bottom: 1.1mm; }
.dense ~ .low { margin-top: 4mm; }
.dense ~ .close { margin-top: 3.5mm; }
.dense .dish { font-size: 12pt; }
.dense .course { font-size: 8.4pt; margin-bottom: 0; }
.roomy tbody tr > * { height: 18.5mm; padding-top: 2.4mm; }
.roomy .dish { font-size: 15pt; }
.roomy b { font-size: 23pt; }
.roomy .course { font-size: 10pt; }
table > tbody:last-child > tr:last-child > *, table > tbody:last-child .last { border-bottom: 0.4mm solid #000; }
.menu + table { margin-top: 1.5mm; }
.sites th, .sites td { padding-top: 1.2mm; padding-bottom: 1.1mm; vertical-align: middle; }
.sites tbody tr > * { height: 9.6mm; }
.sites thead th { vertical-align: bottom; }
.sites .name { display: block; font-size: 11.5pt; line-height: 1.15; font-weight: 700; overflow-wrap: anywhere; }
.sites small { font-size: 8.6pt; }
.sites small strong { color: #000; }
.sites .range { font-size: 10pt; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sites .sum > * { border-top: 0.4mm solid #000; border-bottom: 0.7mm solid #000; height: 12mm; }
.sites .sum { break-before: avoid; }
.sites .sum .range { white-space: normal; }
.airy tbody tr > * { height: 14.5mm; }
.airy .name { font-size: 14pt; }
.airy small { font-size: 9.5pt; }
.airy b { font-size: 21pt; }
.airy .range { font-size: 11pt; }
.menu { font-size: 11pt; padding: 3mm 0 0; overflow-wrap: anywhere; }
.menu strong { font-weight: 700; }
.low { display: grid; grid-template-columns: 80mm minmax(0, 1fr); gap: 8mm; margin-top: 5mm; flex: 1; break-inside: avoid; }
.notes li { padding: 1.1mm 0; border-bottom: 0.2mm solid #8a8a8a; font-size: 11pt; }
.notes li.strong { font-weight: 700; }
.lines i { display: block; height: 8.4mm; border-bottom: 0.2mm solid #8a8a8a; }
.lines h3 + i { height: 5mm; }
.gaps { margin-top: 5mm; break-inside: auto; }
.gaps li { padding: 1mm 0; border-bottom: 0.2mm solid #8a8a8a; break-inside: avoid; overflow-wrap: anywhere; }
.close { margin-top: 5mm; border: 0.4mm solid #000; display: grid; grid-template-columns: repeat(4, 1fr); break-inside: avoid; }
.close div { padding: 1.5mm 2.5mm 10mm; border-left: 0.2mm solid #8a8a8a; font-size: 9.5pt; }
.close div:first-child { border-left: 0; }
.basis { font-size: 8.4pt; color: #333; margin-top: 2.5mm; }
@media screen {
  .sheet > thead { display: none; }
  .sheet .top { margin-top: 0; }
  body { background: #f4f5f7; padding: 8mm 0; }
  .paper { width: 210mm; max-width: 100%; min-height: 297mm; margin: 0 auto 8mm; padding: 11mm 12mm; background: #fff; box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 4px 16px rgb(0 0 0 / 10%); }
}
@media print { .screen { display: none; } }
`;

/** A line of text in a page's margin; `more` is CSS content that follows it. */
export function marginBox(
  place: 'bottom-left' | 'bottom-right',
  width: string,
  text: string,
  more = '',
): string {
  const align = place === 'bottom-left' ? 'left' : 'right';
  const font =
    'font: 8.2pt Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; letter-spacing: -0.015em; color: #333;';
  return `@${place} { content: ${cssString(breakable(text))} ${more}; width: ${width}; text-align: ${align}; ${font} }`;
}

/** The style of a whole sheet: each page says whose it is, when it was made, and which of how many it is. */
export function sheetStyle(data: SheetData, language: Language): string {
  const texts = sheetTexts(language);
  const made = `${madeWhen(data, language)} · ${texts.page} `;
  const footer = (who: string) =>
    marginBox('bottom-left', '58%', `${who} – ${longDate(data.date, language)}`);
  const pages =
    data.scope === 'summary' ? [] : data.sites.map(({ site }, i) => `@page site-${i} { ${footer(site)} }`);
  return `@page { size: A4 portrait; margin: 11mm 12mm 15mm;
  ${footer(texts.allSites)}
  ${marginBox('bottom-right', '42%', made, 'counter(page) "/" counter(pages)')}
}
${pages.join('\n')}
${paperRules}`;
}

/** Page margins know no `overflow-wrap`: a name without blanks gets places where it may break. */
function breakable(name: string): string {
  return name.replace(/\S{24}/g, '$&\u200b');
}
