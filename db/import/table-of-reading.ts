import type { Mapping, TextEncoding } from '../../forecasting/domain/records.ts';
import { columnLetters } from './column-letters.ts';
import type { TableField } from './field.ts';
import type { FileReportBuilder } from './file-report.ts';
import { findTableLayout } from './layout.ts';
import type { TableHeader } from './reading.ts';
import { type Columns, fieldsOfKind, guessColumns, lackingFields } from './recognise.ts';
import { type RecordSource, readRecords } from './records.ts';
import { sampleColumns } from './samples.ts';
import type { Table } from './table.ts';
import type { Layout, Place, Unrecognised } from './table-layout.ts';

/** The table that a reading says a file is; `null` when it cannot be, with the reason in the report. */
export function tableByMapping(
  path: string,
  encoding: TextEncoding,
  reading: Mapping,
  report: FileReportBuilder,
  place: Place,
): Table | null {
  const answers = { ...reading.answers, ...place.answers };
  const found = findTableLayout(path, reading.encoding ?? encoding, reading.kind, { ...place, answers });
  if (found.kind !== null && reading.columns === undefined && isAsSaid(found, reading)) {
    const table = { ...found, path, encoding: reading.encoding ?? encoding, reading };
    report.foundLayout({ ...table, samples: sampleColumns(table, found.headerLine, found.header.length) });
    return table;
  }
  const separator = reading.separator ?? found.separator ?? ',';
  const source = { path, encoding: reading.encoding ?? encoding, separator };
  const headerLine = reading.headerLine ?? (separator === found.separator ? found.headerLine : undefined);
  const titles = findTitles(source, headerLine);
  const { header } = titles ?? findTitles(source, undefined) ?? { header: [] };
  const titled = { kind: reading.kind, header, headerLine: titles?.headerLine ?? headerLine ?? 1 };
  const columns = chosenColumns(reading, header, found);
  const shape = shapeSaid(found, { ...source, ...titled, columns });
  const table = { ...source, ...titled, columns, ...shape, reading };
  report.foundLayout({ ...table, samples: sampleColumns(source, titled.headerLine, header.length) });
  if (titles === null) {
    report.refuseFile('no-header-line', { headerLine: titled.headerLine });
    return null;
  }
  return isSound(table, report) ? table : null;
}

/** Nothing else is said of the table than what was found. */
function isAsSaid(found: Layout, { separator, headerLine }: Mapping): boolean {
  return (
    (separator ?? found.separator) === found.separator &&
    (headerLine ?? found.headerLine) === found.headerLine
  );
}

function chosenColumns(
  { kind, columns }: Mapping,
  header: readonly string[],
  found: Layout | Unrecognised,
): Columns {
  if (columns !== undefined) {
    return new Map(Object.entries(columns) as [TableField, number][]);
  }
  return found.kind !== null && found.shape !== undefined ? found.columns : guessColumns(header, kind);
}

/** A table found to be no row a line stays one as long as nobody says another thing of its columns. */
function shapeSaid(
  found: Layout | Unrecognised,
  table: Table,
): Pick<Layout, 'shape' | 'notes' | 'questions' | 'reasons'> {
  const { columns } = table;
  const isSame =
    found.kind === table.kind &&
    found.separator === table.separator &&
    found.headerLine === table.headerLine &&
    found.columns.size === columns.size &&
    [...found.columns].every(([field, index]) => columns.get(field) === index);
  return isSame && found.kind !== null
    ? { shape: found.shape, notes: found.notes, questions: found.questions, reasons: found.reasons }
    : {};
}

/** A reading that cannot be right is told, and the file is left alone. */
function isSound(table: Table, report: FileReportBuilder): boolean {
  const { kind, columns, header, shape } = table;
  const allowed = fieldsOfKind(kind);
  const uses = new Map<number, TableField>();
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
  const given = new Set(
    shape?.slices.flatMap(({ constants, cells }) => [...constants.keys(), ...cells.keys()]) ?? [],
  );
  const banners: readonly TableField[] = shape != null && shape.siteBanners !== null ? ['site'] : [];
  const fields = lackingFields(columns, kind).filter(
    (field) => !given.has(field) && !banners.includes(field),
  );
  if (fields.length > 0) {
    report.refuseFile('missing-columns', { kind, fields });
  }
  return fields.length === 0;
}

/** The titles on a line, or (without a line) on the first that is not blank; letters when there are none. */
function findTitles(source: RecordSource, headerLine: number | undefined): TableHeader | null {
  let titles: TableHeader | null = null;
  readRecords(source, (cells, line) => {
    const blank = cells.every((cell) => cell.trim() === '');
    if (headerLine === 0 && !blank) {
      titles = { header: cells.map((_, index) => columnLetters(index)), headerLine: 0 };
    } else if (line === headerLine || (headerLine === undefined && !blank)) {
      titles = { header: cells, headerLine: line };
    }
    return titles === null && (headerLine === undefined || line < headerLine || headerLine === 0);
  });
  return titles;
}
