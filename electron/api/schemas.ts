import type { z } from 'zod';
import { aboutSchemas } from './about.ts';
import { backtestsSchemas } from './backtests.ts';
import { backupSchemas } from './backups.ts';
import { catalogueSchemas } from './catalogue.ts';
import { closuresSchemas } from './closures.ts';
import type { Input, Method } from './contract.ts';
import { countsSchemas } from './counts.ts';
import { dataSchemas } from './data.ts';
import { dishBacktestsSchemas } from './dish-backtests.ts';
import { dishPlanSchemas } from './dish-plan.ts';
import { dishesSchemas } from './dishes.ts';
import { impactSchemas } from './impact.ts';
import { importsSchemas } from './imports.ts';
import { leakSchemas } from './leaks.ts';
import { librarySchemas } from './library.ts';
import { calendarSchemas } from './manual-calendar.ts';
import { mappingSchemas } from './mapping.ts';
import { mealRecordSchemas } from './meal-records.ts';
import { menuBalanceSchemas } from './menu-balance.ts';
import { menuSchemas } from './menus.ts';
import { orderRulesSchemas } from './order-rules.ts';
import { orderSendingSchemas } from './order-sending.ts';
import { orderSchemas } from './orders.ts';
import { panelSchemas } from './panel.ts';
import { planSchemas } from './plan.ts';
import { purchaseOrderSchemas } from './purchase-orders.ts';
import { returnSheetSchemas } from './return-sheets.ts';
import { serviceWeekSchemas } from './service-weeks.ts';
import { settingsSchemas } from './settings.ts';
import { sitesSchemas } from './sites.ts';
import { staffFigureSchemas } from './staff-figures.ts';
import { weighingSchemas } from './weighings.ts';

export { dataKinds } from './data.ts';
export { dishFamilies } from './dishes.ts';
export { fileKinds } from './file-kinds.ts';
export { mappingSchema } from './mapping.ts';
export { siteKinds } from './sites.ts';

/** What each method takes, checked at the border before a use case sees it. */
export const schemas = {
  ...aboutSchemas,
  ...backtestsSchemas,
  ...backupSchemas,
  ...catalogueSchemas,
  ...closuresSchemas,
  ...countsSchemas,
  ...dataSchemas,
  ...dishBacktestsSchemas,
  ...dishPlanSchemas,
  ...dishesSchemas,
  ...impactSchemas,
  ...importsSchemas,
  ...leakSchemas,
  ...staffFigureSchemas,
  ...librarySchemas,
  ...calendarSchemas,
  ...mappingSchemas,
  ...menuBalanceSchemas,
  ...mealRecordSchemas,
  ...menuSchemas,
  ...orderRulesSchemas,
  ...orderSchemas,
  ...orderSendingSchemas,
  ...panelSchemas,
  ...planSchemas,
  ...purchaseOrderSchemas,
  ...returnSheetSchemas,
  ...serviceWeekSchemas,
  ...settingsSchemas,
  ...sitesSchemas,
  ...weighingSchemas,
} satisfies { readonly [M in Method]: z.ZodType<Input<M>> };
