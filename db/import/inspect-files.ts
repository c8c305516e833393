import type { Mapping, TextEncoding } from '../../forecasting/domain/records.ts';
import { dayOfIso } from '../day.ts';
import { keptDiners } from '../diner-counts.ts';
import { fold } from '../fold.ts';
import type { ReadonlyDatabase } from '../open.ts';
import type { Candidate } from './candidate.ts';
import { FileReportBuilder } from './file-report.ts';
import { groupSheets } from './group-sheets.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportSource } from './import-source.ts';
import { findKnownFile } from './known-file.ts';
import { findTableLayout } from './layout.ts';
import type { ImportKind } from './problem.ts';
import { mappingText } from './reading.ts';
import { findSavedMapping, fitsContents, forOtherFile } from './recall-reading.ts';
import { missingFields } from './recognise.ts';
import { sampleColumns } from './samples.ts';
import { settleSheets } from './settle-sheets.ts';
import { rowShape } from './shape.ts';
import { type SheetGuests, type SheetRoles, sheetRoles, sheetsQuestion } from './sheet-roles.ts';
import { isDiners } from './slice-parts.ts';
import { type Inspection, inspectSource } from './source.ts';
import { answersFor, sheetOf } from './surroundings.ts';
import type { Table } from './table.ts';
import type { Layout, Place, Unrecognised } from './table-layout.ts';
import { tableByMapping } from './table-of-reading.ts';
import type { Answers } from './table-question.ts';
import { tellEncoding } from './tell-encoding.ts';
import type { Knowledge } from './understand/knowledge.ts';

/** Looks at each file: what it is, and how it is read. */
export function inspectAll(
  db: ReadonlyDatabase,
  sources: readonly ImportSource[],
  { kind, readings = {}, answers: given = {}, now }: ImportOptions,
  knowledge: Knowledge,
  tick: (bytes: number) => void,
): readonly Candidate[] {
  const hashes = new Map<string, ImportSource>();
  const today = now.slice(0, 10);
  const places = sources.map(
    (source): Place => ({
      file: source.name,
      sheet: sheetOf(source),
      siteOfSheet: null,
      answers: answersFor(given, source.name),
      knowledge,
      today,
    }),
  );
  const roles = sheetRoles(sources, places);
  const inspected = sources.map((source, at): Candidate => {
    const report = newReport(source);
    if (source.refusal !== undefined) {
      const { code, params, value = null } = source.refusal;
      report.problem({ level: 'refused', value }, code, params);
      return { report, table: null, sha256: '' };
    }
    report.leftOut = roles.leftOut.get(source) ?? null;
    const isLeftOut = source.sheet?.hidden === true || report.leftOut !== null;
    const inspection = isLeftOut ? null : inspect(source.path, report, tick);
    if (inspection === null) {
      return { report, table: null, sha256: '' };
    }
    const other = hashes.get(inspection.sha256);
    hashes.set(inspection.sha256, source);
    if (other !== undefined && saysOther(source, other, roles)) {
      report.problem({ level: 'warning' }, 'sheet-copied', {
        sheet: sheetOf(source) ?? source.name,
        other: sheetOf(other) ?? other.name,
      });
    } else if (other !== undefined) {
      report.leftOut = { why: 'same', other: other.name };
      report.refuseFile('same-file-twice', { other: other.name });
      return { report, table: null, sha256: inspection.sha256 };
    }
    const said = readings[source.name];
    tellEncoding(inspection, said, report);
    const place = {
      ...(places[at] as Place),
      siteOfSheet: roles.sites.get(source) ?? null,
      likelySite: roles.likely.get(source) ?? null,
    };
    const guests = roles.guests.get(source) ?? null;
    const found = recognise(db, source.path, inspection, report, { kind: kind ?? null, said, place, guests });
    const table = found === null ? null : { ...found, sheet: place.sheet };
    return { report, table, sha256: inspection.sha256, said, answers: place.answers };
  });
  settleSheets(
    sources,
    inspected.map(({ report }) => report),
  );
  return groupSheets(sources, inspected).map((candidate) => {
    const { report, table, sha256, answers } = candidate;
    const isKnown = table !== null && recallKnown(db, sha256, table, answers, report);
    return isKnown ? { ...candidate, table: null } : candidate;
  });
}

/** Sheets of two schools or classes are two, whatever they hold; "Tilleuls (2)" is a copy of "Tilleuls". */
function saysOther(source: ImportSource, other: ImportSource, { sites, guests }: SheetRoles): boolean {
  const nameOf = (sheet: ImportSource) => fold((sheetOf(sheet) ?? '').replace(/\s*\(\d+\)\s*$/, ''));
  const hasRole = (sheet: ImportSource) => sites.has(sheet) || guests.has(sheet);
  return hasRole(source) && hasRole(other) && nameOf(source) !== nameOf(other);
}

function newReport(source: ImportSource): FileReportBuilder {
  const report = new FileReportBuilder(source.name);
  const sheet = sheetOf(source);
  if (sheet !== null) {
    report.facts.sheets.push(sheet);
  }
  return report;
}

/** A file that was imported before, and would change nothing, is not read again. */
function recallKnown(
  db: ReadonlyDatabase,
  sha256: string,
  table: Table,
  answers: Answers | undefined,
  report: FileReportBuilder,
): boolean {
  const known = findKnownFile(db, sha256, table.kind, mappingText(table.reading, answers));
  // One that was read before diners were kept is read again for them.
  if (known === undefined || (hasDiners(table) && !keptDiners(db, known.batch))) {
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

/** Does the table say more of the diners than the children in one? */
const hasDiners = ({ columns, shape }: Table): boolean =>
  [...columns.keys()].some(isDiners) ||
  shape?.slices.some(
    ({ cells, diners }) => [...cells.keys()].some(isDiners) || (diners?.classOf.size ?? 0) > 0,
  ) === true;

function inspect(path: string, report: FileReportBuilder, tick: (bytes: number) => void): Inspection | null {
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

interface Asked {
  readonly kind: ImportKind | null;
  readonly said: Mapping | undefined;
  readonly place: Place;
  /** The sheet counts some of one site's guests. */
  readonly guests: SheetGuests | null;
}

/** Sheets of classes, levels or sittings are added up, once somebody says so. */
function withGuests(
  layout: Layout | Unrecognised,
  guests: SheetGuests | null,
  answers: Answers,
): Layout | Unrecognised {
  if (guests === null || layout.kind !== 'attendance') return layout;
  // What guests are called is no site's name.
  const isGuests = (name: string | null) => name !== null && guests.all.includes(name);
  const questions = (layout.questions ?? []).map((question) =>
    question.id === 'site' && isGuests(question.proposal)
      ? { ...question, names: [], proposal: null }
      : question,
  );
  if (guests.all.length === 1) return { ...layout, questions };
  const cells = new Map([...layout.columns].map(([field, index]) => [field, [index]] as const));
  const shape = layout.shape ?? rowShape(cells);
  const classOf = new Map(guests.diners === null ? [] : [['', guests.diners] as const]);
  const slices = shape.slices.map((slice) => ({ ...slice, diners: { column: null, classOf } }));
  const isAsked = guests.children.length > 1 && answers.sheets === undefined;
  return {
    ...layout,
    shape: { ...shape, slices, addsLines: true, addsSheets: true },
    questions: [...(isAsked ? [sheetsQuestion(guests.children)] : []), ...questions],
  };
}

/** Finds a file's kind and columns; notes why when it cannot be read. */
function recognise(
  db: ReadonlyDatabase,
  path: string,
  { size, binary, encoding }: Inspection,
  report: FileReportBuilder,
  { kind, said, place, guests }: Asked,
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
    return readable(tableByMapping(path, encoding, said, report, place), report);
  }
  const recalled = kind === null ? findSavedMapping(db, path, encoding) : null;
  if (recalled !== null) {
    const { id, file, at } = recalled.profile;
    const reading = forOtherFile(recalled, place.file, findTableLayout(path, encoding, null, place));
    const table = tableByMapping(path, encoding, reading, report, place);
    if (table === null || fitsContents(table)) {
      report.profile = id;
      report.problem({ level: 'warning' }, 'profile-used', { file, at });
      return readable(table, report);
    }
    report.problem({ level: 'warning' }, 'profile-left', { file });
  }
  const layout = withGuests(findTableLayout(path, encoding, kind, place), guests, place.answers);
  noteLayout(path, encoding, layout, report);
  if (layout.kind !== null) {
    return readable({ ...layout, path, encoding }, report);
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

/** The table, once nothing about it as a whole is open any more. */
function readable(table: Table | null, report: FileReportBuilder): Table | null {
  const questions = table?.questions ?? [];
  report.ask(questions);
  return questions.some(({ blocking }) => blocking) ? null : table;
}

/** What the report shows of a table, whether it is understood or not. */
function noteLayout(
  path: string,
  encoding: TextEncoding,
  layout: Layout | Unrecognised,
  report: FileReportBuilder,
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

/** An error of the file system has a code, as ENOENT. */
function isSystemError(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
