import type { OrderSending } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { orderSite, type VersionKey } from './orders.ts';

/** Notes that versions of orders were sent; one that has a note already is noted anew. */
export function saveOrderSendings(
  db: Database,
  sendings: readonly (Omit<VersionKey, 'version'> & { readonly sending: OrderSending })[],
): void {
  const remove = db.prepare('DELETE FROM order_sending WHERE date = ? AND order_site_id = ? AND version = ?');
  const insert = db.prepare(
    `INSERT INTO order_sending (date, order_site_id, version, recipient, sent_at, person, at)
     VALUES (@date, @orderSiteId, @version, @recipient, @sentAt, @by, @at)`,
  );
  const save = db.transaction(() => {
    for (const { siteId, date, sending } of sendings) {
      const orderSiteId = orderSite(db, siteId);
      remove.run(date, orderSiteId, sending.version);
      insert.run({ ...sending, date, orderSiteId });
    }
  });
  save.immediate();
}

/** Takes notes away; answers those that were there. */
export function removeOrderSendings(db: Database, keys: readonly VersionKey[]): readonly VersionKey[] {
  const remove = db.prepare('DELETE FROM order_sending WHERE date = ? AND order_site_id = ? AND version = ?');
  const removeAll = db.transaction(() =>
    keys.filter(({ siteId, date, version }) => remove.run(date, orderSite(db, siteId), version).changes > 0),
  );
  return removeAll.immediate();
}

/** To whom orders of meals were sent last; `null`: none was. */
export function lastRecipient(db: ReadonlyDatabase): string | null {
  const last = db.prepare('SELECT recipient FROM order_sending ORDER BY at DESC, date DESC LIMIT 1').pluck();
  return (last.get() as string | undefined) ?? null;
}
