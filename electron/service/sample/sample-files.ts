import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { ClosureKind, IsoDate, SchoolHoliday } from '../../../forecasting/domain/records.ts';
import { domainWords } from '../../api/domain-words.ts';
import { plainCsv } from '../documents/table-csv.ts';
import type { SampleAttendance } from './attendance.ts';
import { type SampleEnrolment, sampleCanteens } from './canteens.ts';
import type { SampleEvent } from './events.ts';
import type { SampleMenu } from './menus.ts';
import type { SampleServing } from './servings.ts';

export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

type Cell = string | number | null;

export function canteensFile(): SampleFile {
  const rows = sampleCanteens.map(({ name, kind, sector, capacity }) => [name, kind, sector, capacity]);
  return csv('cantines.csv', ['cantine_nom', 'cantine_type', 'secteur', 'capacite'], rows);
}

export function schoolsFile(): SampleFile {
  const rows = sampleCanteens.flatMap(({ name, kind, schools }) =>
    schools.map((school) => [school.name, name, kind]),
  );
  return csv('ecoles.csv', ['ecole', 'cantine_nom', 'cantine_type'], rows);
}

export function enrolmentFile(enrolment: readonly SampleEnrolment[]): SampleFile {
  const rows = enrolment.map(({ school, schoolYear, children }) => [school, yearName(schoolYear), children]);
  return csv('effectifs.csv', ['Ecole', 'Année scolaire', 'Effectif'], rows);
}

export function attendanceFile(attendance: readonly SampleAttendance[]): SampleFile {
  const rows = attendance
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, canteen, served, staff }) => [canteen.kind, date, staff, served, canteen.name]);
  return csv('frequentation.csv', ['site_type', 'date', 'prevision', 'reel', 'site_nom'], rows);
}

/** One row per course; a choice is written “A OU B”, as city menu sheets do. */
export function menusFile(menus: readonly SampleMenu[]): SampleFile {
  const rows = menus.flatMap(({ date, courses }) =>
    courses.map(({ course, dishes }, i) => [
      date,
      i + 1,
      domainWords.fr.courses[course],
      dishes.map(({ dish }) => dish).join(' OU '),
    ]),
  );
  return csv('menus.csv', ['date', 'rang', 'composante', 'plat'], rows);
}

const eventNames: Readonly<Record<ClosureKind, string>> = {
  strike: 'Grève',
  closure: 'Fermeture',
  outing: 'Sortie scolaire',
};

export function closuresFile(events: readonly SampleEvent[]): SampleFile {
  const kinds = new Map(sampleCanteens.map(({ name, kind }) => [name, kind]));
  const rows = events
    .filter(({ unrecorded }) => !unrecorded)
    .map(({ date, kind, canteen, absent, announced }) => {
      const siteKind = canteen === null ? null : (kinds.get(canteen) ?? null);
      return [date, eventNames[kind], canteen, siteKind, absent, announced];
    });
  const head = ['date', 'evenement', 'cantine', 'type', 'absents', 'annonce_le'];
  return csv('fermetures.csv', head, rows);
}

/** A production record: dish × canteen × day. */
export function servingsFile(servings: readonly SampleServing[]): SampleFile {
  const rows = servings.map(({ date, canteen, dish, planned, prepared, served, left }) => [
    date,
    canteen.name,
    canteen.kind,
    dish,
    planned,
    prepared,
    served,
    left,
  ]);
  const head = ['date', 'site', 'type', 'plat', 'prevu', 'prepare', 'servi', 'reste'];
  return csv('plats-servis.csv', head, rows);
}

/** In the official form: from the day of departure after class to the day on which classes resume. */
export function holidaysFile(holidays: readonly SchoolHoliday[]): SampleFile {
  const rows = holidays.map(({ zone, name, firstDay, lastDay }) => [
    name,
    name === 'Vacances d’Été' ? 'Élèves' : '-',
    parisMidnight(weekday(toDay(firstDay)) > 5 ? firstDay : addDays(firstDay, -1)),
    parisMidnight(addDays(lastDay, 1)),
    'Nantes',
    `Zone ${zone}`,
    yearName(schoolYearOf(toDay(firstDay))),
  ]);
  const head = [
    'Description',
    'Population',
    'Date de début',
    'Date de fin',
    'Académies',
    'Zones',
    'annee_scolaire',
  ];
  return csv('vacances.csv', head, rows);
}

const parisOffset = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  timeZoneName: 'longOffset',
});

/** `2026-10-17T00:00:00+02:00`. */
function parisMidnight(date: IsoDate): string {
  const zone = parisOffset
    .formatToParts(new Date(`${date}T00:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${date}T00:00:00${zone?.replace('GMT', '') ?? '+01:00'}`;
}

function yearName(schoolYear: number): string {
  return `${schoolYear}-${schoolYear + 1}`;
}

function csv(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): SampleFile {
  return { name, text: plainCsv(head, rows, ';') };
}
