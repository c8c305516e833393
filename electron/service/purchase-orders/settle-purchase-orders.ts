import { listSuppliers } from '../../../db/catalogue/suppliers.ts';
import { dataVersion } from '../../../db/data-version.ts';
import type { Database } from '../../../db/open.ts';
import { addPurchaseOrders, listPurchaseOrders, removePurchaseOrders } from '../../../db/purchase-orders.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate, Moment } from '../../../forecasting/domain/records.ts';
import type { Context } from '../context/use-case.ts';
import { deadlineBy, earliest, longestLeadOf, momentOf, type SavedRule } from '../orders/deadlines.ts';
import { readableRule, readOrderRules } from '../orders/order-rules.ts';
import { dishesToSettle } from './plan-dishes.ts';

export interface SettledPurchaseOrders {
  /** Orders that were closed at their deadline or opened again. */
  readonly changed: number;
  /** When the next deadline passes; `null`: there is none. */
  readonly next: Moment | null;
}

/** What was found last, which stands until something is written or the next deadline passes. */
const lastLook = new WeakMap<Database, { readonly stamp: string; readonly next: Moment | null }>();

const stampOf = ({ db, today }: Pick<Context, 'db' | 'today'>) => `${dataVersion(db)} ${today}`;

/**
 * Keeps the purchase orders of today and later as they stood at their deadline, and opens those again whose deadline
 * was moved. Nobody has sent them by that: a person says so.
 */
export function settlePurchaseOrders(context: Context): SettledPurchaseOrders {
  const { db, now } = context;
  const last = lastLook.get(db);
  if (last?.stamp === stampOf(context) && (last.next === null || now < last.next)) {
    return { changed: 0, next: last.next };
  }
  const { dates, next } = datesToSettle(context);
  const [from, to] = [dates[0], dates.at(-1)];
  const changed = from === undefined || to === undefined ? 0 : settleDays(context, from, to);
  lastLook.set(db, { stamp: stampOf(context), next });
  return { changed, next };
}

function settleDays(context: Context, from: IsoDate, to: IsoDate): number {
  const { db, models } = context;
  const { due, opened } = dishesToSettle(context, from, to);
  if (due.length + opened.length > 0) {
    const write = db.transaction(() => {
      removePurchaseOrders(db, opened, { byClock: true });
      addPurchaseOrders(db, due);
    });
    models.keeping(db, () => write.immediate());
  }
  return due.length + opened.length;
}

/** Suppliers without a rule of their own go by those of the sites. */
function rulesOf({ db }: Context): readonly SavedRule[] {
  const ofSuppliers = listSuppliers(db).flatMap(
    ({ rule: stored, ruleSavedAt: savedAt }): readonly SavedRule[] => {
      const rule = readableRule(stored);
      return rule === null ? [] : [{ rule, savedAt }];
    },
  );
  return [...ofSuppliers, ...readOrderRules(db)];
}

/** The days of today and later whose dishes have a deadline that is past, or an order that a deadline closed. */
function datesToSettle(context: Context): {
  readonly dates: readonly IsoDate[];
  readonly next: Moment | null;
} {
  const { db, today, now } = context;
  const automatic = listPurchaseOrders(db, today, '9999-12-31').filter(({ automatic }) => automatic);
  const dates = new Set(automatic.map(({ date }) => date));
  const rules = rulesOf(context);
  if (rules.length === 0) return { dates: [...dates], next: null };
  const withMenu = new Set(context.models.history(context).menu.map(({ date }) => date));
  const ahead: Moment[] = [];
  const last = addDays(today, 7 + Math.max(...rules.map(({ rule }) => longestLeadOf(rule))));
  for (let date = today; date <= last; date = addDays(date, 1)) {
    if (!withMenu.has(date)) continue;
    for (const rule of rules) {
      const deadline = deadlineBy(rule, date);
      if (deadline === null) continue;
      if (momentOf(deadline) <= now) dates.add(date);
      else ahead.push(momentOf(deadline));
    }
  }
  return { dates: [...dates].toSorted(), next: earliest(ahead) };
}
