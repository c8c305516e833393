import { numberAt } from '../forecasting/domain/number-at.ts';
import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';

/** Corrected counts of one site, days since 1970-01-01 in order. */
export interface Corrections {
  readonly day: readonly number[];
  readonly served: readonly number[];
}

/** Every count that a person put over that of a file, by site; of a period where its days are given. */
export function readCorrections(
  db: ReadonlyDatabase,
  from: number = Number.MIN_SAFE_INTEGER,
  to: number = Number.MAX_SAFE_INTEGER,
): ReadonlyMap<number, Corrections> {
  const rows = db
    .prepare(
      'SELECT site_id, day, served FROM count_correction WHERE day BETWEEN ? AND ? ORDER BY site_id, day',
    )
    .raw()
    .all(from, to) as [site: number, day: number, served: number][];
  const sites = Map.groupBy(rows, ([site]) => site);
  return new Map(
    [...sites].map(([site, own]) => [
      site,
      { day: own.map(([, day]) => day), served: own.map(([, , served]) => served) },
    ]),
  );
}

/** The same under `site day`. */
export const correctionsByDay = (db: ReadonlyDatabase): ReadonlyMap<string, number> =>
  new Map(
    [...readCorrections(db)].flatMap(([site, { day, served }]) =>
      day.map((of, i): [string, number] => [`${site} ${of}`, numberAt(served, i)]),
    ),
  );

/** The same of one site and period. */
export function readSiteCorrections(
  db: ReadonlyDatabase,
  siteId: number,
  from: number,
  to: number,
): Corrections {
  const rows = db
    .prepare(
      'SELECT day, served FROM count_correction WHERE site_id = ? AND day BETWEEN ? AND ? ORDER BY day',
    )
    .raw()
    .all(siteId, from, to) as [day: number, served: number][];
  return { day: rows.map(([day]) => day), served: rows.map(([, served]) => served) };
}

/** Keeps a count over that of a file. */
export function saveCorrection(
  db: Database,
  siteId: number,
  day: number,
  served: number,
  enteredOn: IsoDate,
): void {
  db.prepare(
    `INSERT INTO count_correction (site_id, day, served, entered_on) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET served = excluded.served, entered_on = excluded.entered_on`,
  ).run(siteId, day, served, enteredOn);
}

/** The file's count is in force again. */
export function removeCorrection(db: Database, siteId: number, day: number): void {
  db.prepare('DELETE FROM count_correction WHERE site_id = ? AND day = ?').run(siteId, day);
}
