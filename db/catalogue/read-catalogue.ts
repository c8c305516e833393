import type { KitchenRecord, SiteDiners } from '../../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from '../open.ts';
import { listKitchens } from './kitchens.ts';
import { listPackRules, type StoredPackRule } from './pack-rules.ts';
import { listPortionRules, type StoredPortionRule } from './portion-rules.ts';
import { listSiteDiners } from './site-diners.ts';
import { listSuppliers, type StoredSupplier } from './suppliers.ts';

/** Everything that somebody said about portions, packs, suppliers, kitchens and guests. */
export interface StoredCatalogue {
  readonly portions: readonly StoredPortionRule[];
  readonly packs: readonly StoredPackRule[];
  readonly suppliers: readonly StoredSupplier[];
  readonly kitchens: readonly KitchenRecord[];
  readonly diners: readonly SiteDiners[];
}

/** In one consistent read. */
export function readCatalogue(db: ReadonlyDatabase): StoredCatalogue {
  const read = db.transaction(() => ({
    portions: listPortionRules(db),
    packs: listPackRules(db),
    suppliers: listSuppliers(db),
    kitchens: listKitchens(db),
    diners: listSiteDiners(db),
  }));
  return read();
}
