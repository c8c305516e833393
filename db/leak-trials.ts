import type { IsoDate } from '../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { orderSite } from './orders.ts';

/** A place where surplus persists, of a site or of a kitchen; see `forecasting/domain/leak-records.ts`. */
export type TrialPlace = (
  | { readonly siteId: number; readonly kitchenId?: never }
  | { readonly kitchenId: number; readonly siteId?: never }
) & { readonly kind: string; readonly part: string };

/** What was tried there, from a day on. */
export interface TriedCause {
  readonly cause: string;
  readonly triedOn: IsoDate;
  readonly by: string | null;
}

export interface StoredTrial extends TriedCause {
  readonly place: TrialPlace;
}

type Row = TriedCause & { readonly id: number; readonly kind: string; readonly part: string };

const columns = 'l.kind, l.part, l.cause, l.tried_on AS triedOn, l.person AS by';

/** What was tried at the sites and in the kitchens that there are; of those that are gone it stays, but is not listed. */
export function listLeakTrials(db: ReadonlyDatabase): readonly StoredTrial[] {
  const atSites = db.prepare(
    `SELECT s.id, ${columns} FROM leak_trial l JOIN order_site o ON o.id = l.order_site_id
     JOIN site s ON s.folded = o.folded AND s.kind = o.kind
     ORDER BY l.tried_on, o.folded, o.kind, l.kind, l.part`,
  );
  const inKitchens = db.prepare(
    `SELECT k.id, ${columns} FROM kitchen_leak_trial l JOIN kitchen k ON k.ref_name = l.kitchen
     ORDER BY l.tried_on, k.folded, l.kind, l.part`,
  );
  return [
    ...(atSites.all() as Row[]).map(({ id, kind, part, ...trial }) => ({
      ...trial,
      place: { siteId: id, kind, part },
    })),
    ...(inKitchens.all() as Row[]).map(({ id, kind, part, ...trial }) => ({
      ...trial,
      place: { kitchenId: id, kind, part },
    })),
  ];
}

/** Keeps what is tried at a place, instead of what was tried there before. */
export function saveLeakTrial(
  db: Database,
  { siteId, kitchenId, kind, part }: TrialPlace,
  trial: TriedCause & { readonly at: string },
): void {
  const values = { ...trial, kind, part };
  const update =
    'cause = excluded.cause, tried_on = excluded.tried_on, person = excluded.person, at = excluded.at';
  const save = db.transaction(() => {
    if (siteId !== undefined) {
      db.prepare(
        `INSERT INTO leak_trial (order_site_id, kind, part, cause, tried_on, person, at)
         VALUES (@site, @kind, @part, @cause, @triedOn, @by, @at) ON CONFLICT DO UPDATE SET ${update}`,
      ).run({ ...values, site: orderSite(db, siteId) });
      return;
    }
    db.prepare(
      `INSERT INTO kitchen_leak_trial (kitchen, kind, part, cause, tried_on, person, at)
       SELECT ref_name, @kind, @part, @cause, @triedOn, @by, @at FROM kitchen WHERE id = @kitchenId
       ON CONFLICT DO UPDATE SET ${update}`,
    ).run({ ...values, kitchenId });
  });
  save.immediate();
}

/** Answers whether there was one. */
export function removeLeakTrial(db: Database, { siteId, kitchenId, kind, part }: TrialPlace): boolean {
  const removed =
    siteId === undefined
      ? db
          .prepare(
            `DELETE FROM kitchen_leak_trial WHERE kind = ? AND part = ?
             AND kitchen IN (SELECT ref_name FROM kitchen WHERE id = ?)`,
          )
          .run(kind, part, kitchenId)
      : db
          .prepare(
            `DELETE FROM leak_trial WHERE kind = ? AND part = ? AND order_site_id IN
               (SELECT o.id FROM order_site o JOIN site s ON s.folded = o.folded AND s.kind = o.kind WHERE s.id = ?)`,
          )
          .run(kind, part, siteId);
  return removed.changes > 0;
}
