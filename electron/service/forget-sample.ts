import { forgetTypedClosures } from '../../db/closures.ts';
import { forgetTypedOfSites } from '../../db/import/kept-sites.ts';
import { type Undone, undoImport } from '../../db/imports.ts';
import type { Database } from '../../db/open.ts';
import { forgetOrders } from '../../db/orders.ts';
import { listSites } from '../../db/sites.ts';
import { forgetSupplierOrders } from '../../db/supplier-orders.ts';
import { forgetTypedCounts } from '../../db/typed-attendance.ts';
import { forgetTypedMenus } from '../../db/typed-menus.ts';
import { forgetSampleProvision } from './provision/forget-sample.ts';
import { readSampleProvision, saveSampleBatch } from './settings.ts';

/** Takes the sample canteens away, all or nothing: their files, and what was typed in about them. */
export function forgetSample(db: Database, batch: number): Undone {
  const forget = db.transaction(() => {
    forgetTypedClosures(db, batch);
    forgetTypedCounts(db, batch);
    forgetOrders(db, batch);
    forgetSupplierOrders(db, batch, sampleKitchens(db));
    forgetSampleProvision(db);
    forgetTypedOfSites(db, batch);
    const undone = undoImport(db, batch);
    // A menu of every site stays for the canteens that one has added to the sample's.
    if (listSites(db).length === 0) {
      forgetTypedMenus(db);
    }
    saveSampleBatch(db, null);
    return undone;
  });
  return forget.immediate();
}

const sampleKitchens = (db: Database): readonly number[] =>
  readSampleProvision(db).flatMap((key) => (key.type === 'kitchen' ? key.id : []));
