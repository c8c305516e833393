import type { BackupReason, BackupRecord } from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';

/** One backup is kept of each of the last days, weeks and months that have one. */
const days = 7;
const weeks = 4;
const months = 12;

/** Besides, the latest of each reason: what was just done can be taken back, whatever the day. */
const latest: Readonly<Record<BackupReason, number>> = {
  daily: 1,
  manual: 20,
  migration: 3,
  restore: 5,
  import: 5,
  undo: 5,
};

/** Backups, the latest first, that are no longer needed. The latest of all always is. */
export function outdated(backups: readonly BackupRecord[]): readonly BackupRecord[] {
  const kept = new Set<BackupRecord>([
    ...lastOfEach(backups, days, ({ at }) => at.slice(0, 10)),
    ...lastOfEach(backups, weeks, ({ at }) => mondayOfWeek(at.slice(0, 10))),
    ...lastOfEach(backups, months, ({ at }) => at.slice(0, 7)),
    ...[...Map.groupBy(backups, ({ reason }) => reason)].flatMap(([reason, of]) =>
      of.slice(0, latest[reason]),
    ),
  ]);
  return backups.filter((backup) => !kept.has(backup));
}

/** The last backup of each of the latest periods. */
function lastOfEach(
  backups: readonly BackupRecord[],
  periods: number,
  periodOf: (backup: BackupRecord) => string,
): readonly BackupRecord[] {
  return [...Map.groupBy(backups, periodOf).values()].slice(0, periods).flatMap(([last]) => last ?? []);
}
