import type { FileKind, ImportField, ImportFileReport, Mapping } from '../../../electron/api/records.ts';

export type Mappings = Readonly<Record<string, Mapping>>;

/** What the user may say about the files of an import before it is written. */
export interface MappingEditor {
  /** By the names of files and sheets. */
  readonly readings: Mappings;
  readonly remember: boolean;
  /** The files are being read again as was just said. */
  readonly busy: boolean;
  change(file: ImportFileReport, reading: Mapping): void;
  setRemember(remember: boolean): void;
}

type Columns = Readonly<Partial<Record<ImportField, number>>>;

function columnsOf(file: ImportFileReport): Columns {
  return Object.fromEntries(
    file.columns.flatMap(({ field }, index) => (field === null ? [] : [[field, index]])),
  );
}

/** What was said so far, or found; `null` as long as nobody knows what the file holds. */
export function readingOf(file: ImportFileReport, said: Mapping | undefined): Mapping | null {
  if (said?.columns !== undefined) return said;
  if (said !== undefined && said.kind !== file.kind) return said;
  const found = file.kind === null ? null : { kind: file.kind, columns: columnsOf(file) };
  return said ? { ...said, columns: columnsOf(file) } : found;
}

/** What a column becomes, by what was said last. */
export function fieldAt(reading: Mapping | null, index: number): ImportField | null {
  const columns = Object.entries(reading?.columns ?? {}) as [ImportField, number][];
  return columns.find(([, column]) => column === index)?.[0] ?? null;
}

/** Another kind has other columns: its titles are asked anew. */
export function withKind(reading: Mapping | null, kind: FileKind): Mapping {
  const { columns: _, ...rest } = reading ?? { kind };
  return { ...rest, kind };
}

/** Only columns that were said are handed on: those found may be of a table that is no row a line. */
export function withoutFound(reading: Mapping, said: Mapping | undefined): Mapping {
  if (said?.columns !== undefined) return reading;
  const { columns: _, ...rest } = reading;
  return rest;
}

/** A column serves one field and a field has one column. `null`: the column is left out. */
export function withField(reading: Mapping, index: number, field: ImportField | null): Mapping {
  const others = Object.entries(reading.columns ?? {}).filter(
    ([name, column]) => column !== index && name !== field,
  );
  const columns: Columns = Object.fromEntries(field === null ? others : [...others, [field, index]]);
  return { ...reading, columns };
}

/** Cut at another sign, the file has other columns. */
export function withSeparator(reading: Mapping, separator: NonNullable<Mapping['separator']>): Mapping {
  const { columns: _, ...rest } = reading;
  return { ...rest, separator };
}
