import { weekday } from '../calendar/day.ts';
import type { FittedUnrest, SiteUnrest } from '../domain/fitted.ts';

/** How many times as wide as usual a site's errors may be for a time, and how often they are so. */
const states = [0.8, 1, 1.3, 1.8, 2.6, 4, 6] as const;
const shares: readonly number[] = [0.2, 0.46, 0.2, 0.08, 0.03, 0.02, 0.01];
/** Chance that another time begins from one record to the next. */
const change = 0.012;
/** Degrees of freedom of an error: one day that goes wild is no other time. */
const freedom = 4;
/** Its unit: of such errors 80 % lie within 1.5332, of normal ones of deviation 1 within 1.2816. */
const unit = 1.2816 / 1.5332;
/** Beyond so many standard deviations an error says no more: a few wild days must not widen the orders after them. */
const held = 3;

export const stateCount = states.length;

/** A site without a past is taken to be like most: it has a width of its own already. */
const first: readonly number[] = [0.25, 0.6, 0.15, 0, 0, 0, 0];

/** What is believed of a site without a past. */
export const noPast: SiteUnrest = { belief: first, onWeekday: Array.from({ length: 8 }, () => null) };

/**
 * The chances of the states after one more error: the filter of a hidden state that mostly stays (Hamilton, A new
 * approach to the economic analysis of nonstationary time series and the business cycle, Econometrica 57, 1989), with
 * Student errors.
 */
function filtered(belief: readonly number[], error: number): readonly number[] {
  const size = Math.min(held, Math.abs(error));
  const seen = belief.map((share, i) => (share * density(size / (unit * states[i]))) / states[i]);
  const sum = seen.reduce((a, b) => a + b, 0);
  return seen.map((one, i) => (1 - change) * (one / sum) + change * shares[i]);
}

const density = (error: number) => (1 + error ** 2 / freedom) ** (-(freedom + 1) / 2);

/** What is believed after the error of one more day, in standard deviations. */
export function withError({ belief, onWeekday }: SiteUnrest, day: number, error: number): SiteUnrest {
  return { belief: filtered(belief, error), onWeekday: onWeekday.with(weekday(day), error) };
}

/**
 * How many times as wide as the error model says the error of a day is: the root mean square of the state, shrunk by
 * `believed`. After a contradiction (weekdays that change places, a level that moves, noise that doubles) forecasts are as
 * much less sure, until they hold again. The last error on the same weekday counts twice: where only some weekdays are
 * others now, these are unsure.
 */
export function unrestOf({ belief, onWeekday }: SiteUnrest, day: number): number {
  const same = onWeekday[weekday(day)] ?? null;
  const chances = same === null ? belief : filtered(belief, same);
  return chances.reduce((sum, share, i) => sum + share * states[i] ** 2, 0) ** (believed / 2);
}

/** How much of the unrest counts, as its power: most of what a few errors seem to say of a healthy site is chance. */
const believed = 0.4;

/**
 * Follows each site from row to row; the rows come in order of day. `errors`: in standard deviations. Answers the
 * unrest of each row as it was known `lead` days before, and what is believed of each site in the end.
 */
export function followUnrest(
  sites: ArrayLike<number>,
  days: ArrayLike<number>,
  errors: ArrayLike<number>,
  lead: number,
): { readonly ofRows: Float64Array; readonly sites: FittedUnrest['sites'] } {
  const past = new Map<number, { known: SiteUnrest; readonly waiting: number[] }>();
  const after = (known: SiteUnrest, row: number) => withError(known, days[row], errors[row]);
  const ofRows = Float64Array.from(errors, (_, i) => {
    const own = past.get(sites[i]) ?? { known: noPast, waiting: [] };
    past.set(sites[i], own);
    while (own.waiting.length > 0 && days[own.waiting[0]] <= days[i] - lead) {
      own.known = after(own.known, own.waiting.shift() as number);
    }
    own.waiting.push(i);
    return unrestOf(own.known, days[i]);
  });
  const last = [...past].map(([site, { known, waiting }]) => [site, waiting.reduce(after, known)] as const);
  return { ofRows, sites: last.sort((a, b) => a[0] - b[0]) };
}
