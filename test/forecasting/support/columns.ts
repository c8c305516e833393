import type { AttendanceColumns } from '../../../forecasting/domain/records.ts';

export interface AttendanceRecord {
  readonly site: number;
  readonly day: number;
  readonly served: number;
  readonly staff: number;
}

/** Records in any order as sorted columns. */
export function columns(records: readonly AttendanceRecord[]): AttendanceColumns {
  const sorted = [...records].sort((a, b) => a.site - b.site || a.day - b.day);
  return {
    site: Int32Array.from(sorted, (r) => r.site),
    day: Int32Array.from(sorted, (r) => r.day),
    served: Float64Array.from(sorted, (r) => r.served),
    staff: Float64Array.from(sorted, (r) => r.staff),
  };
}

export function records(a: AttendanceColumns): AttendanceRecord[] {
  return [...a.site].map((site, i) => ({
    site,
    day: a.day[i],
    served: a.served[i],
    staff: a.staff[i],
  }));
}
