import type { Language } from '../../api/records.ts';
import { menuInOneLine } from './menu-groups.ts';
import type { SheetData, SheetSite } from './sheet-data.ts';
import { longDate } from './sheet-format.ts';
import { type SheetTexts, sheetTexts } from './sheet-texts.ts';
import { tableCsv } from './table-csv.ts';
import type { TableCell, TableColumn, TableDocument } from './table-document.ts';

/** The orders of one day, a line per site; sites without an order with the reason. */
export function sheetTable(data: SheetData, language: Language): TableDocument {
  const texts = sheetTexts(language);
  const day = longDate(data.date, language);
  const nothing = [null, null, null, null, null, ''];
  return {
    title: texts.summaryTitle,
    period: day,
    from: data.date,
    to: data.date,
    madeAt: data.madeAt,
    columns: texts.csv.map((title, i) => ({ title, ...(shapes[i] ?? text) })),
    sections: [
      {
        name: texts.summaryTitle,
        details: [],
        notes: [],
        rows: [
          ...data.sites.map((site) => siteCells(site, data, texts)),
          ...data.gaps.map((gap): TableCell[] => [
            data.date,
            gap.site,
            texts.kind[gap.siteKind],
            ...nothing,
            gap.reason,
            '',
          ]),
        ],
      },
    ],
    empty: texts.noService,
  };
}

export const renderSheetCsv = (data: SheetData, language: Language): string =>
  tableCsv(sheetTable(data, language), language);

type Shape = Omit<TableColumn, 'title'>;

const text: Shape = { type: 'text', width: 30 };
const figure: Shape = { type: 'number', decimals: 2, width: 11 };
/** In the order of `SheetTexts.csv`. */
const shapes: readonly Shape[] = [
  { type: 'date', width: 12 },
  text,
  { type: 'text', width: 16 },
  { type: 'figure', width: 11 },
  figure,
  figure,
  figure,
  figure,
  { type: 'date', width: 14 },
  text,
  { type: 'text', width: 60 },
];

function siteCells(site: SheetSite, data: SheetData, texts: SheetTexts): TableCell[] {
  return [
    data.date,
    site.site,
    texts.kind[site.siteKind],
    site.order,
    // The same figures as on the page: children are whole.
    Math.round(site.mean),
    Math.round(site.low),
    Math.round(site.high),
    data.serviceLevel,
    data.recordsTo,
    remarks(site, texts),
    menuInOneLine(site.dishes, texts),
  ];
}

function remarks(site: SheetSite, texts: SheetTexts): string {
  const model = texts.model[site.model];
  return [...site.flags.map((flag) => texts.flag[flag]), ...(model === null ? [] : [model])].join(', ');
}
