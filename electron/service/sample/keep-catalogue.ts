import { listKitchens } from '../../../db/catalogue/kitchens.ts';
import { listPackRules } from '../../../db/catalogue/pack-rules.ts';
import { listSuppliers } from '../../../db/catalogue/suppliers.ts';
import type { Database } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import type { CatalogueEntry, CatalogueKey } from '../../api/records.ts';
import { saveCatalogue } from '../catalogue/save-catalogue.ts';
import { saveSampleCatalogue } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { sampleCatalogue, sampleHouses } from './sample-catalogue.ts';

const hasCatalogue = (db: Database) =>
  [listKitchens(db), listSuppliers(db), listPackRules(db)].some((list) => list.length > 0);

/** The kitchen, suppliers, packs and guests of the sample: they come in no file. What somebody said before stays. */
export function keepSampleCatalogue(context: Pick<Context, 'db' | 'now'>): void {
  const { db } = context;
  if (hasCatalogue(db)) {
    return;
  }
  const idOf = (list: readonly { readonly id: number; readonly name: string }[], wanted: string) =>
    list.find(({ name }) => name === wanted)?.id ?? null;
  const houses = saveCatalogue(context, { entries: sampleHouses }).saved;
  const kitchens = houses.flatMap((entry) => (entry.type === 'kitchen' ? entry.kitchen.id : []));
  const suppliers = houses.flatMap((entry) => (entry.type === 'supplier' ? entry.supplier : []));
  const sites = listSites(db);
  const entries = sampleCatalogue(
    kitchens[0] ?? null,
    (name) => idOf(suppliers, name),
    (name) => idOf(sites, name),
  );
  const { saved } = saveCatalogue(context, { entries });
  saveSampleCatalogue(db, [...saved, ...houses].map(keyOf));
}

function keyOf(entry: CatalogueEntry): CatalogueKey {
  switch (entry.type) {
    case 'kitchen':
      return { type: 'kitchen', id: entry.kitchen.id };
    case 'supplier':
      return { type: 'supplier', id: entry.supplier.id };
    case 'guests':
      return { type: 'guests', siteId: entry.diners.siteId };
    default:
      return { type: entry.type, scope: entry.rule.scope };
  }
}
