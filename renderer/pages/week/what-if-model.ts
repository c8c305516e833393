import type { ClosureDraft, PlanRow, WhatIfAnswer, WhatIfOutcome } from '../../../electron/api/records.ts';

/** What might be otherwise, in the order in which it is asked. */
export const SUPPOSITIONS = ['strike', 'away', 'guests'] as const;
export type Supposition = (typeof SUPPOSITIONS)[number];
export type Supposed = Readonly<Record<Supposition, boolean>>;

/** The keys that suppose people away, or more of them; they stand on every keyboard, and on the number pad. */
export const SUPPOSING_KEYS = { away: '−', guests: '+' } as const;

export const supposedBy = (key: string): Supposition | null =>
  key === '-' || key === '−' ? 'away' : key === '+' ? 'guests' : null;

export const NOTHING: Supposed = { strike: false, away: false, guests: false };
/** A class of a French school; and a table of guests. */
const CLASS = 24;
export const GUESTS = 6;
export const MOST_PEOPLE = 999;

/** One class away, of a small site no more than half of its children. */
export const classOf = (mean: number): number => Math.max(1, Math.min(CLASS, Math.round(mean / 2)));

/** A whole number of people that makes sense; `null`: not yet. */
export function peopleOf(text: string): number | null {
  const n = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= MOST_PEOPLE ? n : null;
}

export const isSupposed = (supposed: Supposed): boolean => SUPPOSITIONS.some((one) => supposed[one]);

export function outcomeOf(answer: WhatIfAnswer, supposed: Supposed): WhatIfOutcome | null {
  return (
    answer.outcomes.find((outcome) => SUPPOSITIONS.every((one) => outcome[one] === supposed[one])) ?? null
  );
}

/** Why what is supposed cannot be put on record; `null`: it can. */
export function refusalOf(
  row: PlanRow,
  answer: Pick<WhatIfAnswer, 'onStrike'>,
  supposed: Supposed,
  today: string,
): 'past' | 'frozen' | 'called-off' | null {
  if (row.date <= today) return 'past';
  if (row.decision.approved) return 'frozen';
  return answer.onStrike && supposed.strike ? 'called-off' : null;
}

/** The records that make the supposed strike and outing true; children already away that day stay away. */
export function closuresFor(
  { siteId, date }: Pick<PlanRow, 'siteId' | 'date'>,
  answer: WhatIfAnswer,
  supposed: Supposed,
  away: number,
): readonly ClosureDraft[] {
  const strike: ClosureDraft = { from: date, siteId, kind: 'strike' };
  const outing: ClosureDraft = { from: date, siteId, kind: 'outing', absent: answer.away + away };
  return [...(supposed.strike ? [strike] : []), ...(supposed.away ? [outing] : [])];
}

/** The record that the school is closed that day. */
export const closureOf = ({ siteId, date }: Pick<PlanRow, 'siteId' | 'date'>): ClosureDraft => ({
  from: date,
  siteId,
  kind: 'closure',
});
