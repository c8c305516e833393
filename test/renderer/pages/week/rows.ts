import type { ApprovedOrder, Decision, PlanRow } from '../../../../electron/api/records.ts';

/** Ordered as recommended, with what a test cares about. */
export function decisionOf(quantity: number, part: Partial<Decision> = {}): Decision {
  return {
    quantity,
    recommended: quantity,
    source: 'recommended',
    recorded: (part.approved ?? null) !== null || part.source === 'override',
    reason: '',
    by: null,
    at: null,
    approved: null,
    headCount: null,
    mealsToCook: quantity,
    sheetVersion: 1,
    closed: null,
    revision: null,
    ...part,
  };
}

/** Validated by a person, and not corrected since. */
export function approvedOf(part: Partial<ApprovedOrder> = {}): ApprovedOrder {
  return {
    version: 1,
    by: 'C. Morel',
    automatic: false,
    at: '2026-12-15T10:42',
    approvedQuantity: 142,
    correction: 0,
    sending: null,
    ...part,
  };
}

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
    served: null,
    high: 145,
    order: part.order ?? 142,
    decision: decisionOf(part.order ?? 142),
    serviceLevel: 0.8,
    levelChange: null,
    flags: [],
    model: 'regression',
    deadline: null,
    asOf: '2026-12-10',
    ...part,
  };
}
