import type { Database } from '../../../db/open.ts';
import { listKitchens } from '../../../db/provision/kitchens.ts';
import { listPackRules } from '../../../db/provision/pack-rules.ts';
import { listSuppliers } from '../../../db/provision/suppliers.ts';
import { listSites } from '../../../db/sites.ts';
import type { ProvisionEntry, ProvisionKey } from '../../api/records.ts';
import { saveProvision } from '../provision/save-provision.ts';
import { saveSampleProvision } from '../settings.ts';
import type { Context } from '../use-case.ts';
import { sampleHouses, sampleProvision } from './sample-provision.ts';

const hasProvision = (db: Database) =>
  [listKitchens(db), listSuppliers(db), listPackRules(db)].some((list) => list.length > 0);

/** The kitchen, suppliers, packs and guests of the sample: they come in no file. What somebody said before stays. */
export function keepSampleProvision(context: Pick<Context, 'db' | 'now'>): void {
  const { db } = context;
  if (hasProvision(db)) {
    return;
  }
  const idOf = (list: readonly { readonly id: number; readonly name: string }[], wanted: string) =>
    list.find(({ name }) => name === wanted)?.id ?? null;
  const houses = saveProvision(context, { entries: sampleHouses }).saved;
  const kitchens = houses.flatMap((entry) => (entry.type === 'kitchen' ? entry.kitchen.id : []));
  const suppliers = houses.flatMap((entry) => (entry.type === 'supplier' ? entry.supplier : []));
  const sites = listSites(db);
  const entries = sampleProvision(
    kitchens[0] ?? null,
    (name) => idOf(suppliers, name),
    (name) => idOf(sites, name),
  );
  const { saved } = saveProvision(context, { entries });
  saveSampleProvision(db, [...saved, ...houses].map(keyOf));
}

function keyOf(entry: ProvisionEntry): ProvisionKey {
  switch (entry.type) {
    case 'kitchen':
      return { type: 'kitchen', id: entry.kitchen.id };
    case 'supplier':
      return { type: 'supplier', id: entry.supplier.id };
    case 'guests':
      return { type: 'guests', siteId: entry.guests.siteId };
    default:
      return { type: entry.type, scope: entry.rule.scope };
  }
}
