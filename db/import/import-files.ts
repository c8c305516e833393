import type { JudgeCounts } from '../../forecasting/domain/records.ts';
import { roughSize } from '../files/reading.ts';
import { type Database, pageCache } from '../open.ts';
import { numberOf } from '../scalar.ts';
import type { Candidate } from './candidate.ts';
import { FileReportBuilder } from './file-report.ts';
import type { AnswersOfFiles, ImportOptions } from './import-options.ts';
import type { ImportSource } from './import-source.ts';
import { inspectAll } from './inspect-files.ts';
import type { ImportTarget } from './kind-reader.ts';
import { compareKinds, isList, kinds } from './kinds/kinds.ts';
import { saveProfile } from './mapping-profiles.ts';
import { Names, newNamesLimit, TooManyNames } from './names.ts';
import type { ImportFileOutcome, ImportOutcome } from './outcome.ts';
import { warnOfServiceInHolidays, warnOfServingsAboveDiners } from './plausibility.ts';
import { countAnswerKey } from './preview-facts.ts';
import { type Reads, readTable, SheetSums } from './read-table.ts';
import { headerKey, mappingText } from './reading.ts';
import { sampleColumns } from './samples.ts';
import { everyNameIsADish } from './scope-of.ts';
import { answersFor } from './surroundings.ts';
import type { Table } from './table.ts';
import type { DataTable } from './tables.ts';
import { type Knowledge, readKnowledge } from './understand/knowledge.ts';
import { Writer } from './writer.ts';

export class ImportCancelled extends Error {
  override name = 'ImportCancelled';
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
  const knowledge = readKnowledge(db);
  const inspected = inspectAll(db, sources, options, knowledge, tick);
  const dryRun = options.dryRun ?? false;
  const candidates = inspected.flatMap(withOtherKinds);
  const write = () => {
    const written = applyAll(db, candidates, options, knowledge, tick);
    options.lookAt?.(db);
    return written;
  };
  const batch = allOrNothing(db, dryRun, write, () => requireKeeping(options));
  if (!dryRun && options.remember === true) {
    requireKeeping(options);
    rememberReadings(db, candidates, options.now);
  }
  const files = candidates.map(({ report }) => report.outcome());
  return { batch: dryRun ? null : batch, dryRun, files };
}

/** Writes in one transaction, or in that of the caller; keeps nothing of a dry run, or where nothing was written. */
function allOrNothing<T>(
  db: Database,
  dryRun: boolean,
  write: () => T | null,
  beforeKeeping: () => void,
): T | null {
  const [begin, keep, drop] = db.inTransaction
    ? ['SAVEPOINT import', 'RELEASE import', 'ROLLBACK TO import; RELEASE import']
    : ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'];
  db.pragma(`cache_size = -${pageCache.import}`);
  db.exec(begin);
  let isKept = false;
  try {
    const written = write();
    if (!dryRun && written !== null) {
      beforeKeeping();
      isKept = true;
    }
    return written;
  } finally {
    // Some errors have ended the transaction already.
    if (db.inTransaction) db.exec(isKept ? keep : drop);
    db.pragma(`cache_size = -${pageCache.usual}`);
  }
}

function requireKeeping({ mayKeep }: ImportOptions): void {
  if (mayKeep?.() === false) {
    throw new ImportCancelled('import cancelled');
  }
}

/** A table whose lines say things of several kinds is read once for each; each has a report of its own. */
function withOtherKinds(candidate: Candidate): readonly Candidate[] {
  const { table, report } = candidate;
  const others = table?.also ?? [];
  return [
    candidate,
    ...others.map((layout) => {
      const own = new FileReportBuilder(report.file);
      const otherTable = {
        ...layout,
        ...sourceOf(table as Table),
        more: moreOf(table as Table, layout.kind),
      };
      const { header } = layout;
      own.foundLayout({
        ...otherTable,
        samples: sampleColumns(otherTable, layout.headerLine, header.length),
      });
      return { ...candidate, report: own, table: otherTable, said: undefined };
    }),
  ];
}

const sourceOf = ({ path, encoding, reading, sheet }: Table) => ({ path, encoding, reading, sheet });

/** The same kind in the other sheets of the workbook. */
const moreOf = ({ more = [] }: Table, kind: Table['kind']): readonly Table[] =>
  more.flatMap((table) => {
    const layout = table.also?.find((other) => other.kind === kind);
    return layout === undefined ? [] : { ...layout, ...sourceOf(table) };
  });

/** Answers outlive the import they were given for, as those about names do: undoing it leaves them. */
function rememberReadings(db: Database, candidates: readonly Candidate[], at: string): void {
  for (const { report, table, said, answers } of candidates) {
    const isSaid = said !== undefined || (answers !== undefined && Object.keys(answers).length > 0);
    const shape = table === null || !isSaid ? null : headerKey(table);
    if (table !== null && isSaid && shape !== null) {
      const columns = table.shape === undefined ? { columns: Object.fromEntries(table.columns) } : {};
      const reading = {
        ...(said ?? { kind: table.kind }),
        ...columns,
        ...(answers === undefined ? {} : { answers }),
      };
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
    answers = {},
    judgeCounts = noneIsSlip,
  }: ImportOptions,
  knowledge: Knowledge,
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
  const names = new Names(db, batch, !knowsSites && !bringsList, answers.names);
  const changesBefore = totalChanges(db);
  const countAnswers = new Map(
    answers.counts?.map((answer) => [countAnswerKey(answer.name, answer.date), answer]) ?? [],
  );
  if (!knowsSites && !bringsList && !tables.some(({ table }) => table.kind === 'attendance')) {
    offerSites(tables, names, answers);
  }
  for (const { report, table } of tables) {
    const namesMarks = answersFor(answers, report.file).marks === 'yes';
    // Judging the counts of many sites takes long after the last byte: a cancel is heard between two of them.
    const judged: JudgeCounts = (...counts) => {
      tick(0);
      return judgeCounts(...counts);
    };
    const ways = {
      scopeOf,
      portionUnitOf,
      defaultPortionOf,
      judgeCounts: judged,
      namesMarks,
      countAnswers,
    };
    applyFile({ db, batch, names, report, ...ways }, table, { knowledge, now, onBytes: tick });
  }
  names.linkPending();
  const reports = candidates.map(({ report }) => report);
  warnOfServiceInHolidays(db, reports);
  warnOfServingsAboveDiners(db, batch, reports);
  if (totalChanges(db) === changesBefore) {
    return null;
  }
  for (const { report, sha256, table, answers } of candidates) {
    noteFile(db, batch, report.outcome(), sha256, mappingText(table?.reading, answers));
  }
  return batch;
}

/** Nothing says yet which sites there are: the schools of enrolment, or the sites of servings, may be they. */
function offerSites(
  tables: readonly (Candidate & { table: Table })[],
  names: Names,
  answers: AnswersOfFiles,
): void {
  const offering = tables.filter(({ table }) => table.kind === 'enrolment' || table.kind === 'servings');
  names.makesAll = offering.some(({ report }) => answersFor(answers, report.file)['new-sites'] === 'yes');
  for (const { report } of names.makesAll ? [] : offering) {
    report.ask([{ id: 'new-sites', names: [], proposal: 'yes', choices: ['yes', 'no'], blocking: false }]);
  }
}

const nobodySaid = () => null;
const noneIsSlip: JudgeCounts = () => [];

interface Target extends Omit<ImportTarget, 'db' | 'writer'> {
  readonly db: Database;
}

function applyFile(target: Target, table: Table, reads: Reads): void {
  const { db, batch, report } = target;
  const writer = (dataTable: DataTable) => new Writer(db, batch, dataTable);
  const reader = kinds[table.kind]({ ...target, writer });
  db.exec('SAVEPOINT file');
  try {
    target.names.beginFile();
    const sums = new SheetSums();
    const all = [table, ...(table.more ?? [])];
    for (const each of all) {
      report.sheet = each.sheet ?? null;
      sums.isLast = each === all.at(-1);
      readTable(each, report, reader, reads, sums);
    }
    report.sheet = null;
    reader.end?.();
  } catch (error) {
    if (!(error instanceof TooManyNames)) {
      throw error;
    }
    db.exec('ROLLBACK TO file; RELEASE file');
    target.names.forgetMet();
    report.takeBack();
    report.problem({ level: 'asked' }, 'too-many-names', { limit: newNamesLimit });
    return;
  }
  db.exec('RELEASE file');
  report.warnOfWeekends();
  report.noteLayout([table, ...(table.more ?? [])].flatMap(({ notes }) => notes ?? []));
  if (report.isEmpty) {
    report.problem({ level: 'warning' }, 'no-rows', {});
  }
}

function totalChanges(db: Database): number {
  return numberOf(db.prepare('SELECT total_changes()').pluck());
}

function noteFile(
  db: Database,
  batch: number,
  file: ImportFileOutcome,
  sha256: string,
  reading: string | null,
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
    reading,
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

/** Tells progress by bytes (each file is read twice: looked at, then imported) and hears of a cancel. */
function ticker(sources: readonly ImportSource[], options: ImportOptions): (bytes: number) => void {
  const total = sources.reduce((sum, { path }) => sum + 2 * roughSize(path), 0);
  let done = 0;
  return (bytes) => {
    if (options.cancelled?.() === true) {
      throw new ImportCancelled('import cancelled');
    }
    done += bytes;
    options.onProgress?.(total === 0 ? 1 : Math.min(1, done / total));
  };
}
