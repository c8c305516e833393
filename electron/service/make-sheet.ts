import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History, IsoDate } from '../../forecasting/records.ts';
import type { Input } from '../api/contract.ts';
import type { Plan, Sheet, SheetFormat } from '../api/records.ts';
import { ServiceError } from './errors.ts';
import { formatDate } from './messages/format.ts';
import { OrderBook } from './orders/order-book.ts';
import { closedLabel, makePlan } from './plan/make-plan.ts';
import { type PlanModels, planModels } from './plan/plan-models.ts';
import { siteDay } from './plan/plan-rows.ts';
import { serviceLevelOf } from './service-level.ts';
import { printPdf } from './sheet/print-pdf.ts';
import { renderSheetCsv } from './sheet/render-sheet-csv.ts';
import { renderSheetHtml } from './sheet/render-sheet-html.ts';
import type { SheetData, SheetDish, SheetGap } from './sheet/sheet-data.ts';
import { sheetFileName } from './sheet/sheet-file-name.ts';
import { mondayOf } from './suggested-week.ts';
import type { Context } from './use-case.ts';

const mimes = { html: 'text/html', csv: 'text/csv', pdf: 'application/pdf' } as const;

/** The dishes of one site: its own menu where there is one, else everybody's. */
function dishesOf(history: History, siteId: number, date: IsoDate): readonly SheetDish[] {
  const menu = history.menu.filter((item) => item.date === date);
  const own = menu.filter((item) => item.siteId === siteId);
  return (own.length > 0 ? own : menu.filter((item) => item.siteId === null))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ dish, course, choice }) => ({ dish, course, choice }));
}

/** The sites without an order and why: closed, or not to be forecast. */
function gapsOf(context: Context, history: History, plan: Plan, models: PlanModels): readonly SheetGap[] {
  const served = new Set(plan.rows.map((row) => row.siteId));
  return history.sites
    .filter(({ id }) => !served.has(id))
    .map((site) => {
      const { status } = siteDay(models, site, plan.from);
      const why = status.closed ? context.texts.closed[status.closed] : context.texts.refusals.noHistory;
      const label = status.closed ? closedLabel(status.label, context.texts) : null;
      return { site: site.name, siteKind: site.kind, reason: label ? `${why} (${label})` : why };
    });
}

function sheetData(context: Context, input: Input<'sheet.make'>): SheetData {
  const { date, siteId } = input;
  const whole = context.models.history(context);
  const sites = siteId === undefined ? whole.sites : whole.sites.filter(({ id }) => id === siteId);
  if (siteId !== undefined && sites.length === 0) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const history = { ...whole, sites };
  // The sheet is the week's order in another dress: both know the same.
  const models = planModels(context, mondayOf(date), undefined);
  const serviceLevel = serviceLevelOf(context, input);
  const orders = new OrderBook(context, date, date);
  const plan = makePlan(history, models, { from: date, to: date, serviceLevel }, context.texts, orders);
  orders.close();
  if (plan.rows.length === 0 && siteId === undefined) {
    const day = formatDate(date, context.language);
    throw new ServiceError('refused', (t) => t.errors.nothingToServe(day));
  }
  return {
    date,
    scope: siteId === undefined ? 'full' : 'site',
    madeAt: context.now,
    asOf: plan.asOf,
    serviceLevel,
    sites: plan.rows.map((row) => ({ ...row, dishes: dishesOf(whole, row.siteId, date) })),
    gaps: gapsOf(context, history, plan, models),
    total: plan.totals[0] ?? null,
  };
}

async function pdfBody(document: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bonne-mesure-sheet-'));
  try {
    const file = join(folder, 'sheet.pdf');
    await printPdf(document, file);
    return (await readFile(file)).toString('base64');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bodyOf(data: SheetData, format: SheetFormat, { language }: Context): Promise<string> {
  if (format === 'csv') {
    return renderSheetCsv(data, language);
  }
  const document = renderSheetHtml(data, language);
  return format === 'pdf' ? pdfBody(document) : document;
}

/** The sheet of one day: of one site, or of all with the list first. */
export async function makeSheet(context: Context, input: Input<'sheet.make'>): Promise<Sheet> {
  const data = sheetData(context, input);
  return {
    fileName: sheetFileName(data, input.format, context.language),
    mime: mimes[input.format],
    body: await bodyOf(data, input.format, context),
  };
}
