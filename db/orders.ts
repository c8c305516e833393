import type {
  HeadCount,
  HeadCountByClass,
  IsoDate,
  OrderRecord,
  OrderSending,
  OrderVersion,
  Override,
} from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { bumpSheets, sheetsHaveChanged } from './sheet-revisions.ts';
import { storedJson } from './stored-json.ts';

export interface OrderKey {
  readonly siteId: number;
  readonly date: IsoDate;
}

export interface VersionKey extends OrderKey {
  readonly version: number;
}

type OnOrderSite<T> = T & { readonly orderSite: number; readonly date: IsoDate };
type VersionRow = Omit<OrderVersion, 'automatic' | 'contributions'> & {
  readonly automatic: 0 | 1;
  readonly contributions: string;
};
interface HeadCountRow extends Omit<HeadCount, 'counts'> {
  readonly ageClass: keyof HeadCountByClass;
  readonly guests: number;
}
type SiteRow = Pick<OrderRecord, 'siteId' | 'site' | 'siteKind'> & { readonly orderSite: number };

const overrideColumns = 'quantity, reason, person AS by, at, recommended';
const versionColumns = `version, quantity, source, reason, person AS by, by_clock AS automatic, at, recommended, mean,
  low, median, high, service_level AS serviceLevel, as_of AS asOf, model, contributions`;
const sendingColumns = 'version, recipient, sent_at AS sentAt, person AS by, at';
const headCountColumns = 'age_class AS ageClass, guests, person AS by, at';

const versionOf = ({ automatic, contributions, ...version }: VersionRow): OrderVersion => ({
  ...version,
  automatic: automatic === 1,
  contributions: storedJson(contributions),
});

function headCountOf(rows: readonly HeadCountRow[]): HeadCount | null {
  const [first] = rows;
  if (!first) {
    return null;
  }
  const counts = Object.fromEntries(rows.map(({ ageClass, guests }) => [ageClass, guests]));
  return { counts, by: first.by, at: first.at };
}

/** Whether an order moves no more, without what it rests on. */
export interface StoredApprovedOrder extends OrderKey {
  /** It was closed at its deadline, and nothing was corrected since. */
  readonly automatic: boolean;
}

/** The orders of a period that have a version. */
export function listApprovedOrders(
  db: ReadonlyDatabase,
  from: IsoDate,
  to: IsoDate,
): readonly StoredApprovedOrder[] {
  const rows = db
    .prepare(
      `SELECT s.id AS siteId, v.date, min(v.by_clock) = 1 AND max(v.version) = 1 AS automatic
       FROM order_version v JOIN order_site o ON o.id = v.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE v.date BETWEEN ? AND ? GROUP BY v.date, v.order_site_id`,
    )
    .all(from, to) as (OrderKey & { readonly automatic: 0 | 1 })[];
  return rows.map((row) => ({ ...row, automatic: row.automatic === 1 }));
}

/** What was decided for the days of a period, by date and then by the name of the site. */
export function listOrders(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): readonly OrderRecord[] {
  const rows = (columns: string, table: string, order = '') =>
    db
      .prepare(
        `SELECT order_site_id AS orderSite, date, ${columns} FROM ${table} WHERE date BETWEEN ? AND ? ${order}`,
      )
      .all(from, to);
  const read = db.transaction(() => ({
    sites: db.prepare(`${siteRows} ORDER BY o.folded, o.kind`).all() as SiteRow[],
    overrides: byOrderSite(rows(overrideColumns, 'order_override') as OnOrderSite<Override>[]),
    versions: byOrderSite(
      rows(versionColumns, 'order_version', 'ORDER BY version') as OnOrderSite<VersionRow>[],
    ),
    sendings: byOrderSite(
      rows(sendingColumns, 'order_sending', 'ORDER BY version') as OnOrderSite<OrderSending>[],
    ),
    headCounts: byOrderSite(rows(headCountColumns, 'roll_call') as OnOrderSite<HeadCountRow>[]),
    revisions: byOrderSite(rows('revision', 'sheet_revision') as OnOrderSite<{ revision: number }>[]),
  }));
  const { sites, overrides, versions, sendings, headCounts, revisions } = read();
  const dates = [
    ...new Set([overrides, versions, headCounts, revisions].flatMap((rows) => [...rows.keys()])),
  ];
  const known = new Set(dates);
  return [...new Set(dates.map((orderSiteId) => orderSiteId.slice(0, 10)))].toSorted().flatMap((date) =>
    sites.flatMap(({ orderSite, ...site }) => {
      const orderSiteId = `${date} ${orderSite}`;
      const [override = null] = overrides.get(orderSiteId) ?? [];
      return known.has(orderSiteId)
        ? {
            ...site,
            date,
            override,
            versions: (versions.get(orderSiteId) ?? []).map(versionOf),
            sendings: sendings.get(orderSiteId) ?? [],
            headCount: headCountOf(headCounts.get(orderSiteId) ?? []),
            sheetRevision: revisions.get(orderSiteId)?.[0]?.revision ?? 0,
          }
        : [];
    }),
  );
}

const siteRows = `SELECT o.id AS orderSite, s.id AS siteId, o.name AS site, o.kind AS siteKind
  FROM order_site o LEFT JOIN site s ON s.folded = o.folded AND s.kind = o.kind`;

function byOrderSite<T>(rows: readonly OnOrderSite<T>[]): ReadonlyMap<string, readonly T[]> {
  const orderSites = new Map<string, T[]>();
  for (const { orderSite, date, ...row } of rows) {
    const orderSiteId = `${date} ${orderSite}`;
    const rowsOfSite = orderSites.get(orderSiteId);
    if (rowsOfSite) rowsOfSite.push(row as T);
    else orderSites.set(orderSiteId, [row as T]);
  }
  return orderSites;
}

/** The number of a site among what is kept by name; made when it has none. */
export function orderSite(db: Database, siteId: number): number {
  return db
    .prepare(
      `INSERT INTO order_site (name, folded, kind) SELECT name, folded, kind FROM site WHERE id = ?
       ON CONFLICT (folded, kind) DO UPDATE SET name = excluded.name RETURNING id`,
    )
    .pluck()
    .get(siteId) as number;
}

/** Keeps, replaces or (`null`) takes away what a person orders in place of the recommendation. */
export function saveOverrides(
  db: Database,
  overrides: readonly (OrderKey & { readonly override: Override | null })[],
): void {
  const remove = db.prepare('DELETE FROM order_override WHERE date = ? AND order_site_id = ?');
  const insert = db.prepare(
    `INSERT INTO order_override (date, order_site_id, quantity, reason, person, at, recommended)
     VALUES (@date, @orderSiteId, @quantity, @reason, @by, @at, @recommended)`,
  );
  const save = db.transaction(() => {
    for (const { siteId, date, override } of overrides) {
      const orderSiteId = orderSite(db, siteId);
      remove.run(date, orderSiteId);
      if (override !== null) insert.run({ ...override, date, orderSiteId });
    }
  });
  save.immediate();
}

/**
 * Freezes orders. A version that is there already stays as it is; answers those that were written. `basis`: what their
 * dishes are worked out with, by the number of `keepBasis`; of an order only that of its first version counts.
 */
export function addVersions<T extends OrderKey & { readonly order: OrderVersion }>(
  db: Database,
  versions: readonly T[],
  basis: number | null = null,
): readonly T[] {
  const insert = db.prepare(
    `INSERT INTO order_version (date, order_site_id, version, quantity, source, reason, person, by_clock, at,
       recommended, mean, low, median, high, service_level, as_of, model, contributions, basis_id)
     VALUES (@date, @orderSiteId, @version, @quantity, @source, @reason, @by, @clock, @at,
       @recommended, @mean, @low, @median, @high, @serviceLevel, @asOf, @model, @terms, @basis)
     ON CONFLICT DO NOTHING`,
  );
  const add = db.transaction(() =>
    versions.filter(({ siteId, date, order }) => {
      const { automatic, contributions, ...columns } = order;
      const orderSiteId = orderSite(db, siteId);
      const rest = { clock: automatic ? 1 : 0, terms: JSON.stringify(contributions), basis };
      const added = insert.run({ ...columns, ...rest, date, orderSiteId }).changes > 0;
      // Validating an order for the first time changes nothing that a sheet says.
      if (added && (order.version > 1 || sheetsHaveChanged(db, date, orderSiteId)))
        bumpSheets(db, date, orderSiteId);
      return added;
    }),
  );
  return add.immediate();
}

/**
 * Takes versions away, each only while it is the one in force and not noted as sent; answers those that were. `byClock`: only those that
 * the clock froze; a person may have validated one since it was read.
 */
export function removeVersions(
  db: Database,
  keys: readonly VersionKey[],
  { byClock: automatic = false } = {},
): readonly VersionKey[] {
  const remove = db.prepare(
    `DELETE FROM order_version AS old WHERE date = ? AND order_site_id = ? AND version = ? AND by_clock >= ?
     AND NOT EXISTS (SELECT * FROM order_version WHERE date = old.date AND order_site_id = old.order_site_id
       AND version > old.version)
     AND NOT EXISTS (SELECT * FROM order_sending WHERE date = old.date AND order_site_id = old.order_site_id
       AND version = old.version)`,
  );
  const removeAll = db.transaction(() =>
    keys
      .toSorted((a, b) => b.version - a.version)
      .filter(({ siteId, date, version }) => {
        const orderSiteId = orderSite(db, siteId);
        const removed = remove.run(date, orderSiteId, version, automatic ? 1 : 0).changes > 0;
        if (removed) bumpSheets(db, date, orderSiteId);
        return removed;
      }),
  );
  return removeAll.immediate();
}

/** Keeps, replaces or (`null`) takes away the guests counted in the morning. */
export function saveHeadCounts(
  db: Database,
  headCounts: readonly (OrderKey & { readonly headCount: HeadCount | null })[],
): void {
  const remove = db.prepare('DELETE FROM roll_call WHERE date = ? AND order_site_id = ?');
  const insert = db.prepare(
    `INSERT INTO roll_call (date, order_site_id, age_class, guests, person, at)
     VALUES (@date, @orderSiteId, @ageClass, @guests, @by, @at)`,
  );
  const save = db.transaction(() => {
    for (const { siteId, date, headCount } of headCounts) {
      const orderSiteId = orderSite(db, siteId);
      remove.run(date, orderSiteId);
      bumpSheets(db, date, orderSiteId);
      const { counts = {}, ...signature } = headCount ?? {};
      for (const [ageClass, guests] of Object.entries(counts)) {
        insert.run({ ...signature, date, orderSiteId, ageClass, guests });
      }
    }
  });
  save.immediate();
}

/** Takes away what was decided about the sites that an import brought: the sample's, which nobody ate at. */
export function forgetOrders(db: Database, batch: number): void {
  const orderSites = `SELECT o.id FROM order_site o JOIN site s ON s.folded = o.folded AND s.kind = o.kind
    WHERE s.batch = ?`;
  const tables = db
    .prepare(
      `SELECT DISTINCT t.name FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' AND f."table" = 'order_site'`,
    )
    .pluck()
    .all() as string[];
  const forget = db.transaction(() => {
    for (const table of tables) {
      db.prepare(`DELETE FROM ${table} WHERE order_site_id IN (${orderSites})`).run(batch);
    }
    db.prepare(`DELETE FROM order_site WHERE id IN (${orderSites})`).run(batch);
  });
  forget.immediate();
}
