import { listOrders } from '../../../db/orders.ts';
import type { Input } from '../../api/contract.ts';
import type { OrderRecord } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { siteOf } from '../sites/site-of.ts';
import { noDecision } from './decision.ts';

export const ordersBetween = (
  { db }: Pick<Context, 'db'>,
  { from, to }: Input<'orders.list'>,
): readonly OrderRecord[] =>
  listOrders(db, from, to).filter(
    ({ override, versions, headCount }) => override !== null || versions.length > 0 || headCount !== null,
  );

/** All that was decided about one site on one day; nothing where nothing was. */
export function orderHistory(
  { db }: Pick<Context, 'db'>,
  { siteId, date }: Input<'orders.history'>,
): OrderRecord {
  const found = listOrders(db, date, date).find((order) => order.siteId === siteId);
  if (found) {
    return found;
  }
  const site = siteOf(db, siteId);
  return { siteId, site: site.name, siteKind: site.kind, date, ...noDecision };
}
