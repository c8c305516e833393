import type { IsoDate, Plan, PlanDay, PlanRow, PlanTotal } from '../../electron/api/records.ts';
import { mondayOf, weekdayOf } from '../format/dates.ts';
import { findSites, type NamedSite } from './find-sites.ts';
import { askedOfDay, asksForOrders, type PaletteQuery } from './question.ts';

export type PaletteAnswer =
  /** `near`: no order is what was asked for; this one comes closest. */
  | { readonly type: 'cell'; readonly row: PlanRow; readonly near: boolean }
  | { readonly type: 'total'; readonly total: PlanTotal; readonly sites: number }
  | { readonly type: 'closed'; readonly day: PlanDay }
  /** The site serves no meal that day, or has no data. */
  | { readonly type: 'no-order'; readonly site: NamedSite; readonly date: IsoDate };

const FRIDAY = 5;

/** A plan has no weekends. */
const weekend = (date: IsoDate): PlanDay => ({
  date,
  closed: 'weekend',
  label: null,
  dishes: [],
  flags: [],
  strikeSites: 0,
});

/** As many as one looks through before typing another letter. */
const MOST = 8;

/** Monday of the week whose orders answer the question. */
export function weekOfQuery({ when }: PaletteQuery, shown: IsoDate): IsoDate {
  const [day] = when.days;
  if (day) return mondayOf(day);
  return when.week ?? shown;
}

/**
 * The ways to understand a question. « Jaurès 17 » may mean 17 meals or the 17th, and so may « pourquoi Jaurès 17 »;
 * « combien Jaurès 17 » asks for a number and so cannot give it.
 */
export function readingsOf(question: PaletteQuery, sites: readonly NamedSite[]): readonly PaletteQuery[] {
  const { intent, number, numberAsDay, names } = question;
  if (number === null || numberAsDay === null) return [question];
  const asDay = askedOfDay(question, numberAsDay);
  const meant = findSites(names, sites);
  if (isPartOfName(number, meant)) return [question];
  if (intent === 'how-many') return [asDay];
  return meant.length > 0 ? [question, asDay] : [question];
}

/**
 * The answers to all readings: what is as it was asked for first, what only comes near last, and that only once all
 * are there, `null` until then: what was listed stays where it is.
 */
export function answersOfAll(
  readings: readonly (readonly PaletteAnswer[] | null)[],
): readonly PaletteAnswer[] {
  const all = readings.flatMap((answers) => answers ?? []);
  const sure = all.filter((answer) => !isNear(answer));
  if (readings.includes(null)) return sure;
  const rows = new Set(sure.map(rowOf));
  return [...sure, ...all.filter((answer) => isNear(answer) && !rows.has(rowOf(answer)))];
}

const rowOf = (answer: PaletteAnswer) => (answer.type === 'cell' ? answer.row : null);
const isNear = (answer: PaletteAnswer) => answer.type === 'cell' && answer.near;

/** What the orders of the week say to a question; nothing when it is none. */
export function answersOf(
  question: PaletteQuery,
  plan: Plan,
  sites: readonly NamedSite[],
): readonly PaletteAnswer[] {
  if (!asksForOrders(question) && !(question.when.week && question.names.length > 0)) return [];
  const meant = findSites(question.names, sites);
  const words = question.names.filter((word) => !/^\d+$/.test(word));
  // A name that no site answers to: the orders of all sites would answer something else.
  if (words.length > 0 && meant.length === 0) return [];
  const day = question.when.days[0];
  if (day && weekdayOf(day) > FRIDAY) return [{ type: 'closed', day: weekend(day) }];
  if (question.number !== null && !isPartOfName(question.number, meant)) {
    return ordersOf(question.number, rowsOf(plan, meant, day));
  }
  return (meant.length > 0 ? ofSites(meant, day, plan) : ofAll(question, day, plan)).slice(0, MOST);
}

/** « École 12 »: the number is no number of meals. */
const isPartOfName = (number: number, sites: readonly NamedSite[]) =>
  sites.length > 0 && sites.some(({ name }) => (name.match(/\d+/g) ?? []).some((n) => Number(n) === number));

function rowsOf(plan: Plan, sites: readonly NamedSite[], day: IsoDate | undefined): readonly PlanRow[] {
  const ids = new Set(sites.map(({ id }) => id));
  return plan.rows.filter(
    (row) => (ids.size === 0 || ids.has(row.siteId)) && (day === undefined || row.date === day),
  );
}

/** The cells with this order; where there is none, the three that come closest. */
function ordersOf(number: number, rows: readonly PlanRow[]): readonly PaletteAnswer[] {
  const exact = rows.filter((row) => row.order === number);
  if (exact.length > 0) return exact.slice(0, MOST).map((row) => ({ type: 'cell', row, near: false }));
  const away = (row: PlanRow) => Math.abs(row.order - number);
  return rows
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, 3)
    .map((row) => ({ type: 'cell', row, near: true }));
}

function ofSites(
  sites: readonly NamedSite[],
  day: IsoDate | undefined,
  plan: Plan,
): readonly PaletteAnswer[] {
  const days = plan.days.filter(({ date }) => day === undefined || date === day);
  return sites.flatMap((site) =>
    days.flatMap((planDay): PaletteAnswer[] => {
      const row = plan.rows.find(({ siteId, date }) => siteId === site.id && date === planDay.date);
      if (row) return [{ type: 'cell', row, near: false }];
      if (day === undefined) return [];
      return [planDay.closed ? { type: 'closed', day: planDay } : { type: 'no-order', site, date: day }];
    }),
  );
}

/** The city's total, then its largest sites: one of them may be what was meant. */
function ofAll({ intent }: PaletteQuery, day: IsoDate | undefined, plan: Plan): readonly PaletteAnswer[] {
  if (intent === 'why' && day === undefined) return [];
  const days = plan.days.filter(({ date }) => day === undefined || date === day);
  const totals = days.flatMap((planDay): PaletteAnswer[] => {
    if (planDay.closed) return day === undefined ? [] : [{ type: 'closed', day: planDay }];
    const total = plan.totals.find(({ date }) => date === planDay.date);
    const sites = plan.rows.filter(({ date }) => date === planDay.date).length;
    return total ? [{ type: 'total', total, sites }] : [];
  });
  if (day === undefined) return totals;
  const rows = rowsOf(plan, [], day).toSorted((a, b) => b.order - a.order);
  return [...totals, ...rows.map((row): PaletteAnswer => ({ type: 'cell', row, near: false }))];
}
