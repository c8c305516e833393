import published from '../../../assets/calendar/school-holidays.json' with { type: 'json' };
import { readServedDays } from '../../../db/attendance.ts';
import { readHolidays } from '../../../db/calendar.ts';
import {
  listConfirmedDays,
  listManualHolidays,
  type ManualHoliday,
  type StoredPeriod,
} from '../../../db/manual-calendar.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import { inferZone, zonesOf } from '../../../forecasting/calendar/infer-zone.ts';
import { joinHolidays } from '../../../forecasting/calendar/join-holidays.ts';
import { guessHolidays, knowledgeOf } from '../../../forecasting/calendar/known-days.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { IsoDate, PublicHolidayRegion, SchoolHoliday } from '../../../forecasting/domain/records.ts';
import { holidayZones } from '../../api/domain-lists.ts';
import type { AppState, HolidayZone } from '../../api/records.ts';
import { readOnce } from '../context/read-once.ts';
import { readSettings } from '../context/settings.ts';

export interface SchoolHolidays {
  readonly zone: AppState['schoolZone'];
  /** Imported and built in, joined. */
  readonly holidays: readonly SchoolHoliday[];
  /** Whose public holidays count. */
  readonly publicHolidays: PublicHolidayRegion;
  /**
   * Is it known of a day whether it is one of school? Published, imported, entered by hand or confirmed; not in
   * years that nobody has published, nor where zones differ and none is chosen.
   */
  isKnown(date: IsoDate): boolean;
  /** The place is in Alsace-Moselle, and nobody has said whether Good Friday is a public holiday there. */
  readonly asksGoodFriday: boolean;
}

/** Zones that are a region with public holidays of its own. */
const regionOfZone: { readonly [Z in HolidayZone]?: PublicHolidayRegion } = {
  Guadeloupe: 'guadeloupe',
  Guyane: 'guyane',
  Martinique: 'martinique',
  Mayotte: 'mayotte',
  Réunion: 'reunion',
};

const publishedZone = (name: string | null): HolidayZone | null =>
  holidayZones.find((zone) => zone === name) ?? null;

/** The zone that the imported holidays name, where they name one that is published. */
function importedZone(imported: readonly SchoolHoliday[]): HolidayZone | null {
  const [only, ...others] = zonesOf(imported);
  return others.length === 0 ? publishedZone(only ?? null) : null;
}

/** School years after the last known one for which holidays are guessed. */
const guessedYears = 2;

/** Guesses for what lies beyond the known holidays, in each zone of a list. */
function guesses(known: readonly SchoolHoliday[]): readonly SchoolHoliday[] {
  return zonesOf(known).flatMap((zone) => {
    const own = known.filter((holiday) => holiday.zone === zone);
    const to = own.reduce((latest, { lastDay }) => (lastDay > latest ? lastDay : latest), '');
    const last = schoolYearOf(toDay(own.at(-1)?.firstDay ?? to));
    return Array.from({ length: guessedYears + 1 }, (_, i) => last + i)
      .flatMap((year) => guessHolidays(own, zone, year))
      .filter(({ firstDay }) => firstDay > to);
  });
}

/** The days of a guess that nobody has confirmed to be served, in runs. */
function unconfirmed(holiday: SchoolHoliday, confirmed: readonly StoredPeriod[]): readonly SchoolHoliday[] {
  const runs: SchoolHoliday[] = [];
  for (let date = holiday.firstDay; date <= holiday.lastDay; date = addDays(date, 1)) {
    if (confirmed.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay)) continue;
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.lastDay, 1) === date)
      runs.splice(-1, 1, { ...last, lastDay: date });
    else runs.push({ ...holiday, firstDay: date, lastDay: date });
  }
  return runs;
}

/** Of each zone of a list, what was entered by hand for the place. */
function byHand(known: readonly SchoolHoliday[], manual: readonly ManualHoliday[]): readonly SchoolHoliday[] {
  const zones = zonesOf(known);
  return (zones.length > 0 ? zones : [noZone]).flatMap((zone) =>
    manual.map(({ name, firstDay, lastDay }) => ({ zone, name, firstDay, lastDay })),
  );
}

/** The calendar of a place of which only holidays entered by hand are known. */
const noZone = '–';

/**
 * The school holidays of this place: imported ones first, the built-in ones of its zone for the other years, those
 * entered by hand, and guesses beyond.
 */
export const schoolHolidays: (db: ReadonlyDatabase) => SchoolHolidays = readOnce(readSchoolHolidays);

function readSchoolHolidays(db: ReadonlyDatabase): SchoolHolidays {
  const { zone, publicHolidays, goodFriday } = readSettings(db);
  const elsewhere = zone === 'none';
  const chosen = zone === 'auto' || elsewhere ? null : zone;
  const imported = readHolidays(db);
  const inferred =
    chosen === null && !elsewhere
      ? (importedZone(imported) ?? publishedZone(inferZone(readServedDays(db), published)))
      : null;
  const inForce = chosen ?? inferred;
  const region =
    publicHolidays === 'auto' ? ((inForce && regionOfZone[inForce]) ?? 'metropole') : publicHolidays;
  const builtIn = elsewhere ? [] : published;
  const joined = joinHolidays(imported, builtIn, { chosen, inferred });
  const manual = listManualHolidays(db);
  const confirmed = listConfirmedDays(db);
  const said = [...manual, ...confirmed];
  // While nobody knows the zone, zones are compared one by one: they agree on some days only.
  const mainland = builtIn.filter((holiday) => ['A', 'B', 'C'].includes(holiday.zone));
  const known = knowledgeOf(inForce === null && imported.length === 0 ? mainland : joined);
  const guessed = guesses(joined).flatMap((holiday) => unconfirmed(holiday, said));
  return {
    zone: { zone: inForce, inferred: inferred !== null },
    holidays: [...joined, ...byHand(joined, manual), ...guessed],
    publicHolidays:
      region === 'alsace-moselle' && goodFriday === false ? 'alsace-moselle-without-good-friday' : region,
    isKnown: (date) =>
      known(date) || said.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay),
    asksGoodFriday: region === 'alsace-moselle' && goodFriday === null,
  };
}

/** From 1 May on, the next school year as long as its first school weeks and its Christmas are not known. */
export function missingYear(today: IsoDate, isKnown: (date: IsoDate) => boolean): number | null {
  const next = schoolYearOf(toDay(today)) + 1;
  const days = [`${next}-09-15`, `${next}-12-24`];
  return today >= `${next}-05-01` && !days.every(isKnown) ? next : null;
}
