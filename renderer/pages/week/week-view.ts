import type { Attention, AttentionReason, IsoDate, PlanSite } from '../../../electron/api/records.ts';
import { foldForSearch } from '../../format/fold.ts';
import { orderedOn, sumOrders, type Week, type WeekSite } from './week-model.ts';

export type SortKey = 'name' | 'attention' | 'total' | IsoDate;

export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

export type Grouping = 'none' | 'kitchen' | 'sector';

/** What of a week is shown, and in which order. */
export interface View {
  readonly find: string;
  /** Only what is to be looked at, for one reason or (`all`) any; `null`: every site. */
  readonly reason: AttentionReason | 'all' | null;
  readonly sort: Sort;
  readonly grouping: Grouping;
}

export const WHOLE_WEEK: View = {
  find: '',
  reason: null,
  sort: { by: 'name', descending: false },
  grouping: 'none',
};

/** A line of the grid: the head of a group with what its sites order, or a site by its place in `week.sites`. */
export type GridLine =
  | {
      readonly type: 'group';
      /** `null`: sites without a kitchen, or without a sector. */
      readonly name: string | null;
      readonly sites: number;
      readonly sums: readonly (number | null)[];
      readonly total: number | null;
    }
  | { readonly type: 'site'; readonly index: number };

export interface ShownWeek {
  /** The sites that are shown, in their order. */
  readonly week: Week;
  readonly lines: readonly GridLine[];
  /** Some sites are left out. */
  readonly filtered: boolean;
  /** What is to be looked at in each site, worst first. */
  readonly bySite: ReadonlyMap<number, readonly Attention[]>;
}

/** The sites that a view shows, sorted within their groups. */
export function shownWeek(
  week: Week,
  attention: readonly Attention[],
  places: readonly PlanSite[],
  view: View,
): ShownWeek {
  const bySite = attentionBySite(attention);
  const wanted = foldForSearch(view.find);
  const isShown = ({ siteId, name }: WeekSite) =>
    (!wanted || foldForSearch(name).includes(wanted)) &&
    (view.reason === null ||
      (bySite.get(siteId) ?? []).some(({ reason }) => view.reason === 'all' || reason === view.reason));
  const found = week.sites.filter(isShown);
  const rank = new Map([...bySite.keys()].map((siteId, i) => [siteId, i]));
  const sorted = sortSites(found, view.sort, week, rank);
  const placeOf = new Map(places.map((place) => [place.siteId, place]));
  const nameOf = ({ siteId }: WeekSite) =>
    view.grouping === 'none' ? null : (placeOf.get(siteId)?.[view.grouping] ?? null);
  const groups = [...Map.groupBy(sorted, nameOf)].toSorted(byGroupName);
  const shown = { ...week, sites: groups.flatMap(([, sites]) => sites) };
  return {
    week: { ...shown, total: sumOrders(shown.sites.map(({ total }) => total)) },
    lines: linesOf(groups, week, view.grouping),
    filtered: found.length < week.sites.length,
    bySite,
  };
}

function attentionBySite(attention: readonly Attention[]): ReadonlyMap<number, readonly Attention[]> {
  const own = attention.flatMap((one) => (one.siteId === null ? [] : [{ ...one, siteId: one.siteId }]));
  return Map.groupBy(own, ({ siteId }) => siteId);
}

function sortSites(
  sites: readonly WeekSite[],
  { by, descending }: Sort,
  week: Week,
  rank: ReadonlyMap<number, number>,
): readonly WeekSite[] {
  // By name they come already.
  if (by === 'name') return descending ? sites.toReversed() : sites;
  const column = week.days.findIndex(({ date }) => date === by);
  const sortValue = (site: WeekSite): number | null => {
    if (by === 'attention') return rank.get(site.siteId) ?? null;
    return by === 'total' ? site.total : (site.cells[column]?.order ?? null);
  };
  // A site without a value stays at the end, whichever way.
  return sites.toSorted((a, b) => {
    const [x, y] = [sortValue(a), sortValue(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return descending ? y - x : x - y;
  });
}

type Group = readonly [name: string | null, sites: readonly WeekSite[]];

/** By name; those without one at the end. */
const byGroupName = ([a]: Group, [b]: Group) =>
  a === null || b === null
    ? Number(a === null) - Number(b === null)
    : a.localeCompare(b, undefined, { numeric: true });

function linesOf(groups: readonly Group[], week: Week, grouping: Grouping): readonly GridLine[] {
  let index = 0;
  return groups.flatMap(([name, sites]) => {
    const own = sites.map(() => ({ type: 'site', index: index++ }) as const);
    if (grouping === 'none') return own;
    const part = { ...week, sites };
    const sums = week.days.map((_, column) => orderedOn(part, column));
    const total = sumOrders(sites.map((site) => site.total));
    return [{ type: 'group', name, sites: sites.length, sums, total } as const, ...own];
  });
}

/** The sort after a press on the head of a column: once up, once down; numbers begin with the greatest. */
export function nextSort(sort: Sort, by: SortKey): Sort {
  const first = by !== 'name' && by !== 'attention';
  if (sort.by !== by) return { by, descending: first };
  return { by, descending: !sort.descending };
}

/** How many things to look at for each reason, in the order of the list. */
export function countsByReason(
  attention: readonly Attention[],
): readonly { readonly reason: AttentionReason; readonly count: number }[] {
  return [...Map.groupBy(attention, ({ reason }) => reason)].map(([reason, all]) => ({
    reason,
    count: all.length,
  }));
}
