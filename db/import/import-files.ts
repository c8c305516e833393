import { statSync } from 'node:fs';
import { dayOfIso } from '../day.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';
import { saveProfile } from '../profiles.ts';
import { FileReport } from './file-report.ts';
import type { ImportSource } from './import-source.ts';
import { compareKinds, isList, kinds } from './kinds/kinds.ts';
import type { ImportTarget } from './kinds/reader.ts';
import { findKnownFile } from './known-file.ts';
import { findLayout, type Layout, type Unrecognised } from './layout.ts';
import { Names } from './names.ts';
import { warnOfServiceInHolidays, warnOfServingsAboveGuests } from './plausibility.ts';
import type { ImportFileOutcome, ImportKind, ImportOutcome } from './problem.ts';
import { readTable } from './read-table.ts';
import { type Reading, readingText, shapeOf } from './reading.ts';
import { recallReading } from './recall-reading.ts';
import { missingFields } from './recognise.ts';
import { sampleColumns } from './samples.ts';
import { type DefaultPortionOf, everyNameIsADish, type PortionUnitOf, type ScopeOf } from './scope-of.ts';
import { type Inspection, inspectSource } from './source.ts';
import type { Table } from './table.ts';
import { tableOfReading } from './table-of-reading.ts';
import type { DataTable } from './tables.ts';
import { tellEncoding } from './tell-encoding.ts';
import { settleSheets } from './unpack/settle-sheets.ts';
import { Writer } from './writer.ts';
import type { Encoding } from './written.ts';

export interface ImportOptions {
  /** What the user says the files are; without it they are recognised. */
  readonly kind?: ImportKind | undefined;
  /** How a person says that files are to be read, by their names. */
  readonly readings?: Readonly<Record<string, Reading>> | undefined;
  /** Keep what was said about each file for the next one with the same titles. */
  readonly remember?: boolean | undefined;
  /** The real run, taken back at the end. */
  readonly dryRun?: boolean | undefined;
  /** What the names of dishes and foods in a table of portions stand for. */
  readonly scopeOf?: ScopeOf | undefined;
  readonly portionUnitOf?: PortionUnitOf | undefined;
  readonly defaultPortionOf?: DefaultPortionOf | undefined;
  /** Share of the bytes read, 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Asked often; when it answers true the import ends with `ImportCancelled` and leaves no trace. */
  readonly cancelled?: (() => boolean) | undefined;
  /** `YYYY-MM-DDTHH:MM`, as the computer's clock shows it. */
  readonly now: string;
}

export class ImportCancelled extends Error {
  override name = 'ImportCancelled';
}

/** A file that is read: its table, or (`null`) what speaks against it, noted in its report. */
interface Candidate {
  readonly report: FileReport;
  readonly table: Table | null;
  readonly sha256: string;
  /** What a person says about this very file. */
  readonly said?: Reading | undefined;
}

/**
 * Imports files as one batch: all or nothing. Each file's kind is recognised first; then they are applied in the
 * order of what builds on what, whatever the order of the files.
 */
export function importFiles(
  db: Database,
  sources: readonly ImportSource[],
  options: ImportOptions,
): ImportOutcome {
  const tick = ticker(sources, options);
  const candidates = inspectAll(db, sources, options, tick);
  const dryRun = options.dryRun ?? false;
  settleSheets(
    sources,
    candidates.map(({ report }) => report),
  );
  let batch: number | null = null;
  db.exec('BEGIN IMMEDIATE');
  try {
    batch = applyAll(db, candidates, options, tick);
    db.exec(dryRun || batch === null ? 'ROLLBACK' : 'COMMIT');
  } finally {
    if (db.inTransaction) {
      db.exec('ROLLBACK');
    }
  }
  if (!dryRun && options.remember === true) {
    rememberReadings(db, candidates, options.now);
  }
  const files = candidates.map(({ report }) => report.outcome());
  return { batch: dryRun ? null : batch, dryRun, files };
}

/** Answers outlive the import they were given for, as those about names do: undoing it leaves them. */
function rememberReadings(db: Database, candidates: readonly Candidate[], at: string): void {
  for (const { report, table, said } of candidates) {
    const shape = table === null || said === undefined ? null : shapeOf(table);
    if (table !== null && said !== undefined && shape !== null) {
      const reading = { ...said, columns: Object.fromEntries(table.columns) };
      saveProfile(db, { shape, reading, file: report.file, at });
    }
  }
}

/** Writes everything as a new batch; answers `null` when there was nothing to write. */
function applyAll(
  db: Database,
  candidates: readonly Candidate[],
  {
    now,
    scopeOf = everyNameIsADish,
    portionUnitOf = nobodySaid,
    defaultPortionOf = nobodySaid,
  }: ImportOptions,
  tick: (bytes: number) => void,
): number | null {
  const batch = Number(db.prepare('INSERT INTO import_batch (at) VALUES (?)').run(now).lastInsertRowid);
  const tables = candidates.filter((candidate) => candidate.table !== null) as (Candidate & {
    table: Table;
  })[];
  tables.sort((a, b) => compareKinds(a.table.kind, b.table.kind));
  const knowsSites =
    db
      .prepare('SELECT EXISTS (SELECT * FROM site WHERE id NOT IN (SELECT site_id FROM kept_site))')
      .pluck()
      .get() === 1;
  const bringsList = tables.some(({ table }) => isList(table.kind));
  const names = new Names(db, batch, !knowsSites && !bringsList);
  const changesBefore = totalChanges(db);
  for (const { report, table } of tables) {
    applyFile({ db, batch, now, names, scopeOf, portionUnitOf, defaultPortionOf, report }, table, tick);
  }
  names.settle();
  const reports = candidates.map(({ report }) => report);
  warnOfServiceInHolidays(db, reports);
  warnOfServingsAboveGuests(db, batch, reports);
  if (totalChanges(db) === changesBefore) {
    return null;
  }
  for (const { report, sha256, table } of candidates) {
    noteFile(db, batch, report.outcome(), sha256, table?.reading);
  }
  return batch;
}

const nobodySaid = () => null;

interface Target extends Omit<ImportTarget, 'db' | 'writer'> {
  readonly db: Database;
  readonly batch: number;
  readonly now: string;
}

function applyFile({ batch, now, ...target }: Target, table: Table, tick: (bytes: number) => void): void {
  const { db, report } = target;
  const writer = (dataTable: DataTable) => new Writer(db, batch, dataTable);
  const reader = kinds[table.kind]({ ...target, writer });
  readTable(table, report, reader, tick, now);
  if (report.isEmpty) {
    report.problem({ level: 'warning' }, 'no-rows', {});
  }
}

function totalChanges(db: Database): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number;
}

function noteFile(
  db: Database,
  batch: number,
  file: ImportFileOutcome,
  sha256: string,
  reading: Reading | undefined,
): void {
  const { file: name, kind, firstDay, lastDay, read, imported, updated, unchanged, refused, asked } = file;
  db.prepare(
    `INSERT INTO import_file (batch, name, kind, sha256, reading, first_day, last_day, read, imported, updated, unchanged, refused, asked)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batch,
    name,
    kind,
    sha256,
    readingText(reading),
    firstDay,
    lastDay,
    read,
    imported,
    updated,
    unchanged,
    refused,
    asked,
  );
}

function inspectAll(
  db: ReadonlyDatabase,
  sources: readonly ImportSource[],
  { kind = null, readings = {} }: { kind?: ImportKind | null | undefined } & Pick<ImportOptions, 'readings'>,
  tick: (bytes: number) => void,
): readonly Candidate[] {
  const hashes = new Map<string, string>();
  return sources.map((source) => {
    const report = new FileReport(source.name);
    if (source.refusal !== undefined) {
      const { code, params, value = null } = source.refusal;
      report.problem({ level: 'refused', value }, code, params);
      return { report, table: null, sha256: '' };
    }
    const inspection = source.sheet?.hidden === true ? null : inspect(source.path, report, tick);
    if (inspection === null) {
      return { report, table: null, sha256: '' };
    }
    const other = hashes.get(inspection.sha256);
    hashes.set(inspection.sha256, source.name);
    if (other !== undefined) {
      report.refuseFile('same-file-twice', { other });
      return { report, table: null, sha256: inspection.sha256 };
    }
    const said = readings[source.name];
    tellEncoding(inspection, said, report);
    const table = recognise(db, source.path, inspection, report, { kind, said });
    const isKnown = table !== null && recallKnown(db, inspection.sha256, table, report);
    return { report, table: isKnown ? null : table, sha256: inspection.sha256, said };
  });
}

/** A file that was imported before, and would change nothing, is not read again. */
function recallKnown(db: ReadonlyDatabase, sha256: string, table: Table, report: FileReport): boolean {
  const known = findKnownFile(db, sha256, table.kind, readingText(table.reading));
  if (known === undefined) {
    return false;
  }
  const { batch, at, read, firstDay, lastDay } = known;
  report.sawRow(table.header);
  report.countUnchanged(read);
  for (const day of [firstDay, lastDay]) {
    if (day !== null) {
      report.sawDayOff(dayOfIso(day));
    }
  }
  report.problem({ level: 'warning' }, 'already-imported', { batch, at });
  return true;
}

function inspect(path: string, report: FileReport, tick: (bytes: number) => void): Inspection | null {
  try {
    return inspectSource(path, tick);
  } catch (error) {
    if (!isSystemError(error)) {
      throw error;
    }
    report.refuseFile('unreadable-file', { reason: error.code });
    return null;
  }
}

/** Finds a file's kind and columns; notes why when it cannot be read. */
function recognise(
  db: ReadonlyDatabase,
  path: string,
  { size, binary, encoding }: Inspection,
  report: FileReport,
  { kind, said }: { readonly kind: ImportKind | null; readonly said: Reading | undefined },
): Table | null {
  if (size === 0) {
    report.refuseFile('empty-file', {});
    return null;
  }
  if (binary !== null) {
    if (binary === 'spreadsheet') {
      report.refuseFile('spreadsheet', {});
    } else {
      report.refuseFile('not-text', { type: binary });
    }
    return null;
  }
  if (said !== undefined) {
    return tableOfReading(path, encoding, said, report);
  }
  const recalled = kind === null ? recallReading(db, path, encoding) : null;
  if (recalled !== null) {
    const { id, file, at } = recalled.profile;
    report.profile = id;
    report.problem({ level: 'warning' }, 'profile-used', { file, at });
    return tableOfReading(path, encoding, recalled.reading, report);
  }
  const layout = findLayout(path, encoding, kind);
  noteLayout(path, encoding, layout, report);
  if (layout.kind !== null) {
    return { ...layout, path, encoding };
  }
  if (layout.header.length === 0) {
    report.refuseFile('empty-file', {});
  } else if (kind === null) {
    report.refuseFile('unknown-header', {
      columns: layout.header.slice(0, 12).map((cell) => cell.slice(0, 60)),
    });
  } else {
    report.refuseFile('missing-columns', { kind, fields: missingFields(layout.header, kind) });
  }
  return null;
}

/** What the report shows of a table, whether it is understood or not. */
function noteLayout(
  path: string,
  encoding: Encoding,
  layout: Layout | Unrecognised,
  report: FileReport,
): void {
  report.encoding = encoding;
  if (layout.header.length > 0) {
    const source = { path, encoding, separator: layout.separator ?? ',' };
    const samples = sampleColumns(source, layout.headerLine, layout.header.length);
    const columns = layout.kind === null ? new Map() : layout.columns;
    report.foundLayout({ ...layout, ...source, columns, samples });
  }
  report.separator = layout.separator;
}

/** Tells progress by bytes (each file is read twice: looked at, then imported) and hears of a cancel. */
function ticker(sources: readonly ImportSource[], options: ImportOptions): (bytes: number) => void {
  const total = sources.reduce((sum, { path }) => sum + 2 * sizeOf(path), 0);
  let done = 0;
  return (bytes) => {
    if (options.cancelled?.() === true) {
      throw new ImportCancelled('import cancelled');
    }
    done += bytes;
    options.onProgress?.(total === 0 ? 1 : Math.min(1, done / total));
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** An error of the file system has a code, as ENOENT. */
function isSystemError(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
