import type { Coverage, SiteCoverage } from '../../../electron/api/records.ts';

export type Tone = 'empty' | 'few' | 'some' | 'most' | 'all' | 'none';

/** From this share on a gap is small enough to stay quiet. */
const NEARLY = 0.9;

/** How a square is drawn: what is full is quiet, what is missing is warm. */
export function toneOf(recorded: number, expected: number): Tone {
  if (expected === 0) return 'none';
  if (recorded === 0) return 'empty';
  if (recorded >= expected) return 'all';
  const share = recorded / expected;
  return share >= NEARLY ? 'most' : share >= 0.5 ? 'some' : 'few';
}

const SEPTEMBER = 8;

/** Year of September of a month; August opens a school year. */
export const schoolYearOfMonth = (month: string): number => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of >= SEPTEMBER ? year : year - 1;
};

/** The school years of the map, the latest first. */
export const schoolYearsOf = ({ months }: Coverage): readonly number[] =>
  [...new Set(months.map(schoolYearOfMonth))].toReversed();

export interface MapColumn {
  readonly month: string;
  /** Place in the lists of each site. */
  readonly index: number;
  readonly expected: number;
  readonly recorded: number;
}

export interface DataMap {
  readonly columns: readonly MapColumn[];
  readonly sites: readonly SiteCoverage[];
}

/** Is a day missing in one of the months, at a site that records at all in them? */
const hasGap = (site: SiteCoverage, columns: readonly MapColumn[]) =>
  columns.some(({ index }) => (site.recorded[index] ?? 0) < (site.expected[index] ?? 0));

/**
 * The months of one school year, or (`null`) of all, without those in which no site has school; and their sums.
 * `gapsOnly`: sites with a missing day in these months.
 */
export function dataMap(coverage: Coverage, schoolYear: number | null, gapsOnly: boolean): DataMap {
  const sum = (of: 'expected' | 'recorded', index: number) =>
    coverage.sites.reduce((total, site) => total + (site[of][index] ?? 0), 0);
  const columns = coverage.months
    .map((month, index) => ({
      month,
      index,
      expected: sum('expected', index),
      recorded: sum('recorded', index),
    }))
    .filter(({ month }) => schoolYear === null || schoolYearOfMonth(month) === schoolYear)
    .filter(({ expected }) => expected > 0);
  const sites = gapsOnly ? coverage.sites.filter((site) => hasGap(site, columns)) : coverage.sites;
  return { columns, sites };
}
