import type { ByAgeClass, SiteDiners } from '../../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';

interface Row {
  readonly site_id: number;
  readonly kitchen_id: number | null;
  readonly share_maternelle: number | null;
  readonly share_elementaire: number | null;
  readonly share_college: number | null;
  readonly share_adult: number | null;
  readonly adults: number;
  readonly no_pork: number;
  readonly vegetarian: number;
  readonly allergy: number;
  readonly samples: number;
  readonly note: string;
}

function sharesOf(row: Row): ByAgeClass<number> | null {
  const { share_maternelle: M, share_elementaire: E, share_college: C, share_adult: A } = row;
  return M === null || E === null || C === null || A === null ? null : { M, E, C, A };
}

const dinersOf = (row: Row): SiteDiners => ({
  siteId: row.site_id,
  kitchenId: row.kitchen_id,
  shares: sharesOf(row),
  adults: row.adults,
  diets: { noPork: row.no_pork, vegetarian: row.vegetarian, allergy: row.allergy },
  samples: row.samples,
  note: row.note,
});

const rowOf = ({ siteId, kitchenId, shares, adults, diets, samples, note }: SiteDiners): Row => ({
  site_id: siteId,
  kitchen_id: kitchenId,
  share_maternelle: shares?.M ?? null,
  share_elementaire: shares?.E ?? null,
  share_college: shares?.C ?? null,
  share_adult: shares?.A ?? null,
  adults,
  no_pork: diets.noPork,
  vegetarian: diets.vegetarian,
  allergy: diets.allergy,
  samples,
  note,
});

/** Only the sites of which somebody said something. */
export function listSiteDiners(db: ReadonlyDatabase): readonly SiteDiners[] {
  return (db.prepare('SELECT * FROM site_guests ORDER BY site_id').all() as Row[]).map(dinersOf);
}

/** Forgets what was said of a site and answers it; `null`: nothing was. */
export function removeSiteDiners(db: Database, siteId: number): SiteDiners | null {
  const row = db.prepare('DELETE FROM site_guests WHERE site_id = ? RETURNING *').get(siteId) as
    | Row
    | undefined;
  return row === undefined ? null : dinersOf(row);
}

/** Keeps what is said of a site in place of what was there; answers what was there. */
export function saveSiteDiners(db: Database, diners: SiteDiners): SiteDiners | null {
  const replaced = removeSiteDiners(db, diners.siteId);
  const row = rowOf(diners);
  const columns = Object.keys(row);
  db.prepare(
    `INSERT INTO site_guests (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  ).run(row);
  return replaced;
}
