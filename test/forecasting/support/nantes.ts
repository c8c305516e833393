import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type {
  AttendanceColumns,
  Closure,
  Enrolment,
  History,
  MenuItem,
  SchoolHoliday,
  Site,
  SiteKind,
} from '../../../forecasting/records.ts';

type Row = Readonly<Record<string, string>>;

const key = (...parts: readonly string[]) => parts.map((p) => p.trim()).join('|');
const count = (text: string) => (text === '' || text === 'NA' ? Number.NaN : Number(text));

/** Reads Nantes' public files as they are, without the database: sums guest groups, joins spellings. */
export function loadNantes(folder: string): History {
  const read = (name: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
    Papa.parse<Row>(readFileSync(join(folder, name), encoding), { header: true, skipEmptyLines: true }).data;
  const sites = read('cantines.csv').map(
    (r, id): Site => ({
      id: id + 1,
      name: `${r.cantine_nom}`.trim(),
      kind: r.cantine_type as SiteKind,
      sector: r.secteur ?? null,
      capacity: null,
    }),
  );
  const idOf = new Map(sites.map((s) => [s.name, s.id]));
  return {
    sites,
    attendance: attendance(read('frequentation.csv'), read('mapping_frequentation_cantines.csv'), idOf),
    enrolment: enrolment(read('effectifs_ecoles.csv'), read('mapping_ecoles_cantines.csv'), idOf),
    menu: [
      ...menu(read('menus_2011-2016.csv'), (r) => [`${r.date}`, `${r.menu}`]),
      ...menu(read('menus_2016-2017.csv'), (r) => [`${r.Date}`.split('/').reverse().join('-'), `${r.Plat}`]),
    ],
    closures: strikes(read('journees_de_greve.csv'), read('greves_manquantes.csv')),
    holidays: holidays(read('vacances.csv')),
  };
}

function attendance(rows: readonly Row[], names: readonly Row[], idOf: ReadonlyMap<string, number>) {
  const canteenOf = new Map(
    names.map((r) => [key(`${r.site_nom}`, `${r.site_type}`), idOf.get(`${r.cantine_nom}`.trim())]),
  );
  // site-day → guest group → counts; spellings of one group complement each other.
  const cells = new Map<string, Map<string, { served: number; staff: number }>>();
  for (const r of rows) {
    const site = canteenOf.get(key(`${r.site_nom}`, `${r.site_type}`));
    if (site === undefined) continue;
    const at = `${site}|${r.date}`;
    const groups = cells.get(at) ?? new Map<string, { served: number; staff: number }>();
    const group = groups.get(`${r.site_type}`) ?? { served: Number.NaN, staff: Number.NaN };
    const served = count(`${r.reel}`);
    const staff = count(`${r.prevision}`);
    if (!Number.isNaN(served)) group.served = served;
    if (!Number.isNaN(staff)) group.staff = staff;
    groups.set(`${r.site_type}`, group);
    cells.set(at, groups);
  }
  const records = [...cells].map(([at, groups]) => {
    const [site, date] = at.split('|');
    const all = [...groups.values()];
    return {
      site: Number(site),
      day: toDay(`${date}`),
      served: all.reduce((sum, g) => sum + g.served, 0),
      staff: all.reduce((sum, g) => sum + g.staff, 0),
    };
  });
  return columns(records);
}

export function columns(
  records: readonly { site: number; day: number; served: number; staff: number }[],
): AttendanceColumns {
  const sorted = [...records].sort((a, b) => a.site - b.site || a.day - b.day);
  return {
    site: Int32Array.from(sorted, (r) => r.site),
    day: Int32Array.from(sorted, (r) => r.day),
    served: Float64Array.from(sorted, (r) => r.served),
    staff: Float64Array.from(sorted, (r) => r.staff),
  };
}

function enrolment(rows: readonly Row[], names: readonly Row[], idOf: ReadonlyMap<string, number>) {
  const canteenOf = new Map(names.map((r) => [`${r.ecole}`.trim(), idOf.get(`${r.cantine_nom}`.trim())]));
  const sums = new Map<string, number>();
  for (const r of rows) {
    const site = canteenOf.get(`${r.Ecole}`.trim());
    if (site === undefined) continue;
    const at = `${site}|${`${r['Année scolaire']}`.slice(0, 4)}`;
    sums.set(at, (sums.get(at) ?? 0) + Number(r.Effectif));
  }
  return [...sums].map(([at, children]): Enrolment => {
    const [site, year] = at.split('|');
    return { siteId: Number(site), schoolYear: Number(year), children };
  });
}

function menu(rows: readonly Row[], cells: (r: Row) => [string, string]): MenuItem[] {
  const rank = new Map<string, number>();
  return rows.map((r) => {
    const [date, dish] = cells(r);
    const at = (rank.get(date) ?? 0) + 1;
    rank.set(date, at);
    return { date, siteId: null, rank: at, course: null, dish, choice: null };
  });
}

function strikes(rows: readonly Row[], missing: readonly Row[]): Closure[] {
  const dates = rows.map((r) => {
    const [d, m, y] = `${r.Jour}`.split('/');
    return `20${y}-${m}-${d}`;
  });
  const all = new Set([...dates, ...missing.map((r) => `${r.date}`)]);
  return [...all].map((date) => ({ date, siteId: null, kind: 'strike', absent: null, announced: null }));
}

/**
 * The end of a row is the last day off; on a Monday or later it may also be the first day back.
 * Attendance shows that most Mondays in spring and winter are first days back, those of January and
 * September last days off.
 */
function holidays(rows: readonly Row[]): SchoolHoliday[] {
  const seen = new Map<string, SchoolHoliday>();
  for (const r of rows) {
    const firstDay = `${r.date_debut}`;
    const end = `${r.date_fin}`;
    const back = weekday(toDay(end)) === 1 && /Hiver|Avril/.test(`${r.vacances_nom}`);
    const lastDay = back ? addDays(end, -1) : end;
    seen.set(firstDay, { zone: 'B', name: `${r.vacances_nom}`, firstDay, lastDay });
  }
  return [...seen.values()];
}
