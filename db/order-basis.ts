import { createHash } from 'node:crypto';
import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { numberOf } from './scalar.ts';
import { storedJson } from './stored-json.ts';

/** Keeps what orders are worked out with, once for each content; answers its number. */
export function saveCatalogueSnapshot(db: Database, content: unknown): number {
  const text = JSON.stringify(content);
  const hash = createHash('sha256').update(text).digest('hex');
  return numberOf(
    db
      .prepare(
        `INSERT INTO order_basis (hash, content) VALUES (?, ?)
       ON CONFLICT (hash) DO UPDATE SET content = content RETURNING id`,
      )
      .pluck(),
    hash,
    text,
  );
}

/** What the frozen order of one site and day was worked out with. */
export interface StoredSnapshot {
  readonly siteId: number;
  readonly date: IsoDate;
  /** When it was frozen first. */
  readonly since: string;
  /** As it was kept; one object for all that share it. The caller knows what it is. */
  readonly content: unknown;
}

interface Row extends Omit<StoredSnapshot, 'content'> {
  readonly basis: number;
}

/** Of the frozen orders of a period, those of which it was kept. */
export function listCatalogueSnapshots(
  db: ReadonlyDatabase,
  from: IsoDate,
  to: IsoDate,
): readonly StoredSnapshot[] {
  const rows = db
    .prepare(
      `SELECT s.id AS siteId, v.date, v.at AS since, v.basis_id AS basis
       FROM order_version v JOIN order_site o ON o.id = v.order_site_id
       JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       WHERE v.date BETWEEN ? AND ? AND v.version = 1 AND v.basis_id IS NOT NULL`,
    )
    .all(from, to) as Row[];
  const read = db.prepare('SELECT content FROM order_basis WHERE id = ?').pluck();
  const contents = new Map(
    [...new Set(rows.map(({ basis }) => basis))].map((id) => [id, contentOf(read, id)]),
  );
  return rows.map(({ basis, ...row }) => ({ ...row, content: contents.get(basis) }));
}

const contentOf = (read: { get(id: number): unknown }, id: number): unknown => storedJson(read.get(id));
