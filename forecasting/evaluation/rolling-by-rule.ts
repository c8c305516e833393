import { toDay, toIso } from '../calendar/day.ts';
import type { History } from '../domain/records.ts';
import type { BacktestRequest, BacktestResult, Hooks } from '../domain/types.ts';
import { type ForecastCell, rollingForecasts } from './rolling.ts';

/**
 * The forecasts of a window, each made at the origin that the request gives to its site-day (`originOf`), or at
 * the lead of the request where it gives none. Runs once per distinct lead: sites share few rules.
 */
export function rollingByRule(
  history: History,
  request: BacktestRequest,
  hooks: Hooks,
  visit: (cell: ForecastCell) => void,
): BacktestResult['leftOut'] {
  if (request.originOf === undefined) return rollingForecasts(history, request, hooks, visit);
  const leads = distinctLeads(history, request);
  const cells: ForecastCell[] = [];
  let leftOut: BacktestResult['leftOut'] = { strike: 0, closure: 0, noStaff: 0 };
  for (const [i, lead] of leads.entries()) {
    const share: Hooks = {
      onProgress: (done) => hooks.onProgress?.((i + done) / leads.length),
      cancelled: () => hooks.cancelled?.() ?? false,
    };
    leftOut = rollingForecasts(history, { ...request, lead }, share, (cell) => {
      if (leadOf(request, cell.siteId, cell.day) === lead) cells.push(cell);
    });
  }
  cells.sort((a, b) => a.day - b.day || a.site - b.site);
  for (const cell of cells) visit(cell);
  return leftOut;
}

function leadOf(request: BacktestRequest, siteId: number, day: number): number {
  const origin = request.originOf?.(siteId, toIso(day)) ?? null;
  return Math.max(1, origin === null ? request.lead : day - toDay(origin));
}

/** From the shortest; the lead of the request alone where the window holds no record. */
function distinctLeads(history: History, request: BacktestRequest): readonly number[] {
  const { site, day } = history.attendance;
  const from = toDay(request.from);
  const to = toDay(request.to);
  const leads = new Set<number>();
  for (let i = 0; i < site.length; i++) {
    const at = day[i];
    if (at >= from && at <= to) leads.add(leadOf(request, site[i], at));
  }
  return leads.size > 0 ? [...leads].sort((a, b) => a - b) : [request.lead];
}
