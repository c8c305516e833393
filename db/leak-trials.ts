import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { orderSite } from './orders.ts';

/** A place where surplus persists; see `forecasting/domain/leak-records.ts`. */
export interface TrialPlace {
  readonly siteId: number;
  readonly kind: string;
  readonly part: string;
}

/** What was tried there, from a day on. */
export interface StoredTrial extends Omit<TrialPlace, 'siteId'> {
  /** `null`: the site is gone; what was tried is not. */
  readonly siteId: number | null;
  readonly cause: string;
  readonly triedOn: IsoDate;
  readonly by: string | null;
}

export function listLeakTrials(db: ReadonlyDatabase): readonly StoredTrial[] {
  return db
    .prepare(
      `SELECT s.id AS siteId, l.kind, l.part, l.cause, l.tried_on AS triedOn, l.person AS by
       FROM leak_trial l JOIN order_site o ON o.id = l.order_site_id
       LEFT JOIN site s ON s.folded = o.folded AND s.kind = o.kind
       ORDER BY l.tried_on, o.folded, o.kind, l.kind, l.part`,
    )
    .all() as StoredTrial[];
}

/** Keeps what is tried at a place, instead of what was tried there before. */
export function saveLeakTrial(
  db: Database,
  { siteId, kind, part }: TrialPlace,
  trial: Pick<StoredTrial, 'cause' | 'triedOn' | 'by'> & { readonly at: string },
): void {
  const save = db.transaction(() => {
    db.prepare(
      `INSERT INTO leak_trial (order_site_id, kind, part, cause, tried_on, person, at)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET cause = excluded.cause,
         tried_on = excluded.tried_on, person = excluded.person, at = excluded.at`,
    ).run(orderSite(db, siteId), kind, part, trial.cause, trial.triedOn, trial.by, trial.at);
  });
  save.immediate();
}

/** Answers whether there was one. */
export function removeLeakTrial(db: Database, { siteId, kind, part }: TrialPlace): boolean {
  return (
    db
      .prepare(
        `DELETE FROM leak_trial WHERE kind = ? AND part = ? AND order_site_id IN
           (SELECT o.id FROM order_site o JOIN site s ON s.folded = o.folded AND s.kind = o.kind WHERE s.id = ?)`,
      )
      .run(kind, part, siteId).changes > 0
  );
}
