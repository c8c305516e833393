import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import { ServiceError } from '../context/errors.ts';

/** The site of this number. Throws 'not-found' where there is none. */
export function siteOf(db: ReadonlyDatabase, siteId: number): Site {
  const site = listSites(db).find(({ id }) => id === siteId);
  if (site === undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  return site;
}
