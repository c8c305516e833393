/** What a site's mean error says: `few` when too few days were measured to say anything. */
export type Light = 'good' | 'watch' | 'review' | 'few';

/** About 15 children in 100 are away, and brothers, sisters and classes stay away together: a fifth more. */
const VARIANCE_PER_MEAL = 0.15 * 1.2;
/** Mean absolute deviation of a normal distribution, in standard deviations. */
const MEAN_OF_DEVIATION = 0.8;
const GOOD_TIMES = 1.75;
const WATCH_TIMES = 2.6;
/** At tiny sites the rule above would blame two children. */
const GOOD_CHILDREN = 2;
const WATCH_CHILDREN = 3;
/** At large sites chance is small, and what moves a whole city weighs more: there a share of the meals counts. */
const GOOD_SHARE = 0.05;
const WATCH_SHARE = 0.08;
const FEWEST_DAYS = 20;
/** Below this many meals an error is told in children only: a percentage would frighten for nothing. */
const PERCENT_FROM = 80;

/** The mean error that chance alone causes, in children a day, even to someone who knows all habits. */
export function chanceError(meals: number): number {
  return MEAN_OF_DEVIATION * Math.sqrt(VARIANCE_PER_MEAL * meals);
}

export function lightOf(site: {
  readonly meals: number;
  readonly error: number;
  readonly days: number;
}): Light {
  const chance = chanceError(site.meals);
  if (site.days < FEWEST_DAYS) return 'few';
  if (site.error <= Math.max(GOOD_CHILDREN, GOOD_TIMES * chance, GOOD_SHARE * site.meals)) return 'good';
  return site.error <= Math.max(WATCH_CHILDREN, WATCH_TIMES * chance, WATCH_SHARE * site.meals)
    ? 'watch'
    : 'review';
}

/** Those that need a look first come first, the larger before the smaller. */
const ORDER: Record<Light, number> = { review: 0, watch: 1, good: 2, few: 3 };

interface MeasuredSite {
  readonly meanServed: number;
  readonly model: { readonly mae: number; readonly n: number };
}

export const lightOfSite = ({ meanServed, model }: MeasuredSite): Light =>
  lightOf({ meals: meanServed, error: model.mae, days: model.n });

export const byNeed = (a: MeasuredSite, b: MeasuredSite): number =>
  ORDER[lightOfSite(a)] - ORDER[lightOfSite(b)] || b.meanServed - a.meanServed;

/** The mean error in percent of the meals; `null` at a small site. */
export function errorPercent(meals: number, error: number): number | null {
  return meals >= PERCENT_FROM ? (100 * error) / meals : null;
}

/** Percentage of counts under which a range of 80 % is no longer told as one: days of one week are alike. */
const NARROW = 70;

export const isTooNarrow = (coverage80: number): boolean => coverage80 < NARROW;
