import { schoolYearOf } from '../calendar/school-year.ts';
import type { AttendanceColumns, Closure, Enrolment, History, MenuItem, Site } from '../domain/records.ts';

export interface ColdStartHistory {
  readonly history: History;
  /** The site that each newcomer is one school year of. */
  readonly siteOf: ReadonlyMap<number, number>;
}

/**
 * The same records as if every site had opened anew each school year: what holds for canteens without a past must be
 * learned from such. A model of sites with years behind them leaves to the years what the calendar alone must say
 * where there are none.
 */
export function asColdStarts(history: History): ColdStartHistory {
  const { attendance, sites } = history;
  const ids = new Map<string, number>();
  const made: Site[] = [];
  const of = new Map(sites.map((site) => [site.id, site]));
  const years = new Map<number, number[]>();
  const siteOf = new Map<number, number>();
  const site = attendance.site.map((id, i) => {
    const year = schoolYearOf(attendance.day[i]);
    const name = `${id}|${year}`;
    const found = ids.get(name);
    if (found !== undefined) return found;
    const newcomer = ids.size + 1;
    ids.set(name, newcomer);
    siteOf.set(newcomer, id);
    made.push({ ...(of.get(id) as Site), id: newcomer });
    years.set(id, [...(years.get(id) ?? []), newcomer]);
    return newcomer;
  });
  const columns: AttendanceColumns = { ...attendance, site };
  /** A record of one site is one of each of its newcomers; a record of all sites stays one. */
  const spread = <T extends { readonly siteId: number | null }>(records: readonly T[]): T[] =>
    records.flatMap((record) =>
      record.siteId === null
        ? [record]
        : (years.get(record.siteId) ?? []).map((siteId) => ({ ...record, siteId })),
    );
  const newcomers: History = {
    ...history,
    sites: made,
    attendance: columns,
    enrolment: spread<Enrolment>(history.enrolment),
    menu: spread<MenuItem>(history.menu),
    closures: spread<Closure>(history.closures),
  };
  return { history: newcomers, siteOf };
}
