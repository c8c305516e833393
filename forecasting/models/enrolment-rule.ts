import { TheilSenRegression } from 'ml-regression';

/** What a site teaches about another: children enrolled and its usual meals. */
export interface EnrolledSite {
  readonly children: number;
  readonly meals: number;
}

/** Fewer sites do not tell a slope from an intercept; then all eat at the common rate. */
const fewestForLine = 8;
/** The rate where no site tells it: three children in four. */
const usualRate = 0.75;

/**
 * Meals to expect at a site of which only the enrolment is known, between 0 and `children`: read off the line of
 * meals on enrolment through the other sites (Theil 1950, Sen 1968), which a few odd canteens do not bend; with
 * few sites, `children` times the share of enrolled children who eat.
 */
export function mealsFromEnrolment(children: number, others: readonly EnrolledSite[]): number {
  if (others.length >= fewestForLine && new Set(others.map((site) => site.children)).size > 1) {
    const line = new TheilSenRegression(
      others.map((site) => site.children),
      others.map((site) => site.meals),
    );
    return Math.min(children, Math.max(0, line.predict(children)));
  }
  const enrolled = others.reduce((sum, site) => sum + site.children, 0);
  const meals = others.reduce((sum, site) => sum + site.meals, 0);
  return children * (enrolled > 0 ? meals / enrolled : usualRate);
}
