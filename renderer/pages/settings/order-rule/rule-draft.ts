import type { OrderRule, Weekday } from '../../../../electron/api/records.ts';

/** The days on which canteens order and serve. */
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

export type RuleType = OrderRule['type'] | 'none';

export interface DeadlineDraft {
  readonly weekday: Weekday;
  readonly at: string;
  readonly serves: readonly Weekday[];
}

/** An order rule while it is being typed: both kinds are kept, so that trying the other loses nothing. */
export interface RuleDraft {
  readonly type: RuleType;
  readonly days: string;
  readonly at: string;
  readonly deadlines: readonly DeadlineDraft[];
}

/** What many town halls do: Friday for Monday and Tuesday, Tuesday for Thursday and Friday. */
const USUAL: readonly DeadlineDraft[] = [
  { weekday: 5, at: '09:00', serves: [1, 2] },
  { weekday: 2, at: '12:00', serves: [4, 5] },
];

export function ruleDraftOf(rule: OrderRule | null): RuleDraft {
  const blank: RuleDraft = { type: 'none', days: '7', at: '12:00', deadlines: USUAL };
  if (!rule) return blank;
  if (rule.type === 'lead') return { ...blank, type: 'lead', days: String(rule.days), at: rule.at };
  return { ...blank, type: 'weekly', deadlines: rule.deadlines };
}

const MOST_DAYS = 60;

/** `undefined` while something is not filled in; `null` for no rule. */
export function ruleOf(draft: RuleDraft): OrderRule | null | undefined {
  if (draft.type === 'none') return null;
  if (draft.type === 'lead') {
    const days = Number(draft.days);
    const whole = /^\d{1,2}$/.test(draft.days.trim()) && days <= MOST_DAYS;
    return whole && draft.at !== '' ? { type: 'lead', days, at: draft.at } : undefined;
  }
  const complete = draft.deadlines.every(({ at, serves }) => at !== '' && serves.length > 0);
  return complete && draft.deadlines.length > 0 ? { type: 'weekly', deadlines: draft.deadlines } : undefined;
}
