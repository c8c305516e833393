import type { Service } from '../../../forecasting/orders/dish-need.ts';
import type { IsoDate, Site, SiteGuests } from '../../../forecasting/records.ts';
import type { ByAgeClass, CookingPlace, Deadline } from '../../api/records.ts';
import type { Standards } from '../orders/basis.ts';

/** One site that serves on one day, with all that decides how much is cooked for it. */
export interface DayTable {
  readonly site: Site;
  readonly place: CookingPlace;
  readonly service: Service;
  /** The level of its order: the plan's, or the one at which it was frozen. */
  readonly serviceLevel: number;
  /** Those of now, or those with which its order was frozen. */
  readonly standards: Standards;
  /** The last day whose records its order could count on. */
  readonly asOf: IsoDate;
  /** Children who eat: as ordered, or as counted in the morning. */
  readonly children: number;
  /** Children and adults by class. */
  readonly byClass: ByAgeClass<number>;
  readonly guests: SiteGuests;
  readonly deadline: Deadline | null;
  readonly counted: boolean;
}
