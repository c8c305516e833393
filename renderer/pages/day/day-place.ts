import { useCallback } from 'react';
import { useLocation, useParams } from 'wouter';
import type {
  AppState,
  Catalogue,
  IsoDate,
  Plan,
  PlanRow,
  SheetKind,
} from '../../../electron/api/records.ts';
import { isIsoDate, mondayOf, schoolDayFrom, weekdayOf } from '../../format/dates.ts';
import { bySiteName } from '../../format/site-order.ts';
import type { Option } from '../../ui/select.tsx';

export const FRIDAY = 5;

/** Whose sheet is shown: of one site, of a kitchen with its sites, or (both `null`) of all. */
export interface DayPlace {
  readonly siteId: number | null;
  readonly kitchenId: number | null;
}

export const EVERYWHERE: DayPlace = { siteId: null, kitchenId: null };

const VIEWS: readonly SheetKind[] = ['production', 'delivery', 'roll-call'];
const viewOf = (text: string | undefined): SheetKind => VIEWS.find((view) => view === text) ?? 'production';

/** Today when it lies in the suggested week, else that week's Monday. */
export function firstDayToShow(state: AppState): IsoDate {
  const inWeek = mondayOf(state.today) === state.suggestedWeek && weekdayOf(state.today) <= FRIDAY;
  return inWeek ? state.today : state.suggestedWeek;
}

/** A site with a sheet. */
export type DaySite = Pick<PlanRow, 'siteId' | 'site' | 'siteKind'>;

/** The sites with a sheet on a day: those with an order, and those that count portions and no diners. */
export const sheetSites = (
  { rows, refused }: Pick<Plan, 'rows' | 'refused'>,
  date: IsoDate,
): readonly DaySite[] => [
  ...rows.filter((row) => row.date === date),
  ...refused.filter((one) => one.portions && (one.date === null || one.date === date)),
];

/** Where there is but one site, every sheet is its own. */
export function placeOfOne({ rows, refused }: Pick<Plan, 'rows' | 'refused'>, place: DayPlace): DayPlace {
  const sites = [...rows, ...refused.filter(({ portions }) => portions)];
  const [first] = sites;
  const isAlone = first !== undefined && sites.every(({ siteId }) => siteId === first.siteId);
  return isAlone && place.kitchenId === null ? { siteId: first.siteId, kitchenId: null } : place;
}

const ALL = 'all';
const KITCHEN = /^k(\d+)$/;

/** `5` is a site, `k3` a kitchen. */
export function placeOf(text: string | undefined): DayPlace {
  const kitchen = text ? KITCHEN.exec(text) : null;
  if (kitchen) return { siteId: null, kitchenId: Number(kitchen[1]) };
  return text && Number.isInteger(Number(text)) ? { siteId: Number(text), kitchenId: null } : EVERYWHERE;
}

/** A place in an address. */
export const placeText = ({ siteId, kitchenId }: DayPlace): string =>
  kitchenId === null ? `${siteId ?? ALL}` : `k${kitchenId}`;

function textOf(at: DayPlace, view: SheetKind): string {
  const place = placeText(at);
  if (view !== 'production') return `/${place}/${view}`;
  return place === ALL ? '' : `/${place}`;
}

export function useDayPlace(state: AppState) {
  const params = useParams<{ date?: string; site?: string; view?: string }>();
  const [, go] = useLocation();
  const date = params.date && isIsoDate(params.date) ? params.date : firstDayToShow(state);
  const view = viewOf(params.view);
  const goTo = useCallback(
    (day: IsoDate, place: DayPlace, shown: SheetKind = view) => go(`/day/${day}${textOf(place, shown)}`),
    [go, view],
  );
  return { date, place: placeOf(params.site), view, goTo };
}

interface Offered {
  readonly options: readonly Option<string>[];
  /** The option that stands for the place; the first when it is not there that day. */
  readonly value: string;
}

const siteOption = (id: number) => `${id}`;
const kitchenOption = (id: number) => `k${id}`;

/**
 * The kitchens and sites of a day. What a kitchen cooks is the kitchen's sheet: its sites are offered only for what
 * is theirs alone, a delivery note or a roll-call.
 */
export function placeOptions(
  rows: readonly DaySite[],
  catalogue: Pick<Catalogue, 'kitchens' | 'sites'> | undefined,
  view: SheetKind,
  place: DayPlace,
  all: string,
): Offered {
  const serving = new Set(rows.map(({ siteId }) => siteId));
  const kitchenOf = new Map(catalogue?.sites.map(({ siteId, kitchenId }) => [siteId, kitchenId]));
  const kitchens = (catalogue?.kitchens ?? []).filter(({ id }) =>
    [...kitchenOf].some(([siteId, kitchenId]) => kitchenId === id && serving.has(siteId)),
  );
  const cooks = (siteId: number) => (kitchenOf.get(siteId) ?? null) === null;
  const sites = rows.filter(({ siteId }) => view !== 'production' || cooks(siteId)).toSorted(bySiteName);
  const options = [
    { id: ALL, label: all },
    ...kitchens.map(({ id, name }) => ({ id: kitchenOption(id), label: name })),
    ...sites.map(({ siteId, site }) => ({ id: siteOption(siteId), label: site })),
  ];
  const own = place.siteId === null ? null : (kitchenOf.get(place.siteId) ?? null);
  const wished = [
    ...(place.siteId === null ? [] : [siteOption(place.siteId)]),
    ...(place.kitchenId === null ? [] : [kitchenOption(place.kitchenId)]),
    ...(own === null ? [] : [kitchenOption(own)]),
  ];
  const value = wished.find((id) => options.some((option) => option.id === id)) ?? ALL;
  return { options, value };
}

export const chosenPlace = (id: string): DayPlace => placeOf(id === ALL ? undefined : id);

/** All and one site are no choice; all and the kitchen that cooks for them are. */
export const isChoice = (options: readonly Option<string>[]): boolean =>
  options.length > 2 || options.some(({ id }) => KITCHEN.test(id));

/** The next day with a sheet, as far as the plan of the week knows; at its end the next weekday. */
export function openDayBeside(plan: Pick<Plan, 'days'> | undefined, date: IsoDate, step: 1 | -1): IsoDate {
  const open = (plan?.days ?? []).flatMap((day) => (day.closed === null ? day.date : []));
  const beside = step > 0 ? open.find((day) => day > date) : open.findLast((day) => day < date);
  return beside ?? schoolDayFrom(date, step);
}
