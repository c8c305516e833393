import type { Kitchen, SiteGuests } from '../../forecasting/records.ts';
import type { ReadonlyDatabase } from '../open.ts';
import { listKitchens } from './kitchens.ts';
import { listPackRules, type StoredPackRule } from './pack-rules.ts';
import { listPortionRules, type StoredPortionRule } from './portion-rules.ts';
import { listSiteGuests } from './site-guests.ts';
import { listSuppliers, type StoredSupplier } from './suppliers.ts';

/** Everything that somebody said about portions, packs, suppliers, kitchens and guests. */
export interface StoredProvision {
  readonly portions: readonly StoredPortionRule[];
  readonly packs: readonly StoredPackRule[];
  readonly suppliers: readonly StoredSupplier[];
  readonly kitchens: readonly Kitchen[];
  readonly guests: readonly SiteGuests[];
}

/** In one consistent read. */
export function readProvision(db: ReadonlyDatabase): StoredProvision {
  const read = db.transaction(() => ({
    portions: listPortionRules(db),
    packs: listPackRules(db),
    suppliers: listSuppliers(db),
    kitchens: listKitchens(db),
    guests: listSiteGuests(db),
  }));
  return read();
}
