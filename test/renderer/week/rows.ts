import type { PlanRow } from '../../../electron/api/records.ts';

/** A cell of a plan, with what a test cares about. */
export function planRow(part: Partial<PlanRow> = {}): PlanRow {
  return {
    siteId: 1,
    site: 'Jean Jaurès',
    siteKind: 'M/E',
    capacity: 160,
    date: '2026-12-17',
    mean: 137,
    low: 129,
    median: 137,
    high: 145,
    order: 142,
    serviceLevel: 0.8,
    flags: [],
    model: 'regression',
    deadline: null,
    asOf: '2026-12-10',
    ...part,
  };
}
