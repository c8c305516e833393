import { TheilSenRegression } from 'ml-regression';

/** What a site teaches about another: children enrolled and its usual meals. */
export interface EnrolledSite {
  readonly children: number;
  readonly meals: number;
}

/** Fewer sites do not tell a slope from an intercept; then all eat at the common rate. */
const fewestForLine = 8;
/** The rate where no site tells it: three children in four. */
export const commonRate = 0.75;
/**
 * Sites that a rate known from other towns counts for. Rates differ between towns about as much as between the sites
 * of one, so that the mean of a town's first site weighs as much as what others say.
 */
const knownSites = 1;

/**
 * Meals to expect at a site of which only the enrolment is known, between 0 and `children`: read off the line of
 * meals on enrolment through the other sites (Theil 1950, Sen 1968), which a few odd canteens do not bend; with
 * few sites, `children` times the share of enrolled children who eat, to which `known`, the share in other towns,
 * counts as one site more.
 */
export function mealsFromEnrolment(
  children: number,
  others: readonly EnrolledSite[],
  known?: number,
): number {
  if (others.length >= fewestForLine && new Set(others.map((site) => site.children)).size > 1) {
    const line = new TheilSenRegression(
      others.map((site) => site.children),
      others.map((site) => site.meals),
    );
    return Math.min(children, Math.max(0, line.predict(children)));
  }
  const enrolled = others.reduce((sum, site) => sum + site.children, 0);
  const meals = others.reduce((sum, site) => sum + site.meals, 0);
  if (enrolled === 0) return children * (known ?? commonRate);
  const own = meals / enrolled;
  if (known === undefined) return children * own;
  return (children * (others.length * own + knownSites * known)) / (others.length + knownSites);
}
