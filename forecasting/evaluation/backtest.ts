import { toDay, toIso, weekday } from '../calendar/day.ts';
import type { Sources } from '../features/inputs.ts';
import type { Levels } from '../features/levels.ts';
import { buildSources, calendarAt } from '../features/sources.ts';
import { scaled } from '../forecasts/distribution.ts';
import { serviceEvidence } from '../frame/frame.ts';
import { conditionsOf } from '../models/error-model.ts';
import { naiveForecast, sameWeekdayMean } from '../models/naive.ts';
import { SiteModel } from '../models/site-model.ts';
import { orderQuantity } from '../orders/service-level.ts';
import type { History } from '../records.ts';
import type { Distribution, Hooks } from '../types.ts';
import { type BacktestLine, type BacktestRequest, type BacktestResult, Cancelled } from '../types.ts';
import { measure } from './measures.ts';

/** Days between two refits of the coefficients; levels are those of each origin. */
const refitEvery = 7;

/** A site-day to be forecast. */
interface Cell {
  readonly site: number;
  readonly day: number;
  readonly served: number;
  readonly staff: number | null;
}

/**
 * Forecasts each site-day of a window with only what was recorded up to `lead` days before (a lead of 0
 * counts as 1: the meals of the day itself are never known in time), and measures the errors.
 */
export function backtest(history: History, request: BacktestRequest, hooks: Hooks = {}): BacktestResult {
  const lead = Math.max(1, request.lead);
  const from = toDay(request.from);
  const to = toDay(request.to);
  const sources = buildSources(history, from - lead, to);
  const { cells, leftOut } = cellsOf(history, sources, from, to);
  const model = new SiteModel(sources, lead);
  const lines: BacktestLine[] = [];
  const origins = new Set<number>();
  let fittedAt = Number.NEGATIVE_INFINITY;
  let fitted = false;
  for (const cell of cells) {
    const origin = cell.day - lead;
    if (!origins.has(origin)) {
      if (hooks.cancelled?.()) throw new Cancelled('The backtest was cancelled');
      if (origin >= fittedAt + refitEvery) {
        if (origins.size > 0) sources.calendar = calendarAt(history, sources.frame, origin);
        fitted = model.advance(origin, hooks);
        fittedAt = origin;
      }
      origins.add(origin);
      hooks.onProgress?.(Math.min(1, (cell.day - from) / Math.max(1, to - from)));
    }
    lines.push(lineOf(cell, origin, fitted ? model : null, sources, request.serviceLevel));
  }
  hooks.onProgress?.(1);
  return summary(lines, origins.size, leftOut);
}

function cellsOf(history: History, sources: Sources, from: number, to: number) {
  const { attendance } = history;
  const leftOut = { strike: 0, closure: 0, noStaff: 0 };
  const usual = serviceEvidence(sources.frame, from - 1).weekdays;
  const all: Cell[] = [];
  const inFrame = daysServed(sources);
  for (let i = 0; i < attendance.site.length; i++) {
    const day = attendance.day[i] as number;
    const served = attendance.served[i] as number;
    if (day < from || day > to || Number.isNaN(served)) continue;
    const siteId = attendance.site[i] as number;
    const site = sources.frame.indexOf.get(siteId);
    if (site === undefined) continue;
    const closures = sources.closures.find(siteId, day);
    if (closures.some((c) => c.kind === 'strike')) leftOut.strike++;
    else if (closures.length > 0 || !usual.has(weekday(day)) || !inFrame[site]?.has(day)) leftOut.closure++;
    else {
      const staff = attendance.staff[i] as number;
      all.push({ site, day, served, staff: Number.isNaN(staff) ? null : staff });
    }
  }
  // Where the staff planned at all, rows without their figure are left out, so that all measures share rows.
  const planned = all.some((c) => c.staff !== null);
  const cells = planned ? all.filter((c) => c.staff !== null) : all;
  leftOut.noStaff = all.length - cells.length;
  cells.sort((a, b) => a.day - b.day || a.site - b.site);
  return { cells, leftOut };
}

/** Per site the days that the frame kept: zeros that mean "closed" are not among them. */
function daysServed(sources: Sources): ReadonlySet<number>[] {
  return sources.frame.series.map((s) => new Set(s.days));
}

function lineOf(
  cell: Cell,
  origin: number,
  model: SiteModel | null,
  sources: Sources,
  serviceLevel: number,
): BacktestLine {
  const levels = sources.levels[cell.site] as Levels;
  const forecast = forecastOf(cell, origin, model, sources);
  return {
    siteId: levels.series.site.id,
    date: toIso(cell.day),
    actual: cell.served,
    staff: cell.staff,
    sameWeekday4: sameWeekdayMean(levels, cell.day, origin, 4),
    sameWeekday1: sameWeekdayMean(levels, cell.day, origin, 1),
    mean: forecast.mean,
    q10: forecast.quantile(0.1),
    q50: forecast.quantile(0.5),
    q80: forecast.quantile(0.8),
    q90: forecast.quantile(0.9),
    order: orderQuantity(forecast, serviceLevel),
    origin: toIso(origin),
  };
}

function forecastOf(cell: Cell, origin: number, model: SiteModel | null, sources: Sources): Distribution {
  const prediction = model?.predict(cell.site, cell.day, origin) ?? null;
  if (prediction === null || !model?.errors) {
    const { mean } = naiveForecast(sources, cell.site, cell.day, origin);
    return { mean, quantile: (p) => Math.max(0, mean * (1 + 0.1 * Math.log(p / (1 - p)))) };
  }
  const conditions = conditionsOf(prediction.inputs);
  return scaled(prediction.mean, model.errors.scale(conditions), model.errors.shape(conditions));
}

function summary(
  lines: readonly BacktestLine[],
  origins: number,
  leftOut: BacktestResult['leftOut'],
): BacktestResult {
  const of = (pick: (line: BacktestLine) => number | null) =>
    measure(lines.map((line) => [pick(line), line.actual] as const));
  const inside = lines.filter((l) => l.actual >= l.q10 && l.actual <= l.q90).length;
  return {
    origins,
    measures: {
      model: of((l) => l.mean),
      order: of((l) => l.order),
      staff: of((l) => l.staff),
      sameWeekday1: of((l) => l.sameWeekday1),
      sameWeekday4: of((l) => l.sameWeekday4),
    },
    coverage80: lines.length > 0 ? (100 * inside) / lines.length : 0,
    leftOut,
    lines,
  };
}
