import type { Field } from './field.ts';
import type { FileReport } from './file-report.ts';
import { findLayout, type Layout, type Unrecognised } from './layout.ts';
import type { Reading, Titles } from './reading.ts';
import { type Columns, fieldsOf, guessColumns, lackingFields } from './recognise.ts';
import { type RecordSource, readRecords } from './records.ts';
import { sampleColumns } from './samples.ts';
import type { Table } from './table.ts';
import type { Wide } from './wide-table.ts';
import type { Encoding } from './written.ts';

/** The table that a reading says a file is; `null` when it cannot be, with the reason in the report. */
export function tableOfReading(
  path: string,
  encoding: Encoding,
  reading: Reading,
  report: FileReport,
): Table | null {
  const found = findLayout(path, reading.encoding ?? encoding, reading.kind);
  const separator = reading.separator ?? found.separator ?? ',';
  const source = { path, encoding: reading.encoding ?? encoding, separator };
  const headerLine = reading.headerLine ?? (separator === found.separator ? found.headerLine : undefined);
  const titles = findTitles(source, headerLine);
  const { header } = titles ?? findTitles(source, undefined) ?? { header: [] };
  const place = { kind: reading.kind, header, headerLine: titles?.headerLine ?? headerLine ?? 1 };
  const columns = chosenColumns(reading, header, found);
  const wide = wideOf(found, { ...source, ...place, columns });
  const table = { ...source, ...place, columns, wide, reading };
  report.foundLayout({ ...table, samples: sampleColumns(source, place.headerLine, header.length) });
  if (titles === null) {
    report.refuseFile('no-header-line', { headerLine: place.headerLine });
    return null;
  }
  return isSound(table, report) ? table : null;
}

function chosenColumns(
  { kind, columns }: Reading,
  header: readonly string[],
  found: Layout | Unrecognised,
): Columns {
  if (columns !== undefined) {
    return new Map(Object.entries(columns) as [Field, number][]);
  }
  return found.kind !== null && found.wide !== undefined ? found.columns : guessColumns(header, kind);
}

/** A table found to have a column per site, dish or meal stays one as long as nobody says another thing of it. */
function wideOf(found: Layout | Unrecognised, table: Table): Wide | undefined {
  const { columns } = table;
  const isSame =
    found.kind === table.kind &&
    found.separator === table.separator &&
    found.headerLine === table.headerLine &&
    found.columns.size === columns.size &&
    [...found.columns].every(([field, index]) => columns.get(field) === index);
  return isSame ? found.wide : undefined;
}

/** A reading that cannot be right is told, and the file is left alone. */
function isSound(table: Table, report: FileReport): boolean {
  const { kind, columns, header, wide } = table;
  const allowed = fieldsOf(kind);
  const uses = new Map<number, Field>();
  for (const [field, index] of columns) {
    const other = uses.get(index);
    if (!allowed.includes(field)) {
      report.refuseFile('field-not-of-kind', { kind, field });
      return false;
    }
    if (index >= header.length) {
      report.refuseFile('no-such-column', { field, number: index + 1, columns: header.length });
      return false;
    }
    if (other !== undefined) {
      report.refuseFile('column-twice', { heading: header[index] ?? '', fields: [other, field] });
      return false;
    }
    uses.set(index, field);
  }
  const fields = lackingFields(columns, kind).filter(
    (field) => wide === undefined || (field !== wide.by && field !== 'served'),
  );
  if (fields.length > 0) {
    report.refuseFile('missing-columns', { kind, fields });
  }
  return fields.length === 0;
}

/** The titles on a line, or (without a line) on the first that is not blank; letters when there are none. */
function findTitles(source: RecordSource, headerLine: number | undefined): Titles | null {
  let titles: Titles | null = null;
  readRecords(source, (cells, line) => {
    const blank = cells.every((cell) => cell.trim() === '');
    if (headerLine === 0 && !blank) {
      titles = { header: cells.map((_, index) => letters(index)), headerLine: 0 };
    } else if (line === headerLine || (headerLine === undefined && !blank)) {
      titles = { header: cells, headerLine: line };
    }
    return titles === null && (headerLine === undefined || line < headerLine || headerLine === 0);
  });
  return titles;
}

/** A, B … Z, AA: as a spreadsheet names its columns. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
