import type { AgeClass, ClosureKind, Course, IsoDate, SiteKind } from '../forecasting/domain/records.ts';
import { dayOfIso, isoOf } from './day.ts';
import { listMealValues } from './meal-records.ts';
import type { ReadonlyDatabase } from './open.ts';

// Rows as an import of the same kind reads them: under the names that files know, so that they come back unchanged.

/** The guests of a name; `null`: its files do not say. */
type NameKind = SiteKind | null;

export interface AttendanceRow {
  readonly date: IsoDate;
  readonly site: string;
  readonly kind: NameKind;
  readonly staff: number | null;
  readonly served: number | null;
  /** Those served by class, and adults, where they are on record. */
  readonly diners: Readonly<Partial<Record<AgeClass, number>>>;
}

/** Row by row: a large town's ten years would not fit into memory at once. */
const each = <T>(db: ReadonlyDatabase, sql: string): IterableIterator<T> =>
  db.prepare(sql).iterate() as IterableIterator<T>;

const all = <T>(db: ReadonlyDatabase, sql: string): readonly T[] => db.prepare(sql).all() as T[];

const isoDay = (column: string) => `date(${column} * 86400, 'unixepoch')`;

interface NamedRow extends Omit<AttendanceRow, 'diners'> {
  readonly nameId: number | null;
  readonly siteId: number | null;
  readonly siteKind: SiteKind | null;
  readonly day: number;
}

/**
 * Where a person put a count over those of files, it stands under one name of the whole site, and the others keep
 * the staff's figure: read again, the site's day is what it is here.
 */
export function* exportAttendance(db: ReadonlyDatabase): Generator<AttendanceRow> {
  const rows = each<NamedRow>(
    db,
    `SELECT ${isoDay('a.day')} AS date, n.name AS site, n.kind, a.staff, a.served, n.site_id AS siteId,
       n.id AS nameId, s.kind AS siteKind, a.day
     FROM attendance a JOIN site_name n ON n.id = a.site_name_id LEFT JOIN site s ON s.id = n.site_id
     ORDER BY a.day, n.folded, n.kind`,
  );
  const corrected = new Map(
    all<NamedRow>(
      db,
      `SELECT ${isoDay('c.day')} AS date, s.name AS site, s.kind, NULL AS staff, c.served, c.site_id AS siteId,
         NULL AS nameId, s.kind AS siteKind, c.day
       FROM count_correction c JOIN site s ON s.id = c.site_id ORDER BY c.day, s.folded`,
    ).map((row) => [`${row.siteId} ${row.day}`, row]),
  );
  const diners = new ExportedDiners(db);
  const placed = new Set<string>();
  // Both are in the order of their days: a correction without a row of its own follows the rows of its day.
  const waiting = [...corrected];
  let next = 0;
  const addedBefore = function* (date: IsoDate | null): Generator<AttendanceRow> {
    for (
      let entry = waiting[next];
      entry && (date === null || entry[1].date < date);
      entry = waiting[++next]
    ) {
      if (!placed.has(entry[0])) yield diners.beside(entry[1]);
    }
  };
  for (const row of rows) {
    yield* addedBefore(row.date);
    const key = `${row.siteId} ${row.day}`;
    const correction = corrected.get(key);
    const isFirst = (row.kind === null || row.kind === row.siteKind) && !placed.has(key);
    if (correction && isFirst) placed.add(key);
    yield diners.beside(correction ? { ...row, served: isFirst ? correction.served : null } : row);
  }
  yield* addedBefore(null);
}

type Diners = AttendanceRow['diners'];
const noDiners: Diners = {};

/** Diners of rows that come in the order of their days, read a month at a time; of a site's day they are told once. */
class ExportedDiners {
  readonly #db: ReadonlyDatabase;
  readonly #ofName;
  readonly #told = new Set<string>();
  #month = '';
  #bySiteDay: ReadonlyMap<string, Diners> = new Map();

  constructor(db: ReadonlyDatabase) {
    this.#db = db;
    this.#ofName = db
      .prepare('SELECT diners, served FROM diner_count WHERE site_name_id = ? AND day = ?')
      .raw();
  }

  beside({ date, site, kind, staff, served, siteId, siteKind, nameId, day }: NamedRow): AttendanceRow {
    const row = { date, site, kind, staff, served };
    if (siteId === null) {
      return { ...row, diners: Object.fromEntries(this.#ofName.all(nameId, day) as [AgeClass, number][]) };
    }
    const key = `${siteId} ${date}`;
    const isWhole = kind === null || kind === siteKind;
    const found = isWhole && !this.#told.has(key) ? this.#of(key, date) : noDiners;
    const { M = 0, E = 0, C = 0, A } = found;
    const own = M + E + C === served ? found : A === undefined ? noDiners : { A };
    if (own !== noDiners) this.#told.add(key);
    return { ...row, diners: own };
  }

  #of(key: string, date: IsoDate): Diners {
    const month = date.slice(0, 7);
    if (month !== this.#month) {
      this.#month = month;
      this.#told.clear();
      this.#bySiteDay = dinersOfMonth(this.#db, month);
    }
    return this.#bySiteDay.get(key) ?? noDiners;
  }
}

const lastOfMonth = (month: string): IsoDate =>
  isoOf(dayOfIso(`${isoOf(dayOfIso(`${month}-01`) + 31).slice(0, 7)}-01`) - 1);

function dinersOfMonth(db: ReadonlyDatabase, month: string): ReadonlyMap<string, Diners> {
  const found = new Map<string, Diners>();
  for (const { siteId, date, dish, field, value } of listMealValues(db, `${month}-01`, lastOfMonth(month))) {
    const diners = (['M', 'E', 'C', 'A'] as const).find((one) => field === `served.${one}`);
    if (dish !== '' || diners === undefined || typeof value !== 'number') continue;
    const key = `${siteId} ${date}`;
    found.set(key, { ...found.get(key), [diners]: value });
  }
  return found;
}

/** Whether anybody told children by class, or adults, apart. */
export const hasDiners = (db: ReadonlyDatabase): boolean =>
  db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM diner_count)
         OR EXISTS (SELECT 1 FROM meal_value WHERE field IN ('served.M', 'served.E', 'served.C', 'served.A'))`,
    )
    .pluck()
    .get() === 1;

export interface MenuRow {
  readonly date: IsoDate;
  /** `null`: every site. */
  readonly site: string | null;
  readonly rank: number;
  readonly course: Course | null;
  readonly dish: string;
  /** Dishes with the same number are one choice. */
  readonly choice: number | null;
}

/** Menus as they are in force: a list that was typed in stands in for that of a file. */
export const exportMenus = (db: ReadonlyDatabase) =>
  all<MenuRow>(
    db,
    `SELECT date, site, rank, course, dish, choice FROM (
       SELECT m.date, n.name AS site, m.position, m.rank, m.course, m.dish, m.choice
       FROM menu_item m LEFT JOIN site_name n ON n.id = m.site_name_id
       WHERE m.dish IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM typed_menu t
                         WHERE t.date = m.date AND ifnull(t.site_id, 0) = ifnull(n.site_id, 0))
       UNION ALL
       SELECT t.date, s.name, d.key + 1, d.key + 1, d.value ->> 'course', d.value ->> 'dish', d.value ->> 'choice'
       FROM typed_menu t LEFT JOIN site s ON s.id = t.site_id, json_each(t.dishes) d)
     ORDER BY date, site, position`,
  );

export interface ServingRow {
  readonly date: IsoDate;
  readonly site: string;
  readonly kind: NameKind;
  readonly dish: string;
  readonly served: number;
  readonly prepared: number | null;
  readonly left: number | null;
}

export const exportServings = (db: ReadonlyDatabase) =>
  all<ServingRow>(
    db,
    `SELECT ${isoDay('day')} AS date, name AS site, kind, dish, served, prepared, left_over AS left
     FROM dish_served ORDER BY day, site_folded, kind, folded`,
  );

export interface EnrolmentRow {
  readonly school: string;
  /** The year of September. */
  readonly schoolYear: number;
  readonly children: number;
}

export const exportEnrolment = (db: ReadonlyDatabase) =>
  all<EnrolmentRow>(
    db,
    `SELECT c.name AS school, e.school_year AS schoolYear, e.children
     FROM enrolment e JOIN school c ON c.id = e.school_id ORDER BY e.school_year, c.folded`,
  );

export interface SiteRow {
  readonly name: string;
  readonly kind: SiteKind;
  readonly sector: string | null;
  readonly capacity: number | null;
}

export const exportSites = (db: ReadonlyDatabase) =>
  all<SiteRow>(db, 'SELECT name, kind, sector, capacity FROM site ORDER BY folded, kind');

export interface AliasRow {
  readonly name: string;
  readonly nameKind: SiteKind;
  readonly site: string;
  readonly siteKind: SiteKind;
}

/** Names whose files say who eats there, and the site that each stands for. */
export const exportSiteNames = (db: ReadonlyDatabase) =>
  all<AliasRow>(
    db,
    `SELECT n.name, n.kind AS nameKind, s.name AS site, s.kind AS siteKind
     FROM site_name n JOIN site s ON s.id = n.site_id WHERE n.kind IS NOT NULL ORDER BY n.folded, n.kind`,
  );

export const exportSchoolNames = (db: ReadonlyDatabase) =>
  all<Omit<AliasRow, 'nameKind'>>(
    db,
    `SELECT c.name, s.name AS site, s.kind AS siteKind
     FROM school c JOIN site s ON s.id = c.site_id ORDER BY c.folded`,
  );

export interface ClosureRow {
  readonly date: IsoDate;
  readonly event: ClosureKind;
  /** `null`: all sites. */
  readonly site: string | null;
  readonly kind: NameKind;
  readonly absent: number | null;
  readonly announced: IsoDate | null;
}

export const exportClosures = (db: ReadonlyDatabase) =>
  all<ClosureRow>(
    db,
    `SELECT c.date, c.kind AS event, n.name AS site, n.kind, c.absent, c.announced
     FROM closure c LEFT JOIN site_name n ON n.id = c.site_name_id ORDER BY c.date, c.kind, n.folded`,
  );
