/** Leads for which a regression is fitted when it is first asked for; a lead between uses the nearest. */
export const fittedLeads = [1, 6, 14, 28, 49, 70, 90] as const;

/** Of some leads the one nearest to another, by their ratio: three weeks are nearer to four than to two. */
export function nearestOf(leads: readonly number[], lead: number): number {
  const distance = (l: number) => Math.abs(Math.log(l / Math.max(1, lead)));
  return leads.reduce((best, l) => (distance(l) < distance(best) ? l : best));
}
