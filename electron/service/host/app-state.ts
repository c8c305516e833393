import { countCountSlips } from '../../../db/count-slips.ts';
import { countMenuDays } from '../../../db/menus.ts';
import { countQuestions } from '../../../db/questions.ts';
import { summariseSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import type { AppState, IsoDate } from '../../api/records.ts';
import { schoolHolidays } from '../calendar/school-holidays.ts';
import { suggestedWeek } from '../calendar/suggested-week.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { sampleImport } from '../imports/sample-batch.ts';

/** From 1 May on, the next school year as long as its first school weeks and its Christmas are not known. */
function missingYear(today: IsoDate, isKnown: (date: IsoDate) => boolean): number | null {
  const next = schoolYearOf(toDay(today)) + 1;
  const days = [`${next}-09-15`, `${next}-12-24`];
  return today >= `${next}-05-01` && !days.every(isKnown) ? next : null;
}

export function appState({ db, dataFolder, today }: Context): AppState {
  const sites = summariseSites(db);
  const firstDays = sites.flatMap(({ firstDay }) => firstDay ?? []);
  const lastDays = sites.flatMap(({ lastDay }) => lastDay ?? []);
  const lastDay = lastDays.toSorted().at(-1) ?? null;
  const { zone, holidays, publicHolidays, isKnown, asksGoodFriday } = schoolHolidays(db);
  return {
    version: packageFile.version,
    dataFolder,
    today,
    empty: sites.length === 0,
    sample: sampleImport(db) !== null,
    sites: sites.length,
    siteDays: sites.reduce((sum, site) => sum + site.siteDays, 0),
    menuDays: countMenuDays(db),
    questions: countQuestions(db) + countCountSlips(db),
    firstDay: firstDays.toSorted()[0] ?? null,
    lastDay,
    suggestedWeek: suggestedWeek(today, lastDay, holidays, publicHolidays),
    schoolZone: zone,
    holidaysTo:
      holidays
        .filter(({ guessed }) => !guessed)
        .map((holiday) => holiday.lastDay)
        .toSorted()
        .at(-1) ?? null,
    holidaysMissing: missingYear(today, isKnown),
    asksGoodFriday,
    settings: readSettings(db),
  };
}
