import type { IsoDate, Site, SiteDiners } from '../../../forecasting/domain/records.ts';
import type { SiteService } from '../../../forecasting/orders/dish-need.ts';
import type { ByAgeClass, Deadline, Kitchen } from '../../api/records.ts';
import type { CatalogueSnapshot } from '../orders/basis.ts';

/** One site that serves on one day, with all that decides how much is cooked for it. */
export interface DayTable {
  readonly site: Site;
  readonly place: Kitchen;
  readonly service: SiteService;
  /** The level of its order: the plan's, or the one at which it was frozen. */
  readonly serviceLevel: number;
  /** Those of now, or those with which its order was frozen. */
  readonly catalogueSnapshot: CatalogueSnapshot;
  /** The last day whose records its order could count on. */
  readonly asOf: IsoDate;
  /** Children who eat: as ordered, or as counted in the morning; `null`: not known, the site counts portions alone. */
  readonly children: number | null;
  /** Children and adults by class. */
  readonly byClass: ByAgeClass<number>;
  readonly diners: SiteDiners;
  readonly deadline: Deadline | null;
  readonly counted: boolean;
}
