import { columnLetters } from '../../db/import/column-letters.ts';
import { type ZipFile, zip } from './zip.ts';

/** A date is given as a serial, with a date's format; a formula with the value that Excel last saw. */
export type Cell =
  | string
  | number
  | null
  | { readonly serial: number }
  | { readonly formula: string; readonly value?: string | number };

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges, as `A1:E1`. */
  readonly merged?: readonly string[];
}

export interface WorkbookOptions {
  /** Dates counted from 1904, as Excel for Mac once did. */
  readonly epoch1904?: boolean;
}

/** The parts of an XLSX workbook with shared strings and one date format, as Excel writes it. */
export function workbookFiles(
  sheets: readonly WorkbookSheet[],
  { epoch1904 = false }: WorkbookOptions = {},
): readonly ZipFile[] {
  const strings: string[] = [];
  const sheetFiles = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet, strings),
  }));
  const numbers = sheets.map((_, index) => index + 1);
  return [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name }, index) =>
            `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers
        .map((n) => relationship(n, 'worksheet', `worksheets/sheet${n}.xml`))
        .join(
          '',
        )}${relationship(900, 'sharedStrings', 'sharedStrings.xml')}${relationship(901, 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...sheetFiles,
    {
      name: 'xl/sharedStrings.xml',
      content: `${head}<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    },
  ];
}

export function xlsx(sheets: readonly WorkbookSheet[], options?: WorkbookOptions): Buffer {
  return zip(workbookFiles(sheets, options));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

const relationship = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${office}/relationships/${type}" Target="${target}"/>`;

function sheetXml({ rows, merged = [] }: WorkbookSheet, strings: string[]): string {
  const lines = rows.map((cells, index) => {
    const inside = cells.map((cell, column) =>
      cellXml(cell, `${columnLetters(column)}${index + 1}`, strings),
    );
    return inside.join('') === '' ? '' : `<row r="${index + 1}">${inside.join('')}</row>`;
  });
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: Cell, place: string, strings: string[]): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return `<c r="${place}"><v>${cell}</v></c>`;
  }
  if (typeof cell === 'string') {
    const known = strings.indexOf(cell);
    return `<c r="${place}" t="s"><v>${known >= 0 ? known : strings.push(cell) - 1}</v></c>`;
  }
  if ('serial' in cell) {
    return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
  }
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  const value = cell.value === undefined ? '' : `<v>${escapeXml(String(cell.value))}</v>`;
  return `<c r="${place}"${type}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
