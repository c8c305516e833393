import { escapeText, landscapeSheet, type SheetHead } from '../../format/paper-sheet.ts';

export interface MonthSheetDay {
  readonly name: string;
  readonly figures: readonly string[];
  readonly remark: string;
  /** A week begins. */
  readonly first: boolean;
  /** Nothing is served. */
  readonly closed: boolean;
}

/** What the month of one site has, in the words and formats of the page's language. */
export interface MonthSheet extends SheetHead {
  readonly made: string;
  /** Of the days, the figures, and the remarks. */
  readonly titles: readonly [day: string, ...figures: string[]];
  readonly remarks: string;
  readonly days: readonly MonthSheetDay[];
  readonly sums: readonly [days: string, ...sums: string[]];
}

/** Letters of a remark in one line. */
const remarkLetters = 55;

/** The more lines the lower they are: a month is one page. */
function densityOf(days: MonthSheet['days']): string {
  const lines = days.reduce(
    (sum, { remark }) => sum + Math.max(1, Math.ceil(remark.length / remarkLetters)),
    0,
  );
  return lines <= 24 ? '' : lines <= 31 ? 'many' : 'most';
}

/** One month of one site as a sheet to file, as *Relevé* shows it. */
export function monthSheetHtml(sheet: MonthSheet): string {
  const { titles, remarks, days, sums, made } = sheet;
  const cells = (texts: readonly string[], tag: 'th' | 'td') =>
    texts.map((text) => `<${tag}>${escapeText(text)}</${tag}>`).join('');
  const rows = days.map(({ name, figures, remark, first, closed }) => {
    const marks = [first ? 'first' : '', closed ? 'closed' : ''].filter(Boolean).join(' ');
    return `<tr class="${marks}"><th scope="row">${escapeText(name)}</th>${cells(figures, 'td')}<td class="remark">${escapeText(remark)}</td></tr>`;
  });
  const [days_, ...own] = sums;
  const content = `<table class="${densityOf(days)}">
<thead><tr>${cells(titles, 'th')}<th class="remark">${escapeText(remarks)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot><tr><th scope="row">${escapeText(days_)}</th>${cells(own, 'td')}<td></td></tr></tfoot>
</table>
<footer>${escapeText(made)}</footer>`;
  return landscapeSheet(sheet, content, STYLE);
}

const STYLE = `
th, td { padding-top: 0.85mm; padding-bottom: 0.85mm; }
.many th, .many td { padding-top: 0.3mm; padding-bottom: 0.3mm; font-size: 9pt; }
.most th, .most td { padding-top: 0.2mm; padding-bottom: 0.2mm; font-size: 8.5pt; line-height: 1.2; }
.remark { width: 34%; text-align: left; padding-left: 6mm; white-space: normal; }
tbody tr.first > * { border-top: 0.6mm solid #000; } tr.closed > * { color: #555; font-weight: 400; }
footer { margin-top: 2mm; }`;
