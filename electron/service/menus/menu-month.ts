import { listManualMenuDays } from '../../../db/manual-menus.ts';
import { menuExtent, readMenuOf, sitesWithMenus } from '../../../db/menus.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { inServingOrder } from '../../../forecasting/dishes/meals.ts';
import { vegetarianDish, vegetarianMenu } from '../../../forecasting/dishes/vegetarian.ts';
import type { MenuItem } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { IsoDate, MenuDay, MenuMonth, MenuWeek } from '../../api/records.ts';
import { dayStatuses, type SchoolDayStatus, schoolDays } from '../calendar/school-days.ts';
import { type OwnWeek, siteWeeks } from '../calendar/site-weeks.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { DishIndex } from '../dishes/dish-index.ts';
import type { Messages } from '../messages/messages.ts';

interface Asked {
  readonly db: ReadonlyDatabase;
  readonly texts: Messages;
  readonly today: IsoDate;
}

/** The Mondays of the weeks, Monday to Friday, that hold a day of a month (`YYYY-MM`). */
export function mondaysOf(month: string): readonly IsoDate[] {
  const first = `${month}-01`;
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
  const mondays: IsoDate[] = [];
  for (let monday = mondayOfWeek(first); monday <= last; monday = addDays(monday, 7)) {
    // A month that begins on a weekend has no day in that week.
    if (addDays(monday, 4) >= first) mondays.push(monday);
  }
  return mondays;
}

/**
 * Is there a menu without meat or fish in a week? One that is certain settles it; without one a day of service
 * whose menu is not known leaves it open.
 */
export function vegetarianWeek(days: readonly MenuDay[]): Pick<MenuWeek, 'vegetarian' | 'vegetarianDay'> {
  const withMenu = days.filter(({ dishes }) => dishes.length > 0);
  const found =
    withMenu.find(({ vegetarian }) => vegetarian === 'yes') ??
    withMenu.find(({ vegetarian }) => vegetarian === 'unsure');
  if (found !== undefined) return { vegetarian: found.vegetarian, vegetarianDay: dayOf(found) };
  const open = days.some(({ closed, dishes }) => closed === null && dishes.length === 0);
  const nearest = withMenu
    .filter(({ notVegetarian }) => notVegetarian.length > 0)
    .toSorted((a, b) => a.notVegetarian.length - b.notVegetarian.length)[0];
  return {
    vegetarian: withMenu.length === 0 ? 'none' : open ? 'unsure' : 'no',
    vegetarianDay: nearest && !open ? dayOf(nearest) : null,
  };
}

const dayOf = (day: MenuDay) => ({
  date: day.date,
  dish: vegetarianDish(day)?.name ?? null,
  because: day.notVegetarian,
});

/** The days of a period as they are served to every site, or to one. */
export function menuDays(
  { db, texts }: Pick<Asked, 'db' | 'texts'>,
  siteId: number | null,
  from: IsoDate,
  to: IsoDate,
  school: ReturnType<typeof schoolDays>,
  week: OwnWeek | null,
) {
  const items = Map.groupBy(readMenuOf(db, from, to), ({ date }) => date);
  const index = new DishIndex(db);
  const typed = {
    all: new Set(listManualMenuDays(db, null, from, to)),
    own: new Set(siteId === null ? [] : listManualMenuDays(db, siteId, from, to)),
  };
  const day = (date: IsoDate, status: SchoolDayStatus): MenuDay => {
    const ofDay = items.get(date) ?? [];
    const ownItems = siteId === null ? [] : ofDay.filter((item) => item.siteId === siteId);
    const own = ownItems.length > 0 || typed.own.has(date);
    const served = own ? ownItems : ofDay.filter((item) => item.siteId === null);
    const dishes = inServingOrder(eachOnce(served).map((item) => index.menuDish(item)));
    const closed = dishes.length > 0 && status.closed === 'no-service' ? null : status.closed;
    const label = closed === null ? null : status.label;
    const { answer, because } = vegetarianMenu({ date, dishes });
    const isManual = own ? typed.own.has(date) : typed.all.has(date);
    return {
      date,
      ...status,
      closed,
      label,
      typed: isManual,
      own,
      dishes,
      vegetarian: answer,
      notVegetarian: because.map(({ dish }) => dish.name),
    };
  };
  const serves = week === null ? undefined : (of: number) => week.at(of).serves;
  const statuses = dayStatuses({ db, texts }, school, siteId, from, to, serves);
  return [...statuses].map(([date, status]) => day(date, status));
}

/** A dish that a file lists twice for a day is served once. */
const eachOnce = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.filter((item, i) => items.findIndex(({ dish }) => dish === item.dish) === i);

function sitesWithOwn(db: ReadonlyDatabase): MenuMonth['sites'] {
  const own = new Set(sitesWithMenus(db));
  return listSites(db)
    .filter(({ id }) => own.has(id))
    .map(({ id, name }) => ({ siteId: id, site: name }))
    .toSorted((a, b) => a.site.localeCompare(b.site, 'fr'));
}

/** A month of menus, week by week. */
export function menuMonth(asked: Asked, { month, siteId = null }: MonthInput): MenuMonth {
  const mondays = mondaysOf(month);
  const from = mondays[0] as IsoDate;
  const to = addDays(mondays.at(-1) as IsoDate, 6);
  const school = schoolDays(asked.db, from, to);
  // A site's own week says on which days it serves; of all sites it is the town's.
  const week = siteId === null ? null : siteWeeks(asked.db, school.calendar, asked.today)(siteId);
  const days = new Map(menuDays(asked, siteId, from, to, school, week).map((day) => [day.date, day]));
  const weeks = mondays.map((monday): MenuWeek => {
    const ofWeek = [0, 1, 2, 3, 4].map((i) => days.get(addDays(monday, i)) as MenuDay);
    return { monday, days: ofWeek, ...vegetarianWeek(ofWeek) };
  });
  return {
    month,
    siteId,
    weeks,
    weekdays: week === null ? [...school.weekdays] : [...week.weekdays],
    sites: sitesWithOwn(asked.db),
    ...menuExtent(asked.db),
  };
}

type MonthInput = Omit<Input<'menus.month'>, 'siteId'> & { readonly siteId?: number | null };
