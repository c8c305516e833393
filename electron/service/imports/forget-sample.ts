import { forgetManualClosures } from '../../../db/closures.ts';
import { undoImport } from '../../../db/import/imports.ts';
import { forgetManualDataOfSites } from '../../../db/import/kept-sites.ts';
import { forgetManualCounts } from '../../../db/manual-attendance.ts';
import { forgetManualMenus } from '../../../db/manual-menus.ts';
import type { Database } from '../../../db/open.ts';
import { forgetOrders } from '../../../db/orders.ts';
import { forgetPurchaseOrders } from '../../../db/purchase-orders.ts';
import { listSites } from '../../../db/sites.ts';
import type { UndoReport } from '../../../forecasting/domain/records.ts';
import { forgetSampleCatalogue } from '../catalogue/forget-sample.ts';
import { readSampleCatalogue, saveSampleImport } from '../context/settings.ts';

/** Takes the sample canteens away, all or nothing: their files, and what was typed in about them. */
export function forgetSample(db: Database, batch: number): UndoReport {
  const forget = db.transaction(() => {
    forgetManualClosures(db, batch);
    forgetManualCounts(db, batch);
    forgetOrders(db, batch);
    forgetPurchaseOrders(db, batch, sampleKitchens(db));
    forgetSampleCatalogue(db);
    forgetManualDataOfSites(db, batch);
    const undone = undoImport(db, batch);
    // A menu of every site stays for the canteens that one has added to the sample's.
    if (listSites(db).length === 0) {
      forgetManualMenus(db);
    }
    saveSampleImport(db, null);
    return undone;
  });
  return forget.immediate();
}

const sampleKitchens = (db: Database): readonly number[] =>
  readSampleCatalogue(db).flatMap((key) => (key.type === 'kitchen' ? key.id : []));
