import type { IsoDate, LineYield, OrderedLine } from '../forecasting/domain/records.ts';
import { fold } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { storedJson } from './stored-json.ts';

export interface StoredPurchaseOrderKey {
  /** By name; `null`: what is ordered from nobody in particular. */
  readonly supplier: string | null;
  readonly date: IsoDate;
  readonly version: number;
}

/** The order of one supplier for one day, as it left. */
export interface StoredPurchaseOrder extends StoredPurchaseOrderKey {
  readonly by: string | null;
  /** Nobody sent it: it is what stood at the deadline. */
  readonly automatic: boolean;
  readonly at: string;
  readonly lines: readonly OrderedLine[];
}

export interface Confirmation {
  readonly ref: string;
  /** What the supplier says it delivers, in the unit of the line. */
  readonly quantity: number;
  readonly by: string | null;
  readonly at: string;
}

type OrderRow = Omit<StoredPurchaseOrder, 'supplier' | 'automatic' | 'lines'> & {
  readonly id: number;
  readonly supplier: string;
  readonly automatic: 0 | 1;
};
type LineRow = Omit<OrderedLine, 'deadline' | 'yield' | 'packing'> & {
  readonly yield: string | null;
  readonly portions: number | null;
  readonly rounding: number | null;
  readonly sites: number | null;
  readonly orderId: number;
  readonly deadlineDate: IsoDate | null;
  readonly deadlineTime: string | null;
};

function lineOf(row: LineRow): OrderedLine {
  const { orderId: _, deadlineDate, deadlineTime, portions, rounding, sites, ...line } = row;
  const deadline =
    deadlineDate === null || deadlineTime === null ? null : { date: deadlineDate, time: deadlineTime };
  const packing =
    portions === null || rounding === null || sites === null ? null : { portions, rounding, sites };
  const yielded = line.yield === null ? null : storedJson<LineYield>(line.yield);
  return { ...line, yield: yielded, packing, deadline };
}

/** Every version of the orders for the days of a period, by day, supplier and version. */
export function listPurchaseOrders(
  db: ReadonlyDatabase,
  from: IsoDate,
  to: IsoDate,
): readonly StoredPurchaseOrder[] {
  const read = db.transaction(() => ({
    orders: db
      .prepare(
        `SELECT id, date, supplier, version, person AS by, by_clock AS automatic, at FROM supplier_order
         WHERE date BETWEEN ? AND ? ORDER BY date, folded = '', folded, version`,
      )
      .all(from, to) as OrderRow[],
    lines: db
      .prepare(
        `SELECT l.order_id AS orderId, l.ref, l.place AS placeName, l.dish, l.key, l.size, l.quantity, l.unit,
           l.amount, l.amount_unit AS amountUnit, l.yield, l.price, l.deadline_date AS deadlineDate,
           l.deadline_time AS deadlineTime, l.as_of AS asOf, p.portions, p.rounding, p.sites
         FROM supplier_order_line l JOIN supplier_order o ON o.id = l.order_id
         LEFT JOIN supplier_order_packing p ON p.order_id = l.order_id AND p.ref = l.ref
         WHERE o.date BETWEEN ? AND ? ORDER BY l.order_id, l.position`,
      )
      .all(from, to) as LineRow[],
  }));
  const { orders, lines } = read();
  const byOrder = Map.groupBy(lines, ({ orderId }) => orderId);
  return orders.map(({ id, supplier, automatic, ...order }) => ({
    ...order,
    supplier: supplier === '' ? null : supplier,
    automatic: automatic === 1,
    lines: (byOrder.get(id) ?? []).map(lineOf),
  }));
}

/** Keeps what was sent. A version that is there already stays as it is; answers those that were written. */
export function addPurchaseOrders(
  db: Database,
  orders: readonly StoredPurchaseOrder[],
): readonly StoredPurchaseOrderKey[] {
  const insert = db
    .prepare(
      `INSERT INTO supplier_order (date, supplier, folded, version, person, by_clock, at)
       VALUES (@date, @supplier, @folded, @version, @by, @clock, @at) ON CONFLICT DO NOTHING RETURNING id`,
    )
    .pluck();
  const insertLine = db.prepare(
    `INSERT INTO supplier_order_line (order_id, position, ref, place, dish, key, size, quantity, unit, amount,
       amount_unit, yield, price, deadline_date, deadline_time, as_of)
     VALUES (@id, @position, @ref, @placeName, @dish, @key, @size, @quantity, @unit, @amount,
       @amountUnit, @yield, @price, @deadlineDate, @deadlineTime, @asOf)`,
  );
  const insertPacking = db.prepare(
    `INSERT INTO supplier_order_packing (order_id, ref, portions, rounding, sites)
     VALUES (@id, @ref, @portions, @rounding, @sites)`,
  );
  const add = db.transaction(() =>
    orders.flatMap(({ lines, automatic, ...order }) => {
      const { date, version } = order;
      const supplier = order.supplier ?? '';
      const clock = automatic ? 1 : 0;
      const id = insert.get({ ...order, supplier, folded: fold(supplier), clock });
      if (id === undefined) return [];
      for (const [position, { deadline, ...line }] of lines.entries()) {
        const { date: deadlineDate = null, time: deadlineTime = null } = deadline ?? {};
        const yielded = line.yield === null ? null : JSON.stringify(line.yield);
        insertLine.run({ ...line, yield: yielded, id, position, deadlineDate, deadlineTime });
        if (line.packing !== null) insertPacking.run({ ...line.packing, id, ref: line.ref });
      }
      return [{ supplier: order.supplier, date, version }];
    }),
  );
  return add.immediate();
}

/**
 * Takes orders back, each only while it is the one in force; answers those that were. `byClock`: only what nobody
 * sent; a person may have sent it since it was read.
 */
export function removePurchaseOrders(
  db: Database,
  keys: readonly StoredPurchaseOrderKey[],
  { byClock: automatic = false } = {},
): readonly StoredPurchaseOrderKey[] {
  const remove = db.prepare(
    `DELETE FROM supplier_order AS old WHERE date = ? AND folded = ? AND version = ? AND by_clock >= ?
     AND NOT EXISTS (SELECT * FROM supplier_order WHERE date = old.date AND folded = old.folded
       AND version > old.version)`,
  );
  const removeAll = db.transaction(() =>
    keys
      .toSorted((a, b) => b.version - a.version)
      .filter(
        ({ supplier, date, version }) =>
          remove.run(date, fold(supplier ?? ''), version, automatic ? 1 : 0).changes > 0,
      ),
  );
  return removeAll.immediate();
}

/** What suppliers say they deliver for the days of a period, by reference (which begins with the day). */
export function listConfirmations(
  db: ReadonlyDatabase,
  from: IsoDate,
  to: IsoDate,
): ReadonlyMap<string, Confirmation> {
  const rows = db
    .prepare(
      `SELECT ref, quantity, person AS by, at FROM supplier_confirmation
       WHERE ref >= replace(?, '-', '') AND ref < replace(?, '-', '') || '~'`,
    )
    .all(from, to) as Confirmation[];
  return new Map(rows.map((row) => [row.ref, row]));
}

/** Keeps, replaces or (`null`) forgets what is confirmed of some lines. */
export function saveConfirmations(
  db: Database,
  confirmations: readonly (Pick<Confirmation, 'ref' | 'by' | 'at'> & { readonly quantity: number | null })[],
): void {
  const remove = db.prepare('DELETE FROM supplier_confirmation WHERE ref = ?');
  const insert = db.prepare(
    'INSERT INTO supplier_confirmation (ref, quantity, person, at) VALUES (@ref, @quantity, @by, @at)',
  );
  const save = db.transaction(() => {
    for (const one of confirmations) {
      remove.run(one.ref);
      if (one.quantity !== null) insert.run(one);
    }
  });
  save.immediate();
}

/** Takes away what was sent for the sites that an import brought and for some kitchens, and for nobody else. */
export function forgetPurchaseOrders(db: Database, batch: number, kitchens: readonly number[]): void {
  const orders = `SELECT id FROM supplier_order o WHERE NOT EXISTS (
    SELECT 1 FROM supplier_order_line WHERE order_id = o.id
    AND place NOT IN (SELECT name FROM site WHERE batch = @batch)
    AND place NOT IN (SELECT name FROM kitchen WHERE id IN (SELECT value FROM json_each(@kitchens))))`;
  const own = { batch, kitchens: JSON.stringify(kitchens) };
  const forget = db.transaction(() => {
    db.prepare(
      `DELETE FROM supplier_confirmation WHERE ref IN
         (SELECT ref FROM supplier_order_line WHERE order_id IN (${orders}))`,
    ).run(own);
    db.prepare(`DELETE FROM supplier_order WHERE id IN (${orders})`).run(own);
  });
  forget.immediate();
}

/** Gives the orders of a supplier to its new name; where one of that name was ordered from for the day, they stay. */
export function renamePurchaseOrders(db: Database, from: string, to: string): void {
  db.prepare(
    `UPDATE supplier_order SET supplier = ?, folded = ? WHERE folded = ? AND supplier <> ?
     AND date NOT IN (SELECT date FROM supplier_order WHERE folded = ? AND folded <> ?)`,
  ).run(to, fold(to), fold(from), to, fold(to), fold(from));
}
