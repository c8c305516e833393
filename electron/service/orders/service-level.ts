import { boundedServiceLevel } from '../../../forecasting/orders/costs.ts';
import type { MealCosts } from '../../api/records.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';

interface Asked {
  readonly serviceLevel?: number;
  readonly costs?: MealCosts;
}

/** The service level as asked for, else the one that balances the costs, else the setting. */
export function serviceLevelOf({ db }: Pick<Context, 'db'>, { serviceLevel, costs }: Asked): number {
  return serviceLevel ?? (costs ? boundedServiceLevel(costs) : readSettings(db).serviceLevel);
}
