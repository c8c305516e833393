import type {
  IsoDate,
  SiteKind,
  Tare,
  WastePart,
  WasteSource,
  WeighedBin,
  WeighedMeals,
} from '../forecasting/domain/records.ts';
import { fold } from './fold.ts';
import type { Database, ReadonlyDatabase } from './open.ts';
import { orderSite } from './orders.ts';
import { storedJson } from './stored-json.ts';

/** One part of the waste of a day as it was weighed. Grams. */
export interface StoredMass {
  readonly date: IsoDate;
  /** `all`: the three sources together. */
  readonly source: WasteSource | 'all';
  readonly part: WastePart;
  readonly gross: number;
  readonly tare: number;
  /** The containers that make up both; empty: one number was typed. */
  readonly bins: readonly WeighedBin[];
}

export interface StoredCampaign {
  readonly id: number;
  /** `null`: the site is gone; what was weighed is not. */
  readonly siteId: number | null;
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** What this site weighs; a satellite has no preparation. */
  readonly sources: readonly WasteSource[];
  readonly days: readonly WeighedMeals[];
  readonly masses: readonly StoredMass[];
}

type CampaignRow = Omit<StoredCampaign, 'sources' | 'days' | 'masses'> & { readonly sources: string };

type MassRow = Omit<StoredMass, 'bins'> & { readonly id: number; readonly bins: string | null };

/** Every campaign, the latest first. */
export function listCampaigns(db: ReadonlyDatabase): readonly StoredCampaign[] {
  const read = db.transaction(() => ({
    campaigns: db
      .prepare(
        `SELECT c.id, s.id AS siteId, o.name AS site, o.kind AS siteKind, c.first_day AS "from",
           c.last_day AS "to", c.sources
         FROM weighing_campaign c JOIN order_site o ON o.id = c.order_site_id
         LEFT JOIN site s ON s.folded = o.folded AND s.kind = o.kind
         ORDER BY c.first_day DESC, o.folded, o.kind, c.id`,
      )
      .all() as CampaignRow[],
    days: db
      .prepare(
        'SELECT campaign_id AS id, date, expected, prepared, distributed FROM weighing_day ORDER BY date',
      )
      .all() as (WeighedMeals & { readonly id: number })[],
    masses: db
      .prepare(
        `SELECT campaign_id AS id, date, source, part, gross, tare, bins FROM weighing_mass
         ORDER BY date, source, part`,
      )
      .all() as MassRow[],
  }));
  const { campaigns, days, masses } = read();
  const without = <T extends { readonly id: number }>(rows: readonly T[], own: number) =>
    rows.filter(({ id }) => id === own).map(({ id: _, ...row }) => row);
  return campaigns.map(({ sources, ...campaign }) => ({
    ...campaign,
    sources: storedJson(sources),
    days: without(days, campaign.id),
    masses: without(masses, campaign.id).map(({ bins, ...mass }) => ({
      ...mass,
      bins: bins === null ? [] : storedJson(bins),
    })),
  }));
}

/** Keeps a new campaign (`id` null), or other days or sources of one; answers its number. */
export function saveCampaign(
  db: Database,
  campaign: {
    readonly id: number | null;
    readonly siteId: number;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly sources: readonly WasteSource[];
    readonly by: string | null;
    readonly at: string;
  },
): number {
  const save = db.transaction(() => {
    const orderSiteId = orderSite(db, campaign.siteId);
    const row = { ...campaign, orderSiteId, sources: JSON.stringify(campaign.sources) };
    return db
      .prepare(
        `INSERT INTO weighing_campaign (id, order_site_id, first_day, last_day, sources, person, at)
         VALUES (@id, @orderSiteId, @from, @to, @sources, @by, @at)
         ON CONFLICT (id) DO UPDATE SET order_site_id = excluded.order_site_id, first_day = excluded.first_day,
           last_day = excluded.last_day, sources = excluded.sources, person = excluded.person, at = excluded.at
         RETURNING id`,
      )
      .pluck()
      .get(row) as number;
  });
  return save.immediate();
}

/** Answers whether there was one. What was weighed in it goes with it. */
export function removeCampaign(db: Database, id: number): boolean {
  const remove = db.transaction(() => {
    // One by one, so that taking it back brings all of it back.
    db.prepare('DELETE FROM weighing_mass WHERE campaign_id = ?').run(id);
    db.prepare('DELETE FROM weighing_day WHERE campaign_id = ?').run(id);
    return db.prepare('DELETE FROM weighing_campaign WHERE id = ?').run(id).changes > 0;
  });
  return remove.immediate();
}

/** Keeps the meals and weights of one day; `null` in place of a weight takes it away. */
export function saveWeighingDay(
  db: Database,
  campaignId: number,
  day: WeighedMeals,
  masses: readonly (Pick<StoredMass, 'source' | 'part'> & {
    readonly weight: Pick<StoredMass, 'gross' | 'tare' | 'bins'> | null;
  })[],
): void {
  const save = db.transaction(() => {
    db.prepare(
      `INSERT INTO weighing_day (campaign_id, date, expected, prepared, distributed)
       VALUES (@campaignId, @date, @expected, @prepared, @distributed)
       ON CONFLICT DO UPDATE SET expected = excluded.expected, prepared = excluded.prepared,
         distributed = excluded.distributed`,
    ).run({ ...day, campaignId });
    const remove = db.prepare(
      'DELETE FROM weighing_mass WHERE campaign_id = ? AND date = ? AND source = ? AND part = ?',
    );
    const write = db.prepare(
      `INSERT INTO weighing_mass (campaign_id, date, source, part, gross, tare, bins)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET gross = excluded.gross, tare = excluded.tare, bins = excluded.bins`,
    );
    for (const { source, part, weight } of masses) {
      if (weight === null) remove.run(campaignId, day.date, source, part);
      else {
        const bins = weight.bins.length === 0 ? null : JSON.stringify(weight.bins);
        write.run(campaignId, day.date, source, part, weight.gross, weight.tare, bins);
      }
    }
  });
  save.immediate();
}

export const listTares = (db: ReadonlyDatabase): readonly Tare[] =>
  db.prepare('SELECT name, grams FROM weighing_tare ORDER BY folded').all() as Tare[];

/** Keeps the list of containers in place of the one before. */
export function saveTares(db: Database, tares: readonly Tare[]): void {
  const save = db.transaction(() => {
    db.prepare('DELETE FROM weighing_tare').run();
    const write = db.prepare(
      `INSERT INTO weighing_tare (folded, name, grams) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET name = excluded.name, grams = excluded.grams`,
    );
    for (const { name, grams } of tares) write.run(fold(name), name, grams);
  });
  save.immediate();
}
