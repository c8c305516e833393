import published from '../../assets/calendar/school-holidays.json' with { type: 'json' };
import { readServedDays } from '../../db/attendance.ts';
import { readHolidays } from '../../db/calendar.ts';
import type { ReadonlyDatabase } from '../../db/open.ts';
import { inferZone, zonesOf } from '../../forecasting/calendar/infer-zone.ts';
import { joinHolidays } from '../../forecasting/calendar/join-holidays.ts';
import type { PublicHolidayRegion, SchoolHoliday } from '../../forecasting/records.ts';
import type { AppState, HolidayZone } from '../api/records.ts';
import { holidayZones } from '../api/schemas.ts';
import { readSettings } from './settings.ts';

export interface SchoolHolidays {
  readonly zone: AppState['schoolZone'];
  /** Imported and built in, joined. */
  readonly holidays: readonly SchoolHoliday[];
  /** Whose public holidays count. */
  readonly publicHolidays: PublicHolidayRegion;
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

/** The school holidays of this place: imported ones first, the built-in ones of its zone for the other years. */
export function schoolHolidays(db: ReadonlyDatabase): SchoolHolidays {
  const { zone, publicHolidays } = readSettings(db);
  const chosen = zone === 'auto' ? null : zone;
  const imported = readHolidays(db);
  const inferred =
    chosen === null
      ? (importedZone(imported) ?? publishedZone(inferZone(readServedDays(db), published)))
      : null;
  const inForce = chosen ?? inferred;
  const region = (inForce && regionOfZone[inForce]) ?? 'metropole';
  return {
    zone: { zone: inForce, inferred: inferred !== null },
    holidays: joinHolidays(imported, published, { chosen, inferred }),
    publicHolidays: publicHolidays === 'auto' ? region : publicHolidays,
  };
}
