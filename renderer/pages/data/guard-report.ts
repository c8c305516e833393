import type { FileColumn, ImportFileReport } from '../../../electron/api/records.ts';

/** Is a column read: as a field, or with others as one? */
export const isUsed = ({ field, because }: Pick<FileColumn, 'field' | 'because'>): boolean =>
  field !== null || because === 'part-of-count' || because === 'adults-kept';

/** Rows that are no data, and are told as what they are. */
const asideCodes = ['total-left-out', 'titles-again', 'page-footer', 'note-left-out'] as const;
export type AsideRows = (typeof asideCodes)[number];

export function asideRows(
  file: ImportFileReport,
): readonly { readonly code: AsideRows; readonly rows: number }[] {
  return asideCodes.flatMap((code) => {
    const rows = file.groups
      .filter((group) => group.code === code)
      .reduce((sum, group) => sum + group.rows, 0);
    return rows > 0 ? [{ code, rows }] : [];
  });
}

const termNames = [
  'withMeals',
  'imported',
  'updated',
  'unchanged',
  'asked',
  'marked',
  'empty',
  'refused',
  'aside',
] as const;
export type EquationTerm = (typeof termNames)[number];

export interface Equation {
  readonly lines: number;
  /** They add up to `lines`; those of no row are left out, but one. */
  readonly terms: readonly { readonly name: EquationTerm; readonly rows: number }[];
}

/** Every line that was read, and what becomes of it. */
export function equationOf(files: readonly ImportFileReport[]): Equation {
  const sum = (of: (file: ImportFileReport) => number) => files.reduce((total, file) => total + of(file), 0);
  const aside = sum((file) => asideRows(file).reduce((total, { rows }) => total + rows, 0));
  const marked = sum((file) => file.newWithoutMeals.marked);
  const empty = sum((file) => file.newWithoutMeals.empty);
  const fresh = sum((file) => file.imported) - marked - empty;
  const read = files.filter((file) => file.read > 0);
  const isAttendance = read.length > 0 && read.every(({ kind }) => kind === 'attendance');
  const first: EquationTerm = isAttendance ? 'withMeals' : 'imported';
  const rows: Partial<Record<EquationTerm, number>> = {
    [first]: fresh,
    updated: sum((file) => file.updated),
    unchanged: sum((file) => file.unchanged),
    asked: sum((file) => file.asked),
    marked,
    empty,
    refused: sum((file) => file.refused),
    aside,
  };
  const terms = termNames.flatMap((name) => {
    const count = rows[name] ?? 0;
    return name === first || count > 0 ? [{ name, rows: count }] : [];
  });
  return { lines: sum((file) => file.read) + aside, terms };
}

/** Findings that the page tells in another place than the list of problems. */
const toldElsewhere: ReadonlySet<string> = new Set([
  ...asideCodes,
  'table-question',
  'day-month-unsure',
  'marks-found',
  'site-unknown',
  'school-unknown',
  'count-unlikely',
  'columns-added',
  'adults-left-out',
  'sums-left-out',
]);

/** Findings that only say how a table was read: nothing is wrong. */
const noteCodes: ReadonlySet<string> = new Set([
  'site-of-file',
  'filled-down',
  'dates-in-columns',
  'sites-in-columns',
  'dishes-in-columns',
  'meals-left-out',
  'guests-left-out',
  'diners-kept',
  'years-found',
  'marks-noted',
  'encoded-twice',
  'entities-decoded',
  'profile-used',
  'suppliers-made',
]);

export const notesOf = ({ groups }: ImportFileReport) => groups.filter(({ code }) => noteCodes.has(code));
export const problemGroupsOf = ({ groups }: ImportFileReport) =>
  groups.filter(({ code }) => !noteCodes.has(code) && !toldElsewhere.has(code));

/** The columns are to be said by a person: nothing could be read. */
const mappingCodes: ReadonlySet<string> = new Set([
  'missing-columns',
  'no-header-line',
  'field-not-of-kind',
  'no-such-column',
  'column-twice',
  'too-many-names',
]);

export const needsMapping = ({ kind, groups }: ImportFileReport): boolean =>
  kind === null || groups.some(({ code }) => mappingCodes.has(code));
