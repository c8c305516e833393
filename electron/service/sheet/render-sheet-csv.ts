import Papa from 'papaparse';
import type { Language } from '../../api/records.ts';
import { menuInOneLine } from './menu-groups.ts';
import type { SheetData, SheetSite } from './sheet-data.ts';
import { type SheetTexts, sheetTexts } from './texts.ts';

/**
 * Spreadsheets run a cell that begins with one of these, and some trim blanks or fold full-width forms first.
 * Such a cell gets an apostrophe before it.
 */
const formulaStart = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/;

/**
 * The orders of one day, a line per site, for a spreadsheet. There is no total line: it would be summed again.
 * A byte-order mark makes Excel read UTF-8; the separator and decimal mark are the ones Excel expects in the
 * language (`;` and a comma in French, `,` and a point in English).
 */
export function renderSheetCsv(data: SheetData, language: Language): string {
  const texts = sheetTexts(language);
  const rows = [
    ...data.sites.map((site) => siteCells(site, data, language)),
    ...data.gaps.map((gap) => [
      data.date,
      gap.site,
      texts.kind[gap.siteKind],
      '',
      '',
      '',
      '',
      '',
      '',
      gap.reason,
      '',
    ]),
  ];
  const body = Papa.unparse(
    { fields: [...texts.csv], data: rows },
    { delimiter: language === 'fr' ? ';' : ',', newline: '\r\n', escapeFormulae: formulaStart },
  );
  return `\ufeff${body}\r\n`;
}

function siteCells(site: SheetSite, data: SheetData, language: Language): string[] {
  const texts = sheetTexts(language);
  return [
    data.date,
    site.site,
    texts.kind[site.siteKind],
    String(site.order),
    decimal(site.mean, language),
    decimal(site.low, language),
    decimal(site.high, language),
    decimal(data.serviceLevel, language),
    data.asOf,
    remarks(site, texts),
    menuInOneLine(site.dishes, texts),
  ];
}

function remarks(site: SheetSite, texts: SheetTexts): string {
  const model = texts.model[site.model];
  return [...site.flags.map((flag) => texts.flag[flag]), ...(model === null ? [] : [model])].join(', ');
}

function decimal(value: number, language: Language): string {
  const text = String(Math.round(value * 100) / 100);
  return language === 'fr' ? text.replace('.', ',') : text;
}
