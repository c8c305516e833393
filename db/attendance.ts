import { numberAt } from '../forecasting/domain/number-at.ts';
import { firstPlausibleDay, lastPlausibleDay } from '../forecasting/domain/plausible-days.ts';
import type { AttendanceColumns, IsoDate, SiteKind } from '../forecasting/domain/records.ts';
import { type Corrections, readCorrections, readSiteCorrections } from './count-corrections.ts';
import { dayOfIso, isoOf } from './day.ts';
import type { ReadonlyDatabase } from './open.ts';
import { numberOf, numberOrNull } from './scalar.ts';

/**
 * On how many sites, or groups of guests of one, meals were served, by day. Leisure centres are left out: they
 * serve when schools do not.
 */
export function readServedDays(
  db: ReadonlyDatabase,
): readonly { readonly day: number; readonly sites: number }[] {
  return db
    .prepare(
      `SELECT a.day, count(*) AS sites
       FROM attendance a JOIN site_name n ON n.id = a.site_name_id JOIN site s ON s.id = n.site_id
       WHERE a.served > 0 AND coalesce(n.kind, s.kind) <> 'L'
       GROUP BY a.day ORDER BY a.day`,
    )
    .all() as { day: number; sites: number }[];
}

/** The last day on which meals are recorded for a site. */
export function lastServedDay(db: ReadonlyDatabase): IsoDate | null {
  const day = numberOrNull(
    db
      .prepare(
        `SELECT max(a.day) FROM site_name n CROSS JOIN attendance a ON a.site_name_id = n.id
       WHERE n.site_id IS NOT NULL AND a.served IS NOT NULL`,
      )
      .pluck(),
  );
  return day === null ? null : isoOf(day);
}

/** How many rows of attendance are on record: about the site-days. */
export const countAttendance = (db: ReadonlyDatabase): number =>
  numberOf(db.prepare('SELECT count(*) FROM attendance').pluck());

/** A way in which files name a site, with the guests that they count under it. */
interface Name {
  readonly id: number;
  readonly site: number;
  readonly kind: SiteKind | null;
}

/** The rows of one name, oldest first, column by column. */
interface NamedRows {
  readonly kind: SiteKind | null;
  readonly day: readonly number[];
  readonly served: readonly (number | null)[];
  readonly staff: readonly (number | null)[];
}

/**
 * Attendance per site and day. Names of a site that have one kind complement each other (one has the staff's figure,
 * the other the meals served); different kinds are groups of guests and are added up. See `SiteDay`. A count that a
 * person put over that of a file counts in its place.
 */
export function readAttendance(db: ReadonlyDatabase): AttendanceColumns {
  const columns = new GrowingColumns();
  for (const push of daysOfSites(db, allNames(db), readCorrections(db), everyDay)) {
    push(columns);
  }
  return columns.finish();
}

/** The same of some days, counted from 1970-01-01. */
export function readAttendanceOf(db: ReadonlyDatabase, from: number, to: number): AttendanceColumns {
  const columns = new GrowingColumns();
  for (const push of daysOfSites(db, allNames(db), readCorrections(db, from, to), { from, to })) {
    push(columns);
  }
  return columns.finish();
}

/** The same, one site with records after the other: all of them at once may be more than memory should hold. */
export function* readAttendanceBySite(db: ReadonlyDatabase): Generator<AttendanceColumns> {
  for (const push of daysOfSites(db, allNames(db), readCorrections(db), everyDay)) {
    const columns = new GrowingColumns();
    push(columns);
    const own = columns.finish();
    if (own.day.length > 0) yield own;
  }
}

const allNames = (db: ReadonlyDatabase) =>
  db
    .prepare('SELECT id, site_id AS site, kind FROM site_name WHERE site_id IS NOT NULL ORDER BY site_id, id')
    .all() as Name[];

/** The same of one site and period, days counted from 1970-01-01; `files`: without what a person put over them. */
export function readSiteAttendance(
  db: ReadonlyDatabase,
  siteId: number,
  from: number,
  to: number,
  of: 'all' | 'files' = 'all',
): AttendanceColumns {
  const names = db
    .prepare('SELECT id, site_id AS site, kind FROM site_name WHERE site_id = ? ORDER BY id')
    .all(siteId) as Name[];
  const own = of === 'all' ? readSiteCorrections(db, siteId, from, to) : noCorrections;
  const columns = new GrowingColumns();
  for (const push of daysOfSites(db, names, new Map([[siteId, own]]), { from, to })) {
    push(columns);
  }
  return columns.finish();
}

/** Every day that can be meant. */
const everyDay = { from: dayOfIso(firstPlausibleDay), to: dayOfIso(lastPlausibleDay) };

/** For each site in turn what writes its days, the rows of all its names added up, to the end of columns. */
function* daysOfSites(
  db: ReadonlyDatabase,
  names: readonly Name[],
  corrections: ReadonlyMap<number, Corrections>,
  { from, to }: typeof everyDay,
): Generator<(columns: GrowingColumns) => void> {
  // One text per column of a name: a call for each row costs more than to read the rows.
  const read = db
    .prepare(
      `SELECT json_group_array(day), json_group_array(served), json_group_array(staff)
       FROM (SELECT day, served, staff FROM attendance
             WHERE site_name_id = ? AND day BETWEEN ? AND ? ORDER BY day)`,
    )
    .raw();
  const bySite = Map.groupBy(names, ({ site }) => site);
  const sites = [...new Set([...bySite.keys(), ...corrections.keys()])].sort((a, b) => a - b);
  for (const site of sites) {
    const own = bySite.get(site) ?? [];
    const rows = own.map(({ id, kind }): NamedRows => {
      const texts = read.get(id, from, to) as [string, string, string];
      const [day, served, staff] = texts.map((text) => JSON.parse(text));
      return { kind, day, served, staff };
    });
    yield (columns) => pushSite(columns, site, rows, corrections.get(site) ?? noCorrections);
  }
}

const noCorrections: Corrections = { day: [], served: [] };

/** The days of one site, from the rows of all its names and what was put over them. */
function pushSite(
  columns: GrowingColumns,
  site: number,
  names: readonly NamedRows[],
  corrections: Corrections,
): void {
  const current = new SiteDay();
  const at = names.map(() => 0);
  let corrected = 0;
  for (;;) {
    let day = corrections.day[corrected] ?? Number.POSITIVE_INFINITY;
    for (let i = 0; i < names.length; i++) {
      day = Math.min(day, names[i]?.day[numberAt(at, i)] ?? day);
    }
    if (day === Number.POSITIVE_INFINITY) return;
    current.start(site, day);
    for (let i = 0; i < names.length; i++) {
      const rows = names[i] as NamedRows;
      const row = numberAt(at, i);
      if (rows.day[row] !== day) continue;
      current.add(rows.kind, rows.served[row] ?? null, rows.staff[row] ?? null);
      at[i] = row + 1;
    }
    if (corrections.day[corrected] === day) {
      current.correct(numberAt(corrections.served, corrected));
      corrected++;
    }
    columns.push(current);
  }
}

interface Group {
  served: number | null;
  staff: number | null;
}

/**
 * The counts of one site on one day, group by group.
 *
 * `M/E` is the whole of `M` and `E`, and so is a count that does not say for whom it is: where there are both, the
 * whole counts if it is known, else the parts.
 * A group that is there without a count makes the sum unknown: part of a sum would look like a bad day.
 */
class SiteDay {
  site = 0;
  day = 0;
  /** Nearly every day has one row: it is kept apart, and makes a group only when another comes. */
  #rows = 0;
  #kind: SiteKind = 'M/E';
  #served: number | null = null;
  #staff: number | null = null;
  #corrected: number | null = null;
  readonly #groups = new Map<SiteKind, Group>();

  start(site: number, day: number): void {
    this.site = site;
    this.day = day;
    this.#rows = 0;
    this.#corrected = null;
  }

  correct(served: number): void {
    this.#corrected = served;
  }

  add(written: SiteKind | null, served: number | null, staff: number | null): void {
    const kind = written ?? 'M/E';
    this.#rows++;
    if (this.#rows === 1) {
      this.#kind = kind;
      this.#served = served;
      this.#staff = staff;
      return;
    }
    if (this.#rows === 2) {
      this.#groups.clear();
      this.#groups.set(this.#kind, { served: this.#served, staff: this.#staff });
    }
    const group = this.#groups.get(kind);
    if (group === undefined) {
      this.#groups.set(kind, { served, staff });
    } else {
      group.served = larger(group.served, served);
      group.staff = larger(group.staff, staff);
    }
  }

  /** Meals served and the staff's figure of the same groups; NaN when unknown. */
  totals(): readonly [served: number, staff: number] {
    if (this.#rows === 1) {
      return [this.#corrected ?? this.#served ?? Number.NaN, this.#staff ?? Number.NaN];
    }
    if (this.#rows === 0) {
      return [this.#corrected ?? Number.NaN, Number.NaN];
    }
    const counted = this.#counted();
    return [
      this.#corrected ?? sum(counted.map(({ served }) => served)),
      sum(counted.map(({ staff }) => staff)),
    ];
  }

  #counted(): readonly Group[] {
    const whole = this.#groups.get('M/E');
    const overlaps = whole !== undefined && (this.#groups.has('M') || this.#groups.has('E'));
    const left = (kind: SiteKind) =>
      overlaps && (whole.served === null ? kind === 'M/E' : kind === 'M' || kind === 'E');
    return [...this.#groups].filter(([kind]) => !left(kind)).map(([, group]) => group);
  }
}

/** Two names of one group that both have a count are one count, told twice. */
function larger(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

function sum(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? Number.NaN), 0);
}

class GrowingColumns {
  #length = 0;
  // A few years of one site: many are read one by one.
  #site = new Int32Array(1 << 10);
  #day = new Int32Array(1 << 10);
  #served = new Float64Array(1 << 10);
  #staff = new Float64Array(1 << 10);

  push(row: SiteDay): void {
    if (this.#length === this.#site.length) {
      this.#resize(this.#length * 2);
    }
    const [served, staff] = row.totals();
    this.#site[this.#length] = row.site;
    this.#day[this.#length] = row.day;
    this.#served[this.#length] = served;
    this.#staff[this.#length] = staff;
    this.#length++;
  }

  finish(): AttendanceColumns {
    this.#resize(this.#length);
    return { site: this.#site, day: this.#day, served: this.#served, staff: this.#staff };
  }

  #resize(length: number): void {
    this.#site = resized(this.#site, new Int32Array(length));
    this.#day = resized(this.#day, new Int32Array(length));
    this.#served = resized(this.#served, new Float64Array(length));
    this.#staff = resized(this.#staff, new Float64Array(length));
  }
}

function resized<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from.subarray(0, to.length));
  return to;
}
