import type { AgeClass, IsoDate, SiteKind } from '../forecasting/domain/records.ts';
import { readAttendanceOf } from './attendance.ts';
import { dayOfIso, isoOf } from './day.ts';
import type { ReadonlyDatabase } from './open.ts';

/** Children of a class, or adults, of a site and day as files say them. */
export interface StoredDinerCount {
  readonly siteId: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly date: IsoDate;
  readonly diners: AgeClass;
  readonly served: number;
  /** When the file was imported. */
  readonly at: string;
}

interface Row extends Omit<StoredDinerCount, 'date'> {
  readonly day: number;
  readonly name: number;
}

/** What files say of a period; of several names of a site the first. */
function rowsOf(db: ReadonlyDatabase, from: number, to: number): readonly Row[] {
  return db
    .prepare(
      `SELECT s.id AS siteId, s.name AS site, s.kind AS siteKind, c.day, c.diners, c.served, b.at,
         min(c.site_name_id) AS name
       FROM diner_count c JOIN site_name n ON n.id = c.site_name_id JOIN site s ON s.id = n.site_id
       JOIN import_batch b ON b.id = c.batch
       WHERE c.day BETWEEN ? AND ? GROUP BY s.id, c.day, c.diners ORDER BY c.day, s.folded, s.kind`,
    )
    .all(from, to) as Row[];
}

/**
 * What files say of a period beside what people entered (`entered`, as `site date class`), which counts instead.
 * Classes count while all of a day add up to its children: another number in their place says that they are others.
 */
export function listDinerCounts(
  db: ReadonlyDatabase,
  from: IsoDate,
  to: IsoDate,
  entered: ReadonlyMap<string, number>,
): readonly StoredDinerCount[] {
  const [first, last] = [dayOfIso(from), dayOfIso(to)];
  const rows = rowsOf(db, first, last);
  if (rows.length === 0) return [];
  const { site, day, served } = readAttendanceOf(db, first, last);
  const children = new Map(Array.from(site, (id, at) => [`${id} ${day[at]}`, served[at]]));
  const bySiteDay = Map.groupBy(rows, (row) => `${row.siteId} ${row.day}`);
  return [...bySiteDay].flatMap(([key, own]) => {
    const [{ siteId, day: on }] = own as [Row, ...Row[]];
    const date = isoOf(on);
    const ofFile = new Map(own.map((row) => [row.diners, row.served]));
    const enteredOf = (diners: AgeClass) => entered.get(`${siteId} ${date} ${diners}`);
    const sum = (['M', 'E', 'C'] as const).reduce(
      (total, diners) => total + (enteredOf(diners) ?? ofFile.get(diners) ?? 0),
      0,
    );
    return own
      .filter(
        ({ diners }) => enteredOf(diners) === undefined && (diners === 'A' || sum === children.get(key)),
      )
      .map(({ day: _, name: __, ...row }) => ({ ...row, date }));
  });
}

/** The sites whose children files count by class. */
export const sitesWithClasses = (db: ReadonlyDatabase): readonly number[] =>
  db
    .prepare(
      `SELECT DISTINCT n.site_id FROM site_name n JOIN diner_count c ON c.site_name_id = n.id
       WHERE n.site_id IS NOT NULL AND c.diners <> 'A'`,
    )
    .pluck()
    .all() as number[];

/** Whether an import brought children by class, or adults. */
export const keptDiners = (db: ReadonlyDatabase, batch: number): boolean =>
  db.prepare('SELECT EXISTS (SELECT 1 FROM diner_count WHERE batch = ?)').pluck().get(batch) === 1;
