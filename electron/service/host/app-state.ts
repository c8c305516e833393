import { countCountSlips } from '../../../db/count-slips.ts';
import { lastChange } from '../../../db/last-change.ts';
import { countMenuDays } from '../../../db/menus.ts';
import { listOpenRecordDays } from '../../../db/open-records.ts';
import { lastRecipient } from '../../../db/order-sendings.ts';
import { countQuestions } from '../../../db/questions.ts';
import { summariseSites } from '../../../db/sites.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import type { AppState } from '../../api/records.ts';
import { missingYear, schoolHolidays } from '../calendar/school-holidays.ts';
import { suggestedWeek } from '../calendar/suggested-week.ts';
import { folderNotes } from '../context/folder-notes.ts';
import { wentBack } from '../context/known-folders.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { sampleImport } from '../imports/sample-batch.ts';
import { openStaffWeeks } from '../staff-figures/staff-figures.ts';

/** Days after which nobody is reminded any more. */
const reminded = 28;

export function appState({ db, dataFolder, lastSeen, userFolder, language, today }: Context): AppState {
  const sites = summariseSites(db);
  const firstDays = sites.flatMap(({ firstDay }) => firstDay ?? []);
  const lastDays = sites.flatMap(({ lastDay }) => lastDay ?? []);
  const lastDay = lastDays.toSorted().at(-1) ?? null;
  const { zone, holidays, publicHolidays, isKnown, asksGoodFriday } = schoolHolidays(db);
  return {
    version: packageFile.version,
    dataFolder,
    folderNotes: folderNotes(
      dataFolder,
      {
        lastSeen: sites.length === 0 ? lastSeen : null,
        isOlder: userFolder !== null && wentBack(userFolder, dataFolder, lastChange(db)),
      },
      language,
    ),
    today,
    empty: sites.length === 0,
    sample: sampleImport(db) !== null,
    sites: sites.length,
    siteDays: sites.reduce((sum, site) => sum + site.siteDays, 0),
    menuDays: countMenuDays(db),
    questions: countQuestions(db) + countCountSlips(db),
    openRecordDays: listOpenRecordDays(db, addDays(today, -reminded), today),
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
    lastRecipient: lastRecipient(db),
    staffWeeks: openStaffWeeks({ db, today }),
    settings: readSettings(db),
  };
}
