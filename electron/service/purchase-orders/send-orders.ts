import {
  addPurchaseOrders,
  listPurchaseOrders,
  removePurchaseOrders,
  type StoredPurchaseOrder,
  saveConfirmations,
} from '../../../db/purchase-orders.ts';
import type { OrderedLine } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { PurchaseOrder, PurchaseOrderLine, RecallAnswer, SendAnswer } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { refuseFuture } from '../orders/note-sent.ts';
import { personOfSettings } from '../orders/override.ts';
import { refusePast } from '../orders/site-days.ts';
import { dishesOfPeriod } from './plan-dishes.ts';
import { purchaseOrderKey } from './sent-orders.ts';
import type { PlannedLine } from './supplier-lines.ts';

type Stored = Pick<Context, 'db' | 'models'>;

/** Every version of what was sent for the days of a period, oldest first. */
export const sentOrders = (
  { db }: Pick<Context, 'db'>,
  { from, to }: Input<'orders.sent'>,
): readonly PurchaseOrder[] => listPurchaseOrders(db, from, to);

/**
 * Keeps the orders of a period as sent. What was sent by a person already stays as it is, unless `corrections` asks
 * for a new version with what is needed since.
 */
export function sendOrders(context: Context, input: Input<'orders.send'>): SendAnswer {
  const { suppliers, corrections = false, sentAt = context.now, ...asked } = input;
  refuseFuture(context, sentAt);
  refusePast(context, [asked.to]);
  const { dishes, needed } = dishesOfPeriod(context, asked);
  const wanted = ({ supplier, date }: Pick<PurchaseOrderLine, 'supplier' | 'date'>) =>
    date >= context.today && (suppliers === undefined || suppliers.includes(supplier));
  const neededBy = Map.groupBy(needed, purchaseOrderKey);
  const signed = { by: personOfSettings(context), automatic: false, at: sentAt };
  const orders = [...Map.groupBy(dishes.suppliers.filter(wanted), purchaseOrderKey)];
  const sent = orders.flatMap(([place, lines]): readonly StoredPurchaseOrder[] => {
    const [{ supplier, date, sent: before }] = lines as [PurchaseOrderLine];
    const toSend = linesToSend(lines, neededBy.get(place) ?? [], corrections);
    return toSend === null
      ? []
      : [{ supplier, date, version: (before?.version ?? 0) + 1, ...signed, lines: toSend }];
  });
  const { db, models } = context;
  const kept = models.keeping(db, () => addPurchaseOrders(db, sent));
  return { sent: kept, already: orders.length - sent.length };
}

/** `null`: it was sent as it is. */
function linesToSend(
  lines: readonly PurchaseOrderLine[],
  needed: readonly PlannedLine[],
  corrections: boolean,
): readonly OrderedLine[] | null {
  const before = lines[0]?.sent ?? null;
  if (before !== null && corrections && lines.some(({ correction }) => correction !== 0)) {
    return corrected(lines, needed);
  }
  if (before !== null && !before.automatic) return null;
  return lines.filter(({ quantity }) => quantity > 0);
}

/** What is needed now; what is no longer needed is said with a quantity of 0. */
function corrected(
  lines: readonly PurchaseOrderLine[],
  needed: readonly PlannedLine[],
): readonly OrderedLine[] {
  const now = new Set(needed.map(({ ref }) => ref));
  const gone = lines
    .filter(({ ref, quantity }) => !now.has(ref) && quantity > 0)
    .map((line) => ({ ...line, quantity: 0, amount: line.amount === null ? null : 0, packing: null }));
  return [...needed, ...gone];
}

/** Takes versions back: the order is what it was before them. */
export function recallOrders({ db, models }: Stored, { orders }: Input<'orders.recall'>): RecallAnswer {
  const taken = models.keeping(db, () => removePurchaseOrders(db, orders));
  return { taken, kept: orders.length - taken.length };
}

/** Keeps what suppliers say they deliver. */
export function confirmLines(context: Context, { lines }: Input<'orders.confirm'>): null {
  const { db, models, now: at } = context;
  const by = personOfSettings(context);
  models.keeping(db, () =>
    saveConfirmations(
      db,
      lines.map((line) => ({ ...line, by, at })),
    ),
  );
  return null;
}
