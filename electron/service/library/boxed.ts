import nantes from '../../../assets/library/nantes.json' with { type: 'json' };
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { type Library, libraryFormat } from '../../../forecasting/domain/library.ts';
import { schoolHolidays } from '../calendar/school-holidays.ts';

/** The library that comes with the app, see assets/library; a test reads it as strictly as an imported file. */
const inBox: Library = { ...nantes, format: libraryFormat, version: 1 } as Library;

/**
 * The library in the box, for a place in one of the French school zones; `null` elsewhere. With `BONNE_MESURE_LIBRARY`
 * set to `none` there is no box: forecasts then rest on own records and on what was imported.
 */
export function boxedLibrary(db: ReadonlyDatabase): Library | null {
  if (process.env.BONNE_MESURE_LIBRARY === 'none') return null;
  return schoolHolidays(db).zone.zone === null ? null : inBox;
}
