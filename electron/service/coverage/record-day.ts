import { join } from 'node:path';
import { readSiteAttendance } from '../../../db/attendance.ts';
import { writeNew } from '../../../db/files/patience.ts';
import { withTemporaryNow } from '../../../db/files/temporary.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { RecordedDish } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { dishSpellings } from '../dishes/dish-spellings.ts';
import { csvText } from '../documents/table-csv.ts';
import { problemIn } from '../imports/import-report.ts';
import { spelledDate } from '../messages/format.ts';
import { siteOf } from '../sites/site-of.ts';
import { saveAttendance } from './save-attendance.ts';

/** A count that is so many times the places, or the most ever served, may be a slip of the hand. */
const farTooMany = 2;

const everyDay = [-100_000, 100_000] as const;

/** The most that may be true of a site; where nothing is known of it, any count may. */
function mostOf(db: ReadonlyDatabase, { id, capacity }: Site): number {
  const { served } = readSiteAttendance(db, id, ...everyDay);
  const most = served.reduce((max, count) => (count > max ? count : max), capacity ?? 0);
  return most > 0 ? farTooMany * most : Number.POSITIVE_INFINITY;
}

/**
 * Keeps what was served at a site on one day: the guests as a count that was typed in, the dishes as an import of
 * their own, which can be undone as any other. All or nothing.
 */
export function recordDay(context: Context, input: Input<'attendance.record'>): Output<'attendance.record'> {
  const { db, today } = context;
  const { date, siteId, served } = input;
  const site = siteOf(db, siteId);
  if (date > today) {
    throw new ServiceError('refused', (t) => t.errors.countAhead);
  }
  const most = mostOf(db, site);
  const spelling = dishSpellings(db);
  const dishes = input.dishes.map((dish) => ({ ...dish, dish: spelling(dish.dish) }));
  const counts = [served, ...dishes.flatMap((dish) => [dish.served, dish.left ?? 0])];
  const wrong = counts.find((count) => count > most);
  // A guess asks, and never has the last word.
  if (wrong !== undefined && input.sure !== true) {
    throw new ServiceError('refused', (t) => t.errors.countTooLarge(wrong, site.name, most / farTooMany));
  }
  const day = toDay(date);
  const known = readSiteAttendance(db, siteId, day, day).served[0];
  const save = db.transaction(() => {
    if (known !== served) saveAttendance(context, { siteId, days: [{ date, served }] });
    return { batch: dishes.length > 0 ? importDishes(context, site, date, dishes) : null };
  });
  return save.immediate();
}

/** Answers the import; `null` when all of it was known. */
function importDishes(
  context: Context,
  { name, kind }: Site,
  date: string,
  dishes: readonly RecordedDish[],
): number | null {
  const { db, texts, language, now } = context;
  const rows = dishes.map(({ dish, served, left }) => [
    date,
    name,
    kind,
    dish,
    String(served),
    '',
    left === undefined ? '' : String(left),
  ]);
  return withTemporaryNow('record', (folder) => {
    const path = join(folder, 'record.csv');
    writeNew(path, csvText(texts.exports.titles.servings, rows, language));
    const shown = texts.exports.recordName(name, spelledDate(date, language));
    const outcome = importFiles(db, [{ path, name: shown }], { kind: 'servings', now });
    const [problem] = outcome.files.flatMap(({ problems }) =>
      problems.filter(({ level }) => level === 'refused'),
    );
    if (problem) {
      throw new ServiceError('refused', (t) =>
        t.errors.invalidInput(t.fieldNames.dish, problemIn(problem, t).reason),
      );
    }
    return outcome.batch;
  });
}
