import { listSites } from '../../../db/sites.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { choiceGroups, type Meal } from '../../../forecasting/dishes/meals.ts';
import { vegetarianMenu } from '../../../forecasting/dishes/vegetarian.ts';
import { courseOf } from '../../../forecasting/take-up/course-of.ts';
import type { Input } from '../../api/contract.ts';
import type { Course, IsoDate, MenuDish, Sheet } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { makeFile, tableSource } from '../documents/make-file.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import { longDate } from '../documents/sheet-format.ts';
import type { TableColumn, TableDocument } from '../documents/table-document.ts';
import { dateInWords } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import { servedMeals } from './menu-balance.ts';

const parts = ['starter', 'main', 'side', 'dairy', 'dessert', 'other'] as const;
type Part = (typeof parts)[number];

/** The menus served in the three months up to a day, a page for each month (code rural, D. 230-26). */
export function menuRegister(
  context: Context,
  { siteId, to = context.today, format }: Input<'menus.register'>,
): Promise<Sheet> {
  const { db, language, now, texts } = context;
  const { register } = texts.balance;
  const site = listSites(db).find(({ id }) => id === siteId);
  if (siteId !== undefined && site === undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const from = threeMonthsBefore(to);
  const months = Map.groupBy(servedMeals(context, siteId ?? null, from, to), ({ date }) => date.slice(0, 7));
  const table: TableDocument = {
    title: register.title,
    period: register.period(longDate(from, language), longDate(to, language)),
    from,
    to,
    madeAt: now,
    columns: columnsOf(texts),
    sections: [...months].map(([month, meals]) => ({
      name: dateInWords(`${month}-01`, language, 'MMMM yyyy'),
      details: [site?.name ?? register.allSites],
      rows: meals.map((meal) => [meal.date, ...cellsOf(meal, texts)]),
      notes: [],
    })),
    empty: register.empty,
  };
  const name = periodFileName(register.fileName, { from, to }, site?.name ?? null, format);
  return makeFile(name, format, tableSource(table, language));
}

/** The day after the same day three months ago; of a longer month its last day. */
function threeMonthsBefore(to: IsoDate): IsoDate {
  const months = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1 - 3;
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  const last = addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1);
  const same = `${month}-${to.slice(8)}`;
  return addDays(same > last ? last : same, 1);
}

function columnsOf({ balance: { register } }: Messages): readonly TableColumn[] {
  const text = (title: string, width: number): TableColumn => ({ title, type: 'text', width });
  return [
    { title: register.columns.date, type: 'date', width: 16 },
    ...parts.map((part) => text(register.columns[part], part === 'main' ? 26 : part === 'other' ? 14 : 20)),
  ];
}

const partOf = (course: Course): Part => (course === 'bread' ? 'other' : course);

/** One cell for each part; dishes among which children choose are joined by “ou”. */
function cellsOf(meal: Meal<MenuDish>, { balance: { register } }: Messages): readonly string[] {
  const groups = choiceGroups(meal.dishes.filter(({ family }) => family !== 'note'));
  const isVegetarian = vegetarianMenu(meal).answer === 'yes';
  return parts.map((part) => {
    const own = groups.filter(([first]) => first && partOf(courseOf(first.course, first.family)) === part);
    const names = own.map((group) => group.map(({ name }) => name).join(register.or)).join(', ');
    return part === 'main' && isVegetarian ? `${names} (${register.vegetarian})` : names;
  });
}
