import { dayOfIso, isoOf } from '../day.ts';
import type { ReadonlyDatabase } from '../open.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { ImportKind, ServedTooOften } from './problem.ts';

interface Period {
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The holidays, when they are those of one zone; of several, nobody has said yet which one counts here. */
function knownHolidays(db: ReadonlyDatabase): readonly Period[] {
  const zones = db.prepare('SELECT count(DISTINCT zone) FROM school_holiday').pluck().get();
  if (zones !== 1) {
    return [];
  }
  return db
    .prepare('SELECT name, first_day AS firstDay, last_day AS lastDay FROM school_holiday ORDER BY first_day')
    .all() as Period[];
}

/**
 * Warns of service on days that a calendar calls holidays. Nothing is refused: either may be wrong. Told with the
 * calendar when it comes in this call, else with the attendance.
 */
export function warnOfServiceInHolidays(db: ReadonlyDatabase, reports: readonly FileReportBuilder[]): void {
  const of = (kind: ImportKind) => reports.filter((report) => report.kind === kind && report.hasDays);
  const [report] = [...of('holidays'), ...of('attendance')];
  if (report === undefined) {
    return;
  }
  const served = db
    .prepare('SELECT count(DISTINCT day) FROM attendance WHERE served > 0 AND day BETWEEN ? AND ?')
    .pluck();
  for (const { name, firstDay, lastDay } of knownHolidays(db)) {
    const days = served.get(dayOfIso(firstDay), dayOfIso(lastDay)) as number;
    if (days > 0) {
      report.problem({ level: 'warning' }, 'holiday-with-service', { name, firstDay, lastDay, days });
    }
  }
}

/** Warns of strikes in holidays: their dates may have day and month swapped. */
export function warnOfStrikesInHolidays(
  db: ReadonlyDatabase,
  strikes: ReadonlySet<number>,
  report: FileReportBuilder,
): void {
  const holidays = knownHolidays(db);
  const rows = [...strikes]
    .map(isoOf)
    .filter((date) => holidays.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay));
  if (rows.length > 0) {
    report.problem({ level: 'warning' }, 'dates-in-holidays', { rows: rows.length, of: strikes.size });
  }
}

interface ServedRow extends Omit<ServedTooOften, 'date'> {
  readonly day: number;
}

/**
 * Warns of dishes that this import says more guests took than ate that day. Both counts are kept: either may be
 * wrong, or a second helping was counted.
 */
export function warnOfServingsAboveDiners(
  db: ReadonlyDatabase,
  batch: number,
  reports: readonly FileReportBuilder[],
): void {
  const report = reports.find(({ kind, hasDays }) => kind === 'servings' && hasDays);
  if (report === undefined) {
    return;
  }
  const found = db.prepare(
    `SELECT v.dish, s.name AS site, v.day, v.served, g.guests
     FROM serving v JOIN site_name n ON n.id = v.site_name_id JOIN site s ON s.id = n.site_id
     JOIN (SELECT m.site_id, a.day, sum(a.served) AS guests
           FROM site_name m JOIN attendance a ON a.site_name_id = m.id
           WHERE a.served IS NOT NULL AND m.site_id IS NOT NULL GROUP BY m.site_id, a.day) g
       ON g.site_id = n.site_id AND g.day = v.day
     WHERE v.batch = ? AND v.served > g.guests ORDER BY v.day, s.folded, v.folded`,
  );
  const rows = found.all(batch) as ServedRow[];
  const [first] = rows;
  if (first !== undefined) {
    const { day, ...example } = first;
    const params = { rows: rows.length, example: { ...example, date: isoOf(day) } };
    report.problem({ level: 'warning' }, 'served-above-guests', params);
  }
}
