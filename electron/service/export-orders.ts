import type { Input } from '../api/contract.ts';
import type { Sheet } from '../api/records.ts';
import { planDishes } from './dish-plan/plan-dishes.ts';
import { orderTables } from './order-files/order-tables.ts';
import { makeFile, tableSource } from './sheet/make-file.ts';
import { periodFileName } from './sheet/sheet-file-name.ts';
import type { Context } from './use-case.ts';

/** Orders by supplier, production by kitchen, or deliveries by site, for a period. */
export function exportOrders(context: Context, input: Input<'orders.export'>): Promise<Sheet> {
  const { kind, format, ...asked } = input;
  const { language, now, texts } = context;
  const table = orderTables(kind, planDishes(context, asked), now, language, texts);
  const fileName = periodFileName(texts.dishPlan.fileNames[kind], input, null, format);
  return makeFile(fileName, format, tableSource(table, language));
}
