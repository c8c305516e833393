import Papa from 'papaparse';

/** Days without class, both inclusive. */
export interface Holiday {
  readonly zone: string;
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

interface Row {
  readonly key: string;
  readonly zone: string;
  readonly name: string;
  readonly schoolYear: string;
  readonly firstDay: string;
  /** `null`: the file only says when it begins. */
  readonly lastDay: string | null;
}

type Cells = Readonly<Record<string, string>>;

/** Rows that say nothing about the primary schools of the zone as a whole. */
const otherPopulation = /^Enseignants|second degré|Second degré|Élèves des|^Saint[ -](Martin|Barthélémy)$/;
const longHoliday = /Été|Grandes|austral/;

/** Zones whose summer holidays end with August; elsewhere a holiday without a published end is left out. */
const augustZones = [
  'A',
  'B',
  'C',
  'Corse',
  'Guadeloupe',
  'Guyane',
  'Martinique',
  'Saint Pierre et Miquelon',
];

/**
 * Holidays from copies of the official file “fr-en-calendrier-scolaire”, the most recent copy first: an older
 * one only adds what the newer does not have. `report` hears of rows that cannot be right.
 */
export function publishedSchoolHolidays(
  files: readonly string[],
  report: (line: string) => void,
): readonly Holiday[] {
  const kept = new Map<string, Row[]>();
  for (const file of files) {
    const known = new Set(kept.keys());
    for (const row of readRows(file, report)) {
      if (known.has(row.key)) continue;
      kept.set(row.key, [...(kept.get(row.key) ?? []), row]);
    }
  }
  return [...kept.values()].flatMap(merge).sort(byZoneAndDay);
}

function readRows(file: string, report: (line: string) => void): readonly Row[] {
  const { data } = Papa.parse<Cells>(file.replace(/^\ufeff/, ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  return data.flatMap((cells) => {
    if (otherPopulation.test(cells.Population ?? '')) return [];
    const row = toRow(cells);
    if (row.lastDay !== null && !longHoliday.test(row.name) && daysBetween(row.firstDay, row.lastDay) > 40) {
      report(`left out, too long: ${row.zone} ${row.name} ${row.firstDay} ${row.lastDay}`);
      return [];
    }
    return [row];
  });
}

/**
 * The start is the day of departure after class; on a Saturday nobody has class any more. The end is the day on
 * which classes resume. A row of one day, or of a Friday that bridges to Saturday, is that day.
 */
function toRow(cells: Cells): Row {
  const start = parisDate(cells['Date de début'] ?? '');
  const end = parisDate(cells['Date de fin'] ?? '');
  const description = (cells.Description ?? '').normalize('NFC').replaceAll("'", '’');
  const opens = description.startsWith('Début des ');
  const name = description.replace('Début des ', '');
  const zone = (cells.Zones ?? '').replace(/^Zone /, '');
  const schoolYear = cells.annee_scolaire ?? '';
  const short = daysBetween(start, end) <= 1;
  return {
    key: `${zone}|${schoolYear}|${name}`,
    zone,
    name,
    schoolYear,
    firstDay: (short && !opens) || isWeekend(start) ? start : addDays(start, 1),
    lastDay: opens ? null : start === end ? start : addDays(end, -1),
  };
}

/** The rows of one holiday of one zone: the same dates again and again (one row per académie), or parts. */
function merge(rows: readonly Row[]): readonly Holiday[] {
  const closed = rows.filter((row) => row.lastDay !== null && row.firstDay <= row.lastDay);
  const first = rows[0];
  if (closed.length === 0) return first === undefined ? [] : openEnded(first);
  const merged: Holiday[] = [];
  for (const next of closed.map(toHoliday).sort(byZoneAndDay)) {
    const last = merged.at(-1);
    if (last === undefined || next.firstDay > addDays(last.lastDay, 1)) merged.push(next);
    else if (next.lastDay > last.lastDay) merged.splice(-1, 1, { ...last, lastDay: next.lastDay });
  }
  return merged;
}

/** The end of the last published summer is not in the file; classes never resume before September. */
function openEnded(row: Row): readonly Holiday[] {
  if (!augustZones.includes(row.zone) || row.firstDay.slice(5, 7) !== '07') return [];
  return [toHoliday({ ...row, lastDay: `${row.firstDay.slice(0, 4)}-08-31` })];
}

function toHoliday({ zone, name, firstDay, lastDay }: Row): Holiday {
  return { zone, name, firstDay, lastDay: lastDay ?? firstDay };
}

function byZoneAndDay(a: Holiday, b: Holiday): number {
  return compare(a.zone, b.zone) || compare(a.firstDay, b.firstDay) || compare(a.lastDay, b.lastDay);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const paris = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' });

/** The calendar date that an instant has in Paris: the file writes Paris midnight, in UTC or with an offset. */
function parisDate(instant: string): string {
  return paris.format(new Date(instant));
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
