import type { ManualDataKind, SiteKeptOnUndo, SiteKind } from '../../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';

/** Tables without a batch, whose rows only people write; `site_id` says about which site. */
export const manualDataOfSites = [
  'order_rule',
  'site_guests',
  'typed_menu',
  'service_week',
  'open_day',
  'usual_day',
  'count_correction',
  'site_dates',
] as const;

/**
 * A condition on `site_name n`: something typed is kept under it. A count may have been changed by an import since;
 * the image that the import kept tells.
 */
export const hasManualData = `(EXISTS (SELECT 1 FROM attendance WHERE site_name_id = n.id AND batch IS NULL)
  OR EXISTS (SELECT 1 FROM closure WHERE site_name_id = n.id AND batch IS NULL)
  OR EXISTS (SELECT 1 FROM change c WHERE c.tbl = 'attendance' AND c.key ->> 0 = n.id
             AND c.before_batch IS NULL AND c.before_json IS NOT NULL))`;

const typedUnder = (table: string) =>
  `SELECT 1 FROM ${table} WHERE batch IS NULL AND site_name_id IN (SELECT id FROM site_name WHERE site_id = @id)`;

/** Whether there is something typed of a kind about the site `@id`. */
const typed: Readonly<Record<ManualDataKind, string>> = {
  counts: `${typedUnder('attendance')} UNION ALL SELECT 1 FROM usual_day WHERE site_id = @id
    UNION ALL SELECT 1 FROM count_correction WHERE site_id = @id`,
  closures: typedUnder('closure'),
  menus: 'SELECT 1 FROM typed_menu WHERE site_id = @id',
  guests: 'SELECT 1 FROM site_guests WHERE site_id = @id',
  rule: 'SELECT 1 FROM order_rule WHERE site_id = @id',
  days: 'SELECT 1 FROM service_week WHERE site_id = @id UNION ALL SELECT 1 FROM open_day WHERE site_id = @id',
  names: `SELECT 1 FROM site_name n JOIN site s ON s.id = n.site_id
    WHERE s.id = @id AND n.batch IS NULL AND n.folded <> s.folded`,
};

interface Site {
  readonly id: number;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly folded: string;
}

/** The sites that an import brought, before it is undone. */
export const sitesOfImport = (db: ReadonlyDatabase, batch: number): readonly Site[] =>
  db
    .prepare(
      'SELECT id, name AS site, kind AS siteKind, folded FROM site WHERE batch = ? ORDER BY folded, kind',
    )
    .all(batch) as Site[];

/** Marks and answers those of them that are no import's now: they stayed for what is typed about them. */
export function keepSitesWithManualData(db: Database, sites: readonly Site[]): readonly SiteKeptOnUndo[] {
  const find = db.prepare('SELECT 1 FROM site WHERE id = ? AND batch IS NULL');
  const kinds = Object.entries(typed).map(([kind, sql]) => ({
    kind: kind as ManualDataKind,
    rows: db.prepare(sql),
  }));
  const kept = sites.filter(({ id }) => find.get(id) !== undefined);
  const mark = db.prepare('INSERT OR IGNORE INTO kept_site (site_id) VALUES (?)');
  for (const { id } of kept) mark.run(id);
  return kept.map(({ id, site, siteKind }) => ({
    site,
    siteKind,
    typed: kinds.filter(({ rows }) => rows.get({ id }) !== undefined).map(({ kind }) => kind),
  }));
}

/** Those that are gone, but of which orders are kept by name: the names. */
export function removedSitesWithOrders(db: ReadonlyDatabase, sites: readonly Site[]): readonly string[] {
  const gone = db.prepare(
    `SELECT 1 FROM order_site o WHERE folded = @folded AND kind = @siteKind
       AND NOT EXISTS (SELECT 1 FROM site WHERE id = @id)
       AND (EXISTS (SELECT 1 FROM order_override WHERE order_site_id = o.id)
         OR EXISTS (SELECT 1 FROM order_version WHERE order_site_id = o.id)
         OR EXISTS (SELECT 1 FROM roll_call WHERE order_site_id = o.id)
         OR EXISTS (SELECT 1 FROM meal_value WHERE order_site_id = o.id))`,
  );
  return sites.filter((site) => gone.get(site) !== undefined).map(({ site }) => site);
}

/** Takes away what was typed about the sites that an import brought, beside counts, closures and orders. */
export function forgetManualDataOfSites(db: Database, batch: number): void {
  for (const table of manualDataOfSites) {
    db.prepare(`DELETE FROM ${table} WHERE site_id IN (SELECT id FROM site WHERE batch = ?)`).run(batch);
  }
}
