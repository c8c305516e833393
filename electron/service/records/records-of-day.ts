import { readSiteAttendance } from '../../../db/attendance.ts';
import { fold } from '../../../db/fold.ts';
import { readManualCounts } from '../../../db/manual-attendance.ts';
import { listEarlierValues, type StoredMealValue } from '../../../db/meal-records.ts';
import { listOrders } from '../../../db/orders.ts';
import { listSites } from '../../../db/sites.ts';
import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import type { MealRecord, OrderRecord, Site } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { ChildClass, EarlierValue, RecordedDishRow, RecordRow, RecordState } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { siteOf } from '../sites/site-of.ts';
import { type Weighed, weighedLeft } from '../weighings/weighed-days.ts';
import { RecordChecks } from './record-facts.ts';
import { classesBySite, withRecorded } from './site-classes.ts';
import { mealNumber, noDish, recordOf, storedValues } from './stored-record.ts';

/** Every site on one day: what was ordered, counted, served and left. */
export function recordsOfDay(context: Context, { date }: Input<'records.day'>): readonly RecordRow[] {
  const checks = new RecordChecks(context, date, date);
  const classesOf = classesBySite(context.db);
  const weighed = weighedLeft(context.db);
  const stored = storedValues(context.db, date, date);
  const orders = new Map(listOrders(context.db, date, date).map((order) => [order.siteId, order]));
  return listSites(context.db)
    .map((site) => {
      const children = checks.served(site.id, date);
      const values = stored.get(`${site.id} ${date}`) ?? [];
      const record = recordOf(site.id, date, values, children);
      const classes = classesOf(site);
      return rowOf(context, checks, { site, classes, weighed, record, values, order: orders.get(site.id) });
    })
    .toSorted((a, b) => a.site.localeCompare(b.site, 'fr'));
}

/** Every day of a month at one site. */
export function recordsOfMonth(
  context: Context,
  { siteId, month }: Input<'records.month'>,
): readonly RecordRow[] {
  const site = siteOf(context.db, siteId);
  const from = `${month}-01`;
  const next = `${addDays(from, 31).slice(0, 7)}-01`;
  const days = Array.from({ length: toDay(next) - toDay(from) }, (_, i) => addDays(from, i));
  const to = days.at(-1) ?? from;
  const checks = new RecordChecks(context, from, to);
  const classes = classesBySite(context.db)(site);
  const weighed = weighedLeft(context.db);
  const stored = storedValues(context.db, from, to);
  const orders = new Map(
    listOrders(context.db, from, to).flatMap((order) =>
      order.siteId === siteId ? [[order.date, order] as const] : [],
    ),
  );
  return days.map((date) => {
    const values = stored.get(`${siteId} ${date}`) ?? [];
    const record = recordOf(siteId, date, values, checks.served(siteId, date));
    return rowOf(context, checks, { site, classes, weighed, record, values, order: orders.get(date) });
  });
}

interface OnRecord {
  readonly site: Site;
  readonly classes: readonly ChildClass[];
  readonly weighed: Weighed;
  readonly record: MealRecord;
  readonly values: readonly StoredMealValue[];
  readonly order: OrderRecord | undefined;
}

function rowOf(
  context: Context,
  checks: RecordChecks,
  { site, classes, weighed, record, values, order }: OnRecord,
): RecordRow {
  const { date } = record;
  const version = order?.versions.at(-1);
  const ordered = version?.quantity ?? order?.override?.quantity ?? null;
  const headCount = order?.headCount ? childrenCounted(order.headCount.counts) : null;
  const { children = null, ...served } = record.served;
  const counted = classesCounted(order);
  const closed = checks.status(site.id, date);
  // Of a day of which nothing is on record nothing is wrong, and a day to come is no mistake.
  const isBlank = children === null && values.length === 0;
  const findings = isBlank ? [] : checks.findings(record, mealNumber(values, 'sure'));
  const day = toDay(date);
  const dishes = dishRows(record, checks);
  const estimated = mealNumber(values, 'estimated') !== null;
  return {
    siteId: site.id,
    site: site.name,
    siteKind: site.kind,
    date,
    closed,
    ordered,
    headCount,
    headCountAdults: order?.headCount?.counts.A ?? null,
    headCountByClass: counted,
    classes: withRecorded(classes, [served, record.seconds, counted]),
    seats: site.capacity,
    children,
    manual: readManualCounts(context.db, site.id, day, day).length > 0,
    file: fileCount(context, site.id, day, children),
    entered: lastEntered(values),
    served,
    seconds: record.seconds,
    prepared: record.prepared,
    left: record.left,
    leftWeighed: weighed(site.id, date),
    reason: record.reason,
    note: record.note,
    difference: children === null || ordered === null ? null : children - ordered,
    forecast: version ? { expected: version.mean, low: version.low, high: version.high } : null,
    state: stateOf(record, {
      // Whoever ordered or counted children has something to record, whatever the habit says.
      closed: closed === 'closure' || (closed !== null && ordered === null && headCount === null),
      estimated,
      findings: findings.length,
    }),
    // The same rule as of `listOpenRecordDays`.
    due: (ordered ?? 0) > 0 && children === null && !estimated && closed !== 'closure' && closed !== 'strike',
    dishes,
    findings: findings.map((finding) => ({ ...finding, field: fieldOfRow(finding.field, record, dishes) })),
  };
}

/** What the files say where another count stands over them. */
function fileCount(context: Context, siteId: number, day: number, children: number | null): number | null {
  const [count] = readSiteAttendance(context.db, siteId, day, day, 'files').served;
  return count === undefined || Number.isNaN(count) || count === children ? null : count;
}

function lastEntered(values: readonly StoredMealValue[]): RecordRow['entered'] {
  const [last] = values.filter(({ ofFile }) => !ofFile).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return last ? { at: last.at, by: last.by } : null;
}

/** Those that were counted apart. */
function classesCounted(order: OrderRecord | undefined): RecordRow['headCountByClass'] {
  const { all: _children, A: _adults, ...classes } = order?.headCount?.counts ?? {};
  return classes;
}

export function childrenCounted({ all, M, E, C }: Readonly<Partial<Record<string, number>>>): number | null {
  const classes = [M, E, C].filter((one) => one !== undefined);
  return all ?? (classes.length > 0 ? classes.reduce((sum, one) => sum + one, 0) : null);
}

function stateOf(
  record: MealRecord,
  known: { readonly closed: boolean; readonly estimated: boolean; readonly findings: number },
): RecordState {
  if (known.findings > 0) return 'check';
  if (record.served.children !== undefined) return 'complete';
  if (record.dishes.length > 0 || record.left !== null || record.prepared !== null) return 'incomplete';
  if (known.estimated) return 'estimated';
  return known.closed ? 'closed' : 'open';
}

/** The dishes of the menu in their order, then those that were recorded beside it. */
function dishRows(record: MealRecord, checks: RecordChecks): readonly RecordedDishRow[] {
  const { siteId } = record;
  const menu = checks.menuOf(siteId, record.date);
  const recorded = new Map(record.dishes.map((dish) => [fold(dish.dish), dish]));
  const onMenu = menu.map(({ dish, course }): RecordedDishRow => {
    const own = recorded.get(fold(dish));
    recorded.delete(fold(dish));
    return { ...(own ?? noDish), dish, course, grams: checks.gramsOf(siteId, dish) };
  });
  const beside = [...recorded.values()].map(
    (own): RecordedDishRow => ({ ...own, course: null, grams: checks.gramsOf(siteId, own.dish) }),
  );
  return [...onMenu, ...beside];
}

/** A check names a dish by its place in the record; here it is its place among the rows. */
function fieldOfRow(field: string, record: MealRecord, rows: readonly RecordedDishRow[]): string {
  const [, index, own] = /^dishes\.(\d+)\.(.+)$/.exec(field) ?? [];
  const dish = record.dishes[Number(index)]?.dish;
  if (own === undefined || dish === undefined) return field;
  return `dishes.${rows.findIndex((row) => fold(row.dish) === fold(dish))}.${own}`;
}

export const recordHistory = (
  { db }: Pick<Context, 'db'>,
  { siteId, date }: Input<'records.history'>,
): readonly EarlierValue[] => listEarlierValues(db, siteId, date);
