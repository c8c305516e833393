import type { Input } from '../../api/contract.ts';
import type { Sheet } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { makeFile, tableSource } from '../documents/make-file.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import { orderTables } from './order-tables.ts';
import { planDishes } from './plan-dishes.ts';

/** Orders by supplier, production by kitchen, or deliveries by site, for a period. */
export function exportOrders(context: Context, input: Input<'orders.export'>): Promise<Sheet> {
  const { kind, format, ...asked } = input;
  const { language, now, texts } = context;
  const table = orderTables(kind, planDishes(context, asked), now, language, texts);
  const fileName = periodFileName(texts.dishPlan.fileNames[kind], input, null, format);
  return makeFile(fileName, format, tableSource(table, language));
}
