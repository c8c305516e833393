import { menuOfSite } from '../../../forecasting/dishes/menu-of-site.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { Plan, PlanRow, Sheet } from '../../api/records.ts';
import { closedLabel } from '../calendar/closed-label.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { kitchenTexts } from '../documents/kitchen-texts.ts';
import { makeFile } from '../documents/make-file.ts';
import { renderSheetCsv, sheetTable } from '../documents/render-sheet-csv.ts';
import { renderSheetHtml } from '../documents/render-sheet-html.ts';
import type { SheetData, SheetDish, SheetGap } from '../documents/sheet-data.ts';
import { sheetFileName } from '../documents/sheet-file-name.ts';
import { summaryPage } from '../documents/summary-page.ts';
import { spelledDate } from '../messages/format.ts';
import { makePlan } from '../orders/make-plan.ts';
import { OrderBook } from '../orders/order-book.ts';
import { type PlanModels, planModels } from '../orders/plan-models.ts';
import { siteDay, whyNoOrder } from '../orders/plan-rows.ts';
import { lastRecord, warningsOf } from '../orders/plan-warnings.ts';
import { serviceLevelOf } from '../orders/service-level.ts';
import { makeKitchenSheet } from './make-kitchen-sheet.ts';

/** The dishes of one site: its own menu where there is one, else everybody's. */
function dishesOf(history: History, siteId: number, date: IsoDate): readonly SheetDish[] {
  const ofDay = history.menu.filter((item) => item.date === date);
  return menuOfSite(ofDay, siteId).map(({ dish, course, choice }) => ({ dish, course, choice }));
}

/** The sites without an order and why: closed, or not to be forecast. */
function gapsOf(context: Context, history: History, plan: Plan, models: PlanModels): readonly SheetGap[] {
  const served = new Set(plan.rows.map((row) => row.siteId));
  return history.sites
    .filter(({ id }) => !served.has(id))
    .map((site) => {
      const day = siteDay(models, site, plan.from);
      const { status } = day;
      const why = status.closed ? context.texts.closed[status.closed] : whyNoOrder(day, context.texts);
      const label = status.closed ? closedLabel(status.label, context.texts) : null;
      return { site: site.name, siteKind: site.kind, reason: label ? `${why} (${label})` : why };
    });
}

/** As one looks a name up on a list; the week on the screen has the same order. */
const names = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
const bySite = (a: PlanRow, b: PlanRow) =>
  names.compare(a.site, b.site) || names.compare(a.siteKind, b.siteKind);

function sheetData(context: Context, input: Input<'sheet.make'>): SheetData {
  const { date, siteId } = input;
  const whole = context.models.history(context);
  const sites = siteId === undefined ? whole.sites : whole.sites.filter(({ id }) => id === siteId);
  if (siteId !== undefined && sites.length === 0) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const history = { ...whole, sites };
  // The sheet is the week's order in another dress: both know the same.
  const models = planModels(context, mondayOfWeek(date), undefined);
  const serviceLevel = serviceLevelOf(context, input);
  const orders = new OrderBook(context, date, date);
  const plan = makePlan(history, models, { from: date, to: date, serviceLevel }, context.texts, orders);
  if (plan.rows.length === 0 && siteId === undefined) {
    const day = spelledDate(date, context.language);
    throw new ServiceError('refused', (t) => t.errors.nothingToServe(day));
  }
  // On paper stands what to cook, once the guests are counted; in a table of orders what was ordered.
  const onPaper = input.format === 'html' || input.format === 'pdf';
  const cooked = (row: PlanRow) => (onPaper ? row.decision.mealsToCook : row.order);
  const total = plan.totals[0] ?? null;
  return {
    date,
    scope: siteId === undefined ? 'full' : 'site',
    madeAt: context.now,
    recordsTo: lastRecord(context, plan.asOf),
    warnings: [
      ...(neverOrdered(context, plan) ? [`${kitchenTexts(context.language).notRecorded}.`] : []),
      ...warningsOf(context, plan).map(({ message }) => message),
    ],
    serviceLevel,
    sites: plan.rows.toSorted(bySite).map((row) => ({
      ...row,
      order: cooked(row),
      dishes: dishesOf(whole, row.siteId, date),
    })),
    gaps: gapsOf(context, history, plan, models),
    total: total && { ...total, order: plan.rows.reduce((sum, row) => sum + cooked(row), 0) },
  };
}

/** The list of the day's orders with its sites, or the sheet of one site. */
function ordersSheet(context: Context, input: Input<'sheet.make'>): Promise<Sheet> {
  const data = sheetData(context, input);
  const { language } = context;
  const fileName = sheetFileName(data, input.format, language);
  return makeFile(fileName, input.format, {
    html: () => renderSheetHtml(data, language),
    csv: () => renderSheetCsv(data, language),
    table: () => sheetTable(data, language),
  });
}

function nothingToServe({ language }: Context, date: IsoDate): ServiceError {
  const day = spelledDate(date, language);
  return new ServiceError('refused', (t) => t.errors.nothingToServe(day));
}

/** The sheet of one day: of one site, of a kitchen, or of all with the list first. */
export async function makeSheet(context: Context, input: Input<'sheet.make'>): Promise<Sheet> {
  const { sheet, ...asked } = input;
  if (sheet === undefined) return ordersSheet(context, asked);
  const made = await makeKitchenSheet(context, { ...asked, sheet }, () =>
    summaryPage(sheetData(context, { date: input.date, format: input.format }), context.language),
  );
  if (made !== null) return made;
  // A site that does not serve still gets its page, which says why.
  if (input.siteId !== undefined) return ordersSheet(context, asked);
  throw nothingToServe(context, input.date);
}

/** Whether what stands on the sheet of a past day was, at some site, never ordered. */
const neverOrdered = ({ today }: Context, plan: Plan): boolean =>
  plan.rows.some(({ date, decision }) => date < today && !decision.recorded);
