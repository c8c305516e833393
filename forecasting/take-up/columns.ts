import { weekday } from '../calendar/day.ts';
import type { Course, DishFamily } from '../domain/records.ts';
import type { DishKind } from './offers.ts';

/** Groups of effects; the effects of one group are drawn from one normal distribution of unknown width. */
export const effectGroups = [
  'course',
  'choice',
  'family',
  'dish',
  'weekday',
  'family-weekday',
  'companion',
  'recency',
] as const;
export type EffectGroup = (typeof effectGroups)[number];

/** Mean and standard deviation on the logit scale before any record was seen. */
export const priorOf: Readonly<Record<EffectGroup, { readonly mean: number; readonly sd: number }>> = {
  // Most guests take what is served: 7 in 8, give or take.
  course: { mean: 2, sd: 1.5 },
  choice: { mean: 0, sd: 0.7 },
  family: { mean: 0, sd: 0.5 },
  dish: { mean: 0, sd: 0.6 },
  weekday: { mean: 0, sd: 0.05 },
  'family-weekday': { mean: 0, sd: 0.03 },
  companion: { mean: 0, sd: 0.2 },
  recency: { mean: 0, sd: 0.3 },
};

/** What is known of an offer before it is served. */
export interface Occasion {
  readonly course: Course;
  readonly day: number;
  readonly dishes: readonly DishKind[];
  /** For each dish, the day on which the site last had it; `null`: never, as far as is known. */
  readonly lastDays: readonly (number | null)[];
}

/** Days after which the memory of a dish is halved. */
const memory = 14;

/** 1 for a dish that was served this very day, ½ after `memory` days, 0 for one never served. */
const fresh = (day: number, last: number | null) => (last === null ? 0 : 1 / (1 + (day - last) / memory));

const name = (family: DishFamily | null) => family ?? '?';

/**
 * Calls `put` with each effect on one dish of an offer: its group, its name within the group, and its weight.
 * One definition for the fit and for the forecast.
 */
export function writeEffects(
  { course, day, dishes, lastDays }: Occasion,
  index: number,
  put: (group: EffectGroup, effect: string, weight: number) => void,
): void {
  const dish = dishes[index];
  const others = dishes.length - 1;
  put('course', course, 1);
  if (others > 0) put('choice', course, Math.log2(dishes.length));
  put('family', `${course}|${name(dish.family)}`, 1);
  put('dish', dish.key, 1);
  put('weekday', `${course}|${weekday(day)}`, 1);
  put('family-weekday', `${name(dish.family)}|${weekday(day)}`, 1);
  for (const [i, other] of dishes.entries()) {
    if (i !== index) put('companion', `${name(dish.family)}|${name(other.family)}`, 1 / others);
  }
  const recent = fresh(day, lastDays[index] ?? null);
  if (recent > 0) put('recency', course, recent);
}

/** Effects numbered in the order in which they are first met. */
export class EffectIndex {
  readonly groups: EffectGroup[] = [];
  private readonly columns = new Map<string, number>();

  get size(): number {
    return this.groups.length;
  }

  find(group: EffectGroup, effect: string): number | undefined {
    return this.columns.get(`${group}|${effect}`);
  }

  column(group: EffectGroup, effect: string): number {
    const at = `${group}|${effect}`;
    const found = this.columns.get(at);
    if (found !== undefined) return found;
    this.columns.set(at, this.groups.length);
    return this.groups.push(group) - 1;
  }
}
