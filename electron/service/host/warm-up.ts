import { existsSync } from 'node:fs';
import { lastServedDay } from '../../../db/attendance.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { schoolHolidays } from '../calendar/school-holidays.ts';
import { suggestedWeek } from '../calendar/suggested-week.ts';
import { databaseFile } from '../context/data-folder.ts';
import { perform } from './perform.ts';
import type { JobHooks, WarmUpRequest } from './protocol.ts';
import type { Workspace } from './workspace.ts';

/** Monday to Friday, as the page asks for them. */
const lastDayOfWeek = 4;

/** Long work is given up as soon as it asks: nobody waits for it yet, and whoever comes must not wait for this. */
const untilItIsLong: JobHooks = { onProgress: () => {}, cancelled: () => true, mayKeep: () => false };

/** Monday of the week that the app opens on; `null` without records. */
function firstWeek({ db }: Workspace, today: string): string | null {
  const lastDay = lastServedDay(db);
  const { holidays, publicHolidays } = schoolHolidays(db);
  return lastDay && suggestedWeek(today, lastDay, holidays, publicHolidays);
}

/**
 * Reads what the first page is about to ask for, while the window is still being drawn: the records, and the models
 * that were fitted before. Nothing is fitted, no database is made, and no failure is told: the page's own call does
 * all that, with progress.
 */
export async function warmUp(workspace: Workspace, request: WarmUpRequest): Promise<void> {
  if (!existsSync(databaseFile(workspace.dataFolder))) {
    return;
  }
  try {
    const from = firstWeek(workspace, request.today);
    if (from !== null) {
      const input = { from, to: addDays(from, lastDayOfWeek) };
      // No word of the answer is seen, so any language will do.
      await perform(
        workspace,
        { ...request, method: 'plan.week', input, language: 'fr', files: [] },
        untilItIsLong,
      );
    }
  } catch {
    // A database that cannot be read: the page will be told.
  }
}
