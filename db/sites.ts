import type { IsoDate, Site, SiteKind, UsualDay } from '../forecasting/domain/records.ts';
import { isoOf } from './day.ts';
import { fold, tidy } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { saveUsualDay } from './usual-days.ts';

/**
 * Attendance that comes before the lists makes a site of each spelling. Once a list says that such a name stands for
 * another site, and nothing else does for this one, it is no canteen. It stays in its table, so that undoing the
 * list brings it back.
 */
const isCanteen = `NOT (s.batch IS NOT NULL
  AND EXISTS (SELECT * FROM site_name WHERE folded = s.folded AND kind = s.kind AND site_id <> s.id)
  AND NOT EXISTS (SELECT * FROM site_name WHERE site_id = s.id)
  AND NOT EXISTS (SELECT * FROM school WHERE site_id = s.id))`;

interface Stated {
  readonly openFrom: IsoDate | null;
  readonly closedFrom: IsoDate | null;
}

const onlyStated = <T extends Stated>({ openFrom, closedFrom, ...site }: T) => ({
  ...site,
  ...(openFrom === null ? {} : { openFrom }),
  ...(closedFrom === null ? {} : { closedFrom }),
});

/** By id, the order of `AttendanceColumns`. */
export function listSites(db: ReadonlyDatabase): readonly Site[] {
  const sites = db.prepare(
    `SELECT id, name, kind, sector, capacity, d.open_from AS openFrom, d.closed_from AS closedFrom
     FROM site s LEFT JOIN site_dates d ON d.site_id = s.id WHERE ${isCanteen} ORDER BY id`,
  );
  return (sites.all() as (Omit<Site, keyof Stated> & Stated)[]).map(onlyStated);
}

export interface SiteExtent extends Site {
  /** Days with a record, and the first and last of them. */
  readonly siteDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** Sites with the extent of their records, by name. */
export function summariseSites(db: ReadonlyDatabase): readonly SiteExtent[] {
  const rows = db
    .prepare(
      `SELECT s.id, s.name, s.kind, s.sector, s.capacity, d.open_from AS openFrom, d.closed_from AS closedFrom,
              count(DISTINCT a.day) AS siteDays, min(a.day) AS first, max(a.day) AS last
       FROM site s
       LEFT JOIN site_dates d ON d.site_id = s.id
       LEFT JOIN site_name n ON n.site_id = s.id
       LEFT JOIN attendance a ON a.site_name_id = n.id AND a.served IS NOT NULL
       WHERE ${isCanteen}
       GROUP BY s.id ORDER BY s.folded, s.kind`,
    )
    .all() as (Omit<SiteExtent, 'firstDay' | 'lastDay' | keyof Stated> &
    Stated & { first: number | null; last: number | null })[];
  return rows.map(({ first, last, ...site }) => ({
    ...onlyStated(site),
    firstDay: first === null ? null : isoOf(first),
    lastDay: last === null ? null : isoOf(last),
  }));
}

interface TypedEnrolment {
  readonly schoolYear: number;
  readonly children: number;
  /** The day on which it was entered. */
  readonly enteredOn?: IsoDate;
}

export interface SiteInput {
  readonly name: string;
  readonly kind: SiteKind;
  readonly capacity: number | null;
  /** Children enrolled in a school year (year of September); kept as a school of the site's own name. */
  readonly enrolled: TypedEnrolment | null;
  /** Children on an ordinary day, as a person estimated them. */
  readonly usual?: Omit<UsualDay, 'siteId'>;
}

export class SiteExistsError extends Error {
  override name = 'SiteExistsError';
  readonly siteId: number;

  constructor(siteId: number) {
    super(`there is a site of this name and kind: ${siteId}`);
    this.siteId = siteId;
  }
}

/** Adds a site typed in by hand. Rows that wait under its exact name and kind become its own. */
export function addSite(db: Database, input: SiteInput): Site {
  const name = tidy(input.name);
  const folded = fold(name);
  const { kind, capacity, enrolled, usual } = input;
  const add = db.transaction(() => {
    const existing = db
      .prepare('SELECT id FROM site WHERE folded = ? AND kind = ?')
      .pluck()
      .get(folded, kind);
    if (existing !== undefined) {
      throw new SiteExistsError(existing as number);
    }
    const id = Number(
      db
        .prepare('INSERT INTO site (name, folded, kind, capacity) VALUES (?, ?, ?, ?)')
        .run(name, folded, kind, capacity).lastInsertRowid,
    );
    db.prepare('UPDATE site_name SET site_id = ? WHERE folded = ? AND kind = ? AND site_id IS NULL').run(
      id,
      folded,
      kind,
    );
    if (enrolled !== null) {
      addEnrolment(db, id, name, enrolled);
    }
    if (usual !== undefined) {
      saveUsualDay(db, { siteId: id, ...usual });
    }
    return { id, name, kind, sector: null, capacity };
  });
  return add.immediate();
}

/** Keeps the children enrolled in a school year: at the site's school, or at a new one named as the site. */
export function addEnrolment(
  db: Database,
  siteId: number,
  name: string,
  { schoolYear, children, enteredOn }: TypedEnrolment,
): void {
  const own = db.prepare('SELECT id FROM school WHERE site_id = ? ORDER BY id LIMIT 1').pluck().get(siteId);
  const school =
    own ??
    db
      .prepare(
        `INSERT INTO school (name, folded, site_id) VALUES (?, ?, ?)
         ON CONFLICT (folded) DO UPDATE SET site_id = coalesce(site_id, excluded.site_id) RETURNING id`,
      )
      .pluck()
      .get(name, fold(name), siteId);
  db.prepare(
    `INSERT INTO enrolment (school_id, school_year, children, entered_on) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET children = excluded.children, batch = NULL, entered_on = excluded.entered_on`,
  ).run(school, schoolYear, children, enteredOn ?? null);
}
