import type { Input } from '../../api/contract.ts';
import type { Plan, Sheet, SheetKind } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { kitchenSheet } from '../documents/kitchen-sheet.ts';
import type { KitchenSheet, SheetTable } from '../documents/kitchen-sheet-data.ts';
import { kitchenTexts } from '../documents/kitchen-texts.ts';
import { makeFile, type SheetSource, tableSource } from '../documents/make-file.ts';
import type { Markup } from '../documents/markup.ts';
import { renderKitchenHtml } from '../documents/render-kitchen-html.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import { warningsOf } from '../orders/plan-warnings.ts';
import { serviceLevelOf } from '../orders/service-level.ts';
import { headCountTable } from '../purchase-orders/head-count-table.ts';
import { orderTables } from '../purchase-orders/order-tables.ts';
import { type DishesOfPlan, dishesOfDay, type Wanted } from '../purchase-orders/plan-dishes.ts';

type Asked = Input<'sheet.make'> & { readonly sheet: SheetKind };

/** The list of the day's orders, which goes before the sheets of all kitchens. */
export type FrontPage = (plan: Plan) => Markup;

/** A production sheet, delivery note or roll-call: of one site, of a kitchen, or of all; `null`: nobody eats there. */
export async function makeKitchenSheet(
  context: Context,
  input: Asked,
  front: FrontPage,
): Promise<Sheet | null> {
  const { date, siteId, kitchenId, sheet: kind } = input;
  const made = dishesOfDay(context, date, serviceLevelOf(context, input), wantedOf(input));
  const warnings = warningsOf(context, made.plan).map(({ message }) => message);
  const all = kitchenSheet(made.plan, made.dishes, context.now, warnings);
  const isWanted = ({ meals }: SheetTable) => siteId === undefined || meals.siteId === siteId;
  // Nobody is called where nobody counts the guests.
  const isCalled = (table: SheetTable) => isWanted(table) && table.meals.children !== null;
  const sheet = kind === 'production' ? all : tablesWith(all, kind === 'roll-call' ? isCalled : isWanted);
  if (sheet.places.length === 0) return null;
  const name = nameOf(sheet, siteId, kitchenId);
  const { language } = context;
  const isWhole = siteId === undefined && kitchenId === undefined;
  const hasFront = isWhole && kind === 'production' && made.plan.rows.length > 0;
  const document = { kind, sheet, name, front: hasFront ? front(made.plan) : null };
  const table = tableOf(context, kind, made, sheet);
  const source: SheetSource = { ...table, html: () => renderKitchenHtml(document, language) };
  const what = kitchenTexts(language).fileName[kind];
  const fileName = periodFileName(what, { from: date, to: date }, name, input.format);
  return makeFile(fileName, input.format, source);
}

function wantedOf({ siteId, kitchenId }: Asked): Wanted | null {
  if (siteId !== undefined) return { siteIds: [siteId] };
  return kitchenId === undefined ? null : { kitchenId };
}

/** Some sites: the own note and roll-call of one, without the other sites' of its kitchen. */
function tablesWith(sheet: KitchenSheet, isShown: (table: SheetTable) => boolean): KitchenSheet {
  const places = sheet.places.map((place) => ({ ...place, tables: place.tables.filter(isShown) }));
  return { ...sheet, places: places.filter(({ tables }) => tables.length > 0) };
}

function nameOf(
  { places }: KitchenSheet,
  siteId: number | undefined,
  kitchenId: number | undefined,
): string | null {
  if (kitchenId !== undefined) return places[0]?.place.name ?? null;
  if (siteId === undefined) return null;
  const tables = places.flatMap((place) => place.tables);
  // The production sheet of a site that a kitchen cooks for is the kitchen's.
  return tables.length === 1 ? (tables[0]?.site ?? null) : (places[0]?.place.name ?? null);
}

function tableOf(
  { texts, language, now }: Context,
  kind: SheetKind,
  { dishes }: DishesOfPlan,
  sheet: KitchenSheet,
): SheetSource {
  if (kind === 'roll-call') return tableSource(headCountTable(sheet, language, texts), language);
  const shown = new Set(sheet.places.flatMap(({ tables }) => tables.map(({ meals }) => meals.siteId)));
  const rows = dishes.rows.filter(({ siteId }) => shown.has(siteId));
  const file = kind === 'production' ? 'kitchen' : 'delivery';
  return tableSource(orderTables(file, { ...dishes, rows }, now, language, texts), language);
}
