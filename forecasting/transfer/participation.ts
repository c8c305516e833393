import { schoolYearOf } from '../calendar/school-year.ts';
import { fewestSites, type Participation } from '../domain/library.ts';
import type { SiteKind } from '../domain/records.ts';
import type { Sources } from '../features/inputs.ts';
import type { Series } from '../frame/frame.ts';

/** Shares outside are slips of the list of schools, not of children's appetite. */
const credible = { least: 0.1, most: 1.1 } as const;

/** Share of its enrolled children that one newcomer served in the mean of its year; `null` where it cannot be told. */
function rateOf({ site, days, served, ordinary }: Series, sources: Sources, origin: number): number | null {
  const first = days[0];
  if (first === undefined) return null;
  const children = sources.enrolment.at(site.id, schoolYearOf(first), origin);
  const counts = served.filter((_, k) => ordinary[k] === 1);
  if (children === null || counts.length === 0) return null;
  const rate = counts.reduce((sum, count) => sum + count, 0) / counts.length / children;
  return rate >= credible.least && rate <= credible.most ? rate : null;
}

/**
 * Mean and spread of the share of enrolled children who eat, by kind, over the site-years of newcomers (see
 * `newcomers.ts`). A kind with fewer sites than a library must have is left out.
 */
export function participationOf(
  sources: Sources,
  townSiteOf: ReadonlyMap<number, number>,
  origin: number,
): readonly Participation[] {
  const rates = new Map<SiteKind, Map<number, number[]>>();
  for (const series of sources.frame.series) {
    const rate = rateOf(series, sources, origin);
    if (rate === null) continue;
    const ofKind = rates.get(series.site.kind) ?? new Map<number, number[]>();
    rates.set(series.site.kind, ofKind);
    const site = townSiteOf.get(series.site.id) ?? series.site.id;
    ofKind.set(site, [...(ofKind.get(site) ?? []), rate]);
  }
  return [...rates]
    .filter(([, sites]) => sites.size >= fewestSites)
    .map(([kind, sites]) => ({ kind, sites: sites.size, ...meanAndSpread([...sites.values()].map(mean)) }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const short = (value: number) => Math.round(value * 1e4) / 1e4;
/** No two canteens are quite alike: a spread of nothing would make a range of no width. */
const leastSpread = 1e-3;

function meanAndSpread(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const centre = mean(values);
  const squares = values.reduce((sum, v) => sum + (v - centre) ** 2, 0);
  return { mean: short(centre), sd: Math.max(leastSpread, short(Math.sqrt(squares / (values.length - 1)))) };
}
