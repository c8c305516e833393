import type { RecordRow } from '../../electron/api/records.ts';

/** A site that is still to be recorded on a day; what is on record and odd is counted as to be checked. */
export const isToRecord = ({ due, state }: Pick<RecordRow, 'due' | 'state'>): boolean =>
  due && state !== 'check';
