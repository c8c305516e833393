import type { IsoDate, Language } from '../../api/records.ts';
import { weighedDecimals } from './amounts.ts';
import { html, type Markup } from './markup.ts';
import { paperDocument } from './paper-document.ts';
import { manyPages, onePage } from './paper-page.ts';
import { madeWhen, shortDate } from './sheet-format.ts';
import { marginBox, paperRules } from './sheet-style.ts';
import { sheetTexts } from './sheet-texts.ts';
import type { TableCell, TableColumn, TableDocument, TableSection } from './table-document.ts';

/** One self-contained A4 document: a page, or as many as it takes, for each section. */
export function tableHtml(document: TableDocument, language: Language): string {
  const pages = document.sections.map((section, i) => sectionPage(section, i, document, language));
  const blank = onePage({
    head: head(document, document.title, []),
    body: [html`<p class="menu"><strong>${document.empty}</strong></p>`],
  });
  return paperDocument({
    language,
    title: `${document.title} – ${document.period}`,
    style: style(document, language),
    body: html`
${pages.length > 0 ? pages : blank}
`,
  });
}

function head(document: TableDocument, name: string, details: readonly string[]): Markup {
  return html`<header class="top"><div><p class="what">${document.title}</p><h1 class="long">${name}</h1><h2 class="period">${document.period}</h2>${details.map((line) => html`<p>${line}</p>`)}</div></header>`;
}

function sectionPage(
  section: TableSection,
  index: number,
  document: TableDocument,
  language: Language,
): Markup {
  const rows = section.paperRows ?? section.rows;
  const columns = onPaper(section.columns ?? document.columns)
    .filter(({ column, i }) => !column.ifAny || rows.some((row) => row[i] !== 0 && row[i] !== null))
    .map((placed) => ({ ...placed, decimals: mostDecimals(rows, placed, language) }));
  const heads = columns.filter(({ column }) => !column.under);
  const wide = heads.reduce((sum, { column }) => sum + column.width, 0);
  const list = html`<table class="list"><colgroup>${heads.map(({ column }) => html`<col style="width: ${((100 * column.width) / wide).toFixed(2)}%">`)}</colgroup>
<thead><tr>${heads.map(({ column }) => html`<th scope="col" class="${classOf(column)}">${column.title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, columns, language))}</tbody></table>
`;
  const notes = html`<div class="gaps"><ul>${section.notes.map((note) => html`<li>${note}</li>`)}</ul></div>`;
  return manyPages({
    page: `section-${index}`,
    head: head(document, section.name, section.details),
    running: `${document.title} · ${document.period} · ${section.name}`,
    body: [list, section.notes.length === 0 ? null : notes],
  });
}

const onPaper = (columns: readonly TableColumn[]): readonly Placed[] =>
  columns.flatMap((column, i) => (column.paper === false ? [] : [{ column, i }]));

interface Placed {
  readonly column: TableColumn;
  readonly i: number;
}

interface Aligned extends Placed {
  /** Most digits after the decimal mark in the column. */
  readonly decimals: number;
}

const decimalsOf = (text: string, language: Language): number =>
  text.split(language === 'fr' ? ',' : '.')[1]?.length ?? 0;

const isNumber = ({ type }: TableColumn) => type !== 'text' && type !== 'date';

const mostDecimals = (
  rows: readonly (readonly TableCell[])[],
  { column, i }: Placed,
  language: Language,
): number =>
  isNumber(column)
    ? Math.max(0, ...rows.map((row) => decimalsOf(cellText(row[i] ?? null, column, language), language)))
    : 0;

/** The room of the digits that a number has not, so that decimal marks stand one below the other. */
function padOf(text: string, decimals: number, language: Language): Markup | null {
  const own = decimalsOf(text, language);
  if (text === '' || own >= decimals) return null;
  const mark = own === 0 ? (language === 'fr' ? ',' : '.') : '';
  return html`<i data-pad="${mark}${'0'.repeat(decimals - own)}"></i>`;
}

function tableRow(row: readonly TableCell[], columns: readonly Aligned[], language: Language): Markup {
  const cells: Markup[] = [];
  for (const [at, { column, i, decimals }] of columns.entries()) {
    if (column.under) continue;
    const next = columns[at + 1];
    const under = next?.column.under ? cellText(row[next.i] ?? null, next.column, language) : '';
    const text = cellText(row[i] ?? null, column, language);
    const pad = padOf(text, decimals, language);
    const figure = column.type === 'figure' ? html`<b>${text}${pad}</b>` : html`${text}${pad}`;
    cells.push(
      html`<td class="${classOf(column)}">${figure}${under === '' ? null : html`<small>${under}</small>`}</td>`,
    );
  }
  return html`<tr>${cells}</tr>
`;
}

const classes: Readonly<Record<TableColumn['type'], string>> = {
  text: 'words',
  date: 'words',
  figure: 'tint',
  number: '',
  money: '',
};

const classOf = ({ type }: TableColumn) => classes[type];

function cellText(cell: TableCell, column: TableColumn, language: Language): string {
  if (cell === null) return '';
  if (column.type === 'date') return shortDate(cell as IsoDate, language);
  return typeof cell === 'number' ? decimal(cell, column, language) : cell;
}

/** Pieces and whole weights have no decimals; what is weighed has as many as its neighbours. */
function decimal(
  value: number,
  { type, decimals = 0, signed, weighed }: TableColumn,
  language: Language,
): string {
  const most = weighed && !Number.isInteger(value) ? weighedDecimals(value) : decimals;
  return value
    .toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
      minimumFractionDigits: type === 'money' || (weighed && !Number.isInteger(value)) ? most : 0,
      maximumFractionDigits: most,
      signDisplay: signed ? 'exceptZero' : 'auto',
    })
    .replace('-', '\u2212');
}

/** A table of more characters does not fit on a page upright. */
const portraitWidth = 125;

function style(document: TableDocument, language: Language): string {
  const made = `${madeWhen(document, language)} · ${sheetTexts(language).page} `;
  const foot = (name: string) => marginBox('bottom-left', '58%', `${name} – ${document.period}`);
  const wide = Math.max(
    ...[document, ...document.sections].map(({ columns = [] }) =>
      onPaper(columns)
        .filter(({ column }) => !column.under)
        .reduce((sum, { column }) => sum + column.width, 0),
    ),
  );
  const way = wide > portraitWidth ? 'landscape' : 'portrait';
  return `@page { size: A4 ${way}; margin: 11mm 12mm 15mm; ${foot(document.title)}
  ${marginBox('bottom-right', '42%', made, 'counter(page) "/" counter(pages)')} }
${document.sections.map(({ name }, i) => `@page section-${i} { ${foot(name)} }`).join('\n')}
${paperRules}
.list td.words, .list th.words { text-align: left; padding-left: 2mm; overflow-wrap: anywhere; }
.list .words:first-child { padding-left: 0; }
.list td { vertical-align: middle; padding-top: 1.3mm; padding-bottom: 1.2mm; font-size: 10.5pt; font-variant-numeric: tabular-nums; }
.list b { font-size: 14pt; }
.list small { font-size: 8.8pt; }
.list [data-pad]::after { content: attr(data-pad); visibility: hidden; }
h1.long { white-space: normal; overflow-wrap: anywhere; }`;
}
