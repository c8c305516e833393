import type { Input } from '../../api/contract.ts';
import type { SettledDeadlines } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { earliest } from '../orders/deadlines.ts';
import { settleOrders } from '../orders/settle-orders.ts';

/** Writes down what the deadlines that have passed decided, of orders and purchase orders. */
export async function settleDeadlines(
  context: Context,
  { only }: Input<'orders.settleDeadlines'>,
): Promise<SettledDeadlines> {
  const orders = settleOrders(context);
  if (only === 'orders') return { ...orders, purchaseOrders: 0 };
  const { settlePurchaseOrders } = await import('../purchase-orders/settle-purchase-orders.ts');
  const { changed, next } = settlePurchaseOrders(context);
  return { ...orders, purchaseOrders: changed, next: earliest([orders.next, next]) };
}
