import { listOrders } from '../../../db/orders.ts';
import { listSites } from '../../../db/sites.ts';
import {
  addStaffWeek,
  listStaffFigures,
  listStaffWeeks,
  markSeen,
  saveStaffFigures,
} from '../../../db/staff-figures.ts';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { IsoDate, StaffFigureRow } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { personOfSettings } from '../orders/override.ts';
import { RecordChecks } from '../records/record-facts.ts';
import { siteOf } from '../sites/site-of.ts';

const daysOfWeek = 7;
/** One week in five is enough to measure by, and the others are as quick as before. */
const weeksBetween = 5;
/** So many weeks ahead a week of service is looked for: longer than the summer. */
const weeksAhead = 15;

const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekday(toDay(date)));

/** The chosen weeks whose recommendations are not shown yet, and that are not over. */
export const openStaffWeeks = ({ db, today }: Pick<Context, 'db' | 'today'>): readonly IsoDate[] =>
  listStaffWeeks(db).flatMap(({ monday, seenAt }) =>
    seenAt === null && addDays(monday, daysOfWeek - 1) >= today ? [monday] : [],
  );

/** A chosen week stays hidden until somebody asks for the recommendations, or it is over. */
export function staffWeek(context: Context, input: Input<'staffFigures.week'>): Output<'staffFigures.week'> {
  const monday = mondayOf(input.monday);
  const open = openStaffWeeks(context).includes(monday);
  return { monday, sites: open ? rowsOf(context, monday) : [] };
}

function rowsOf(context: Context, monday: IsoDate): readonly StaffFigureRow[] {
  const sunday = addDays(monday, daysOfWeek - 1);
  const checks = new RecordChecks(context, monday, sunday);
  const figures = new Map(
    listStaffFigures(context.db, monday, sunday).map((one) => [`${one.siteId} ${one.date}`, one.quantity]),
  );
  return listSites(context.db)
    .map(({ id, name, kind }): StaffFigureRow => {
      const dates = Array.from({ length: daysOfWeek }, (_, i) => addDays(monday, i));
      const days = dates
        .filter((date) => checks.status(id, date) === null)
        .map((date) => ({ date, quantity: figures.get(`${id} ${date}`) ?? null }));
      return { siteId: id, site: name, siteKind: kind, days };
    })
    .filter(({ days }) => days.length > 0)
    .toSorted((a, b) => a.site.localeCompare(b.site, 'fr'));
}

export function proposedWeek(context: Context): Output<'staffFigures.propose'> {
  const { db, today } = context;
  const next = addDays(mondayOf(today), daysOfWeek);
  const last = listStaffWeeks(db).at(-1)?.monday;
  const due = last === undefined ? next : addDays(last, weeksBetween * daysOfWeek);
  const first = due > next ? due : next;
  for (let i = 0; i < weeksAhead; i++) {
    const monday = addDays(first, i * daysOfWeek);
    const sunday = addDays(monday, daysOfWeek - 1);
    const approved = listOrders(db, monday, sunday).some(({ versions }) => versions.length > 0);
    if (!approved && rowsOf(context, monday).length > 0) return { monday };
  }
  return { monday: null };
}

export function chooseWeek(
  context: Context,
  { monday: day }: Input<'staffFigures.choose'>,
): Output<'staffFigures.choose'> {
  const { db, today, now } = context;
  const monday = mondayOf(day);
  if (monday <= today) throw new ServiceError('refused', (t) => t.staffFigures.tooLate);
  if (listStaffWeeks(db).some((one) => one.monday === monday)) return { changed: false };
  addStaffWeek(db, monday, { by: personOfSettings(context), at: now });
  return { changed: true };
}

/** Figures count only as long as they cannot have been copied, and are about a meal to come. */
export function keepFigures(context: Context, { figures }: Input<'staffFigures.save'>): null {
  const { db, language, today } = context;
  const open = new Set(openStaffWeeks(context));
  for (const { siteId, date } of figures) {
    siteOf(db, siteId);
    if (!open.has(mondayOf(date))) {
      throw new ServiceError('refused', (t) => t.staffFigures.notOpen(spelledDate(date, language)));
    }
    if (date < today)
      throw new ServiceError('refused', (t) => t.staffFigures.past(spelledDate(date, language)));
  }
  saveStaffFigures(db, figures, { by: personOfSettings(context), at: context.now });
  return null;
}

export const showRecommended = (
  { db, now }: Context,
  { monday }: Input<'staffFigures.show'>,
): Output<'staffFigures.show'> => ({ changed: markSeen(db, mondayOf(monday), now) });
