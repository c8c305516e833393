import type { LastDay, RecordRow } from '../../../electron/api/records.ts';
import { isToRecord } from '../../format/to-record.ts';

/** A site of which it is known how many ate. */
export interface ReviewedRow extends RecordRow {
  readonly children: number;
}

/** The sites that are recorded and not to be checked, those that were furthest from their order first. */
export const reviewedRows = (rows: readonly RecordRow[]): readonly ReviewedRow[] =>
  rows
    .filter((row): row is ReviewedRow => row.children !== null && row.state !== 'check')
    .toSorted((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0));

/** The sites that are still to be recorded: as many as *Relevé* says. */
export const openRows = ({ rows }: LastDay): readonly RecordRow[] => rows.filter(isToRecord);

/** The sites whose record somebody has to confirm or correct before it counts. */
export const rowsToCheck = (rows: readonly RecordRow[]): readonly RecordRow[] =>
  rows.filter(({ state }) => state === 'check');
