import { weekday } from '../calendar/day.ts';
import type { SiteFloor } from '../domain/fitted.ts';
import type { FloorRule } from '../domain/records.ts';
import { floorRules, noComparison, withDay } from '../models/naive-floor.ts';
import { normalQuantiles } from '../numerics/streams.ts';

/** Days over which rules are held against the model: most of a school year, of which the last weeks count. */
export const comparedDays = 250;
/** Past errors that tell how far off a rule is, and those that chance alone is worth beside them. */
const toldErrors = 40;
const assumedErrors = 5;
/** Standard deviation of a normal error over its mean size. */
const ofMeanSize = Math.sqrt(Math.PI / 2);

/** What a site served of a dish on a day, and of how many: its guests, or 1 where nobody counted them. */
interface DishDay {
  readonly day: number;
  readonly taken: number;
  readonly of: number;
}

/** What a rule says of a dish that it carries. */
export interface ToldByRule {
  readonly rule: FloorRule;
  /** Portions for each of those who are there. */
  readonly rate: number;
  /** Mean size of its errors, in standard deviations of chance alone. */
  readonly size: number;
}

/**
 * The naive floor of one dish at one site (`models/naive-floor.ts`): its last same weekdays against what the model
 * says of the same days. Days come in order.
 */
export class DishFloor {
  private readonly days: DishDay[] = [];
  private readonly sizes: number[][] = floorRules.map(() => []);
  private known: SiteFloor = noComparison;

  /** One more day: how far off the model was, which expected so many portions, and each rule. */
  add(counted: DishDay, expected: number): void {
    const off = (number: number) => Math.abs(counted.taken - number);
    const rules = floorRules.map(({ count }, i) => {
      const rate = this.rate(counted.day, count);
      if (rate === null) return null;
      const told = rate * counted.of;
      this.sizes[i].push(off(told) / Math.sqrt(Math.max(1, told)));
      return off(told);
    });
    this.known = withDay(this.known, off(expected), rules);
    this.days.push(counted);
  }

  /** The rule that carries the dish, and what it says of a day; `null`: the model does, or no same weekday is known. */
  told(day: number): ToldByRule | null {
    const { carried } = this.known;
    const rule = floorRules[carried];
    const rate = rule === undefined ? null : this.rate(day, rule.count);
    if (rule === undefined || rate === null) return null;
    const sizes = this.sizes[carried].slice(-toldErrors);
    const sum = sizes.reduce((all, size) => all + ofMeanSize * size, assumedErrors);
    return { rule: rule.model, rate, size: sum / (assumedErrors + sizes.length) };
  }

  /** Share of those who were there on the last same weekdays; `null` without any. */
  private rate(day: number, count: number): number | null {
    let [taken, of, n] = [0, 0, 0];
    for (let k = this.days.length - 1; k >= 0 && n < count; k--) {
      const past = this.days[k];
      if (past.day >= day || weekday(past.day) !== weekday(day)) continue;
      taken += past.taken;
      of += past.of;
      n++;
    }
    return of > 0 ? taken / of : null;
  }
}

/** Whole portions around a rule's number: as far off as its errors were, and no surer than chance lets it be. */
export function ruleDraws({ rate, size }: ToldByRule, strata: Uint16Array): Float64Array {
  const deviation = Math.sqrt(Math.max(1, rate)) * Math.max(1, size);
  return Float64Array.from(strata, (stratum) =>
    Math.max(0, Math.round(rate + deviation * normalQuantiles[stratum])),
  );
}

/** Shares under which nothing is told, and up to which all that is carried may add up while others are there. */
const [least, most] = [1e-4, 0.999];

/**
 * Shares of an offer once rules have had their say: what a rule carries has its share, the others and "none" divide
 * what is left in the proportions that the model gives them.
 */
export function sharesWithRules(
  means: readonly number[],
  told: readonly (ToldByRule | null)[],
  withNone: boolean,
): readonly number[] {
  const carried = told.reduce((sum, own) => sum + Math.max(least, own?.rate ?? 0) * Number(own !== null), 0);
  const others = withNone || told.includes(null);
  const factor = !others || carried > most ? (others ? most : 1) / carried : 1;
  const before = means.reduce((sum, mean, i) => sum + (told[i] === null ? 0 : mean), 0);
  const rest = (1 - factor * carried) / Math.max(1e-9, 1 - before);
  return means.map((mean, i) => {
    const own = told[i];
    return own ? factor * Math.max(least, own.rate) : rest * mean;
  });
}
