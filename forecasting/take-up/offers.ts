import { toDay } from '../calendar/day.ts';
import { normaliseDish } from '../dishes/dish.ts';
import { familyOf } from '../dishes/family-of.ts';
import type { AttendanceColumns, Course, DishFamily, MenuItem, Serving } from '../domain/records.ts';
import { courseOf } from './course-of.ts';
import { isNoChoice } from './no-choice.ts';

/** What a text of a menu or of a serving stands for, after all corrections. */
export interface DishKind {
  /** `Dish.key`; empty for a text without words. */
  readonly key: string;
  readonly family: DishFamily | null;
}

/** What the take-up is learned from; the model cuts it at its origin. */
export interface TakeUpHistory {
  readonly servings: readonly Serving[];
  readonly menu: readonly MenuItem[];
  readonly attendance: AttendanceColumns;
  /** Absent: by the rules of `forecasting/dishes`. Asked once per spelling. */
  readonly dishOf?: (text: string) => DishKind;
}

/** One dish of an offer and what became of it, in portions. */
export interface OfferedRow extends DishKind {
  /** NaN: it was on the menu, and nobody wrote down how many took it. */
  readonly taken: number;
  /** More might have been taken, had there been more. */
  readonly soldOut: boolean;
}

/** The dishes between which the guests of one site and day could choose on one course; one dish, or several. */
export interface Offer {
  readonly siteId: number;
  readonly day: number;
  readonly course: Course;
  readonly rows: readonly OfferedRow[];
  /** Never fewer than the portions taken; `null`: not recorded, so that nobody knows how many took none. */
  readonly diners: number | null;
}

/** Guests of an offer: those who were there, or where nobody counted them those who took something. */
export const dinersOfOffers = ({ diners, rows }: Offer): number =>
  diners ?? rows.reduce((sum, { taken }) => sum + (Number.isNaN(taken) ? 0 : taken), 0);

/** Shares that add up to this much are still a choice: some children come back for more. */
const stillChoice = 1.1;

export type CountedDish = DishKind & { served: number; prepared: number | null; left: number | null };

/** The texts of one history as dishes, each read once. */
export function dishReader({ dishOf }: TakeUpHistory): (text: string) => DishKind {
  const known = new Map<string, DishKind>();
  return (text) => {
    let dish = known.get(text);
    if (dish === undefined) {
      const { key } = normaliseDish(text);
      dish = dishOf?.(text) ?? { key, family: familyOf(key) };
      known.set(text, dish);
    }
    return dish;
  };
}

/** The offers with at least one count up to the end of `lastDay`, oldest first. */
export function offersOf(history: TakeUpHistory, lastDay: number): readonly Offer[] {
  const read = dishReader(history);
  const days = countedDays(history, read, lastDay);
  const menus = menuIndex(history.menu);
  const diners = dinerIndex(history.attendance, lastDay);
  const offers: Offer[] = [];
  for (const { siteId, day, dishes, adults } of days) {
    const menu = menuOn(menus, siteId, day);
    const children = diners.get(siteId)?.get(day) ?? null;
    const present = children === null ? null : children + adults;
    for (const { course, rows } of groups(dishes, menu, read, present)) {
      const taken = rows.reduce((sum, row) => sum + (Number.isNaN(row.taken) ? 0 : row.taken), 0);
      const most = present === null ? null : Math.max(present, taken);
      if (most === null ? rows.length > 1 && taken > 0 : most > 0) {
        offers.push({ siteId, day, course, rows, diners: most });
      }
    }
  }
  return offers;
}

export interface CountedDay {
  readonly siteId: number;
  readonly day: number;
  readonly dishes: ReadonlyMap<string, CountedDish>;
  /** Who had of these dishes beside the children. */
  readonly adults: number;
}

interface Counting extends CountedDay {
  readonly dishes: Map<string, CountedDish>;
  adults: number;
}

/**
 * The days with counts up to the end of `lastDay`, oldest first. A list of all items with a 0 for what was not there
 * is common: a dish of which nothing was served, nor said to be prepared, and which the day's menu does not have was
 * not offered.
 */
export function countedDays(
  { servings, menu }: Pick<TakeUpHistory, 'servings' | 'menu'>,
  read: (text: string) => DishKind,
  lastDay: number,
): readonly CountedDay[] {
  const days = new Map<string, Counting>();
  for (const { siteId, date, dish: text, served, prepared, left, adults = 0 } of servings) {
    const day = toDay(date);
    const dish = read(text);
    if (day > lastDay || dish.key === '') continue;
    const at = `${siteId}|${day}`;
    const found = days.get(at) ?? { siteId, day, dishes: new Map<string, CountedDish>(), adults: 0 };
    days.set(at, found);
    found.adults = Math.max(found.adults, adults);
    const same = found.dishes.get(dish.key);
    // Two spellings of one dish on one day are two trays of it.
    if (same === undefined) found.dishes.set(dish.key, { ...dish, served, prepared, left });
    else {
      same.served += served;
      same.prepared = bothOr(same.prepared, prepared);
      same.left = bothOr(same.left, left);
    }
  }
  const menus = menuIndex(menu);
  for (const { siteId, day, dishes } of days.values()) {
    const listed = menuOn(menus, siteId, day);
    if (listed.length === 0) continue;
    const keys = new Set(listed.map(({ dish }) => read(dish).key));
    for (const { key, served, prepared } of [...dishes.values()])
      if (served === 0 && prepared === null && !keys.has(key)) dishes.delete(key);
  }
  return [...days.values()]
    .filter(({ dishes }) => dishes.size > 0)
    .sort((a, b) => a.day - b.day || a.siteId - b.siteId);
}

/** What was neither prepared nor served was not there to be taken. */
export const wasOffered = ({ served, prepared }: CountedDish): boolean => served > 0 || prepared !== 0;

const bothOr = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

/** Menus by `site|day`, those of every site by `|day`. */
export function menuIndex(menu: readonly MenuItem[]): ReadonlyMap<string, readonly MenuItem[]> {
  return Map.groupBy(menu, ({ siteId, date }) => `${siteId ?? ''}|${toDay(date)}`);
}

/** The menu of a site on a day: its own, or that of all sites. */
export const menuOn = (
  menus: ReturnType<typeof menuIndex>,
  siteId: number,
  day: number,
): readonly MenuItem[] => menus.get(`${siteId}|${day}`) ?? menus.get(`|${day}`) ?? [];

export function dinerIndex(attendance: AttendanceColumns, lastDay: number) {
  const diners = new Map<number, Map<number, number>>();
  const { site, day, served } = attendance;
  for (let i = 0; i < site.length; i++) {
    const count = served[i];
    if (day[i] > lastDay || Number.isNaN(count)) continue;
    const own = diners.get(site[i]);
    if (own === undefined) diners.set(site[i], new Map([[day[i], count]]));
    else own.set(day[i], count);
  }
  return diners;
}

interface Group {
  readonly course: Course;
  readonly rows: readonly OfferedRow[];
}

/** What was counted on one day, as the menu groups it; dishes that no menu tells, by course. */
function groups(
  counted: ReadonlyMap<string, CountedDish>,
  menu: readonly MenuItem[],
  read: (text: string) => DishKind,
  diners: number | null,
): readonly Group[] {
  const seen = new Set<string>();
  const onMenu = menu.map((item) => ({ ...item, ...read(item.dish) })).filter(({ key }) => key !== '');
  const choices = Map.groupBy(onMenu, ({ choice, key }) => (choice === null ? `=${key}` : `${choice}`));
  const found: Group[] = [];
  for (const items of choices.values()) {
    const rows = items
      .filter(({ key }, i) => items.findIndex((other) => other.key === key) === i && !seen.has(key))
      .map((item) => {
        seen.add(item.key);
        return rowOf(item, counted.get(item.key));
      });
    const [first] = items;
    if (first !== undefined && rows.some(({ taken }) => !Number.isNaN(taken))) {
      found.push({ course: courseOf(first.course, first.family), rows });
    }
  }
  const others = [...counted.values()].filter(({ key }) => !seen.has(key));
  for (const dish of others.filter(isNoChoice)) {
    found.push({ course: courseOf(null, dish.family), rows: [rowOf(dish, dish)] });
  }
  const choosable = others.filter((dish) => !isNoChoice(dish));
  for (const [course, dishes] of Map.groupBy(choosable, ({ family }) => courseOf(null, family))) {
    const rows = dishes.map((dish) => rowOf(dish, dish));
    const total = rows.reduce((sum, { taken }) => sum + taken, 0);
    if (diners === null || total <= stillChoice * diners) found.push({ course, rows });
    else found.push(...rows.map((row) => ({ course, rows: [row] })));
  }
  return found;
}

/**
 * What was taken: `served`; where that is all that was prepared and something came back, the rest. Sold out is a
 * dish of which as much was taken as prepared, or nothing was left.
 */
export function rowOf({ key, family }: DishKind, counted: CountedDish | undefined): OfferedRow {
  if (counted === undefined) return { key, family, taken: Number.NaN, soldOut: false };
  const { served, prepared, left } = counted;
  const sent = prepared !== null && left !== null && left > 0 && served >= prepared;
  const taken = sent ? Math.max(0, prepared - left) : served;
  const soldOut = prepared !== null && prepared > 0 && (taken >= prepared || left === 0);
  return { key, family, taken, soldOut };
}
