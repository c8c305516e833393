import { toDay } from '../calendar/day.ts';
import type { FittedLead } from '../domain/fitted.ts';
import type { History } from '../domain/records.ts';
import {
  type BacktestRequest,
  type BacktestResult,
  Cancelled,
  type Distribution,
  type Hooks,
} from '../domain/types.ts';
import type { Inputs, Sources } from '../features/inputs.ts';
import { dayForecast } from '../models/day-forecast.ts';
import { sameWeekdayMean } from '../models/naive.ts';
import { usualCorrelation } from '../models/pooled-errors.ts';
import { SiteModel } from '../models/site-model.ts';
import { buildSources, calendarAt, weeksAt } from '../models/sources.ts';

/** Days between two refits of the coefficients; levels are those of each origin. */
const refitEvery = 7;

/** Share of a replay's work that its first fit is taken to be. */
const firstFit = 0.4;

/** A site-day to be forecast. */
interface Cell {
  readonly site: number;
  readonly day: number;
  readonly served: number;
  readonly staff: number | null;
  /** Children were away on an outing: measured apart. */
  readonly outing: boolean;
}

/** A site-day with what was forecast for it at its origin. */
export interface ForecastCell extends Cell {
  readonly siteId: number;
  readonly origin: number;
  readonly forecast: Distribution;
  /** What the regression looked at; `null` where a naive rule gave the forecast. */
  readonly inputs: Inputs | null;
  /** Of the errors of two sites on one day, as learned at the origin. */
  readonly correlation: number;
  readonly sameWeekday1: number | null;
  readonly sameWeekday4: number | null;
}

export interface Window extends Omit<BacktestRequest, 'serviceLevel'> {
  /**
   * Also the days that measures leave out: strikes and days without the staff's figure.
   * For showing the past, not for measuring it.
   */
  readonly everyDay?: boolean;
}

/**
 * Forecasts each site-day of a window with only what was recorded up to `lead` days before (a lead of 0
 * counts as 1: the meals of the day itself are never known in time). Work that was cancelled goes on where it
 * stopped when it is run again.
 */
export class Rolling {
  readonly leftOut: BacktestResult['leftOut'];
  private readonly history: History;
  private readonly lead: number;
  private readonly from: number;
  private readonly to: number;
  private readonly sources: Sources;
  private readonly cells: readonly Cell[];
  private model: SiteModel;
  private fitted = false;
  /** What each refit came to; `null` where there was too little to fit. */
  private readonly made: (FittedLead | null)[] = [];
  private kept: readonly (FittedLead | null)[] | null = null;
  // Refits fall on a fixed grid of days, whatever was served: outcomes must not even decide when to refit.
  private due: number;
  private next = 0;

  constructor(history: History, window: Window) {
    this.history = history;
    this.lead = Math.max(1, window.lead);
    this.from = toDay(window.from);
    this.to = toDay(window.to);
    this.sources = buildSources(history, this.from - this.lead, this.to);
    const { cells, leftOut } = cellsOf(history, this.sources, window);
    this.cells = cells;
    this.leftOut = leftOut;
    this.model = new SiteModel(this.sources, this.lead);
    this.due = this.from - this.lead;
  }

  /** The refits up to the last forecast, once all is done: with them the same work needs no fit. */
  get fits(): readonly (FittedLead | null)[] {
    return this.made;
  }

  /** The last day whose records a refit sees; `null` where nothing is to be forecast. */
  get lastFit(): number | null {
    const last = this.cells.at(-1);
    if (last === undefined) return null;
    const first = this.from - this.lead;
    return first + refitEvery * Math.floor((last.day - this.lead - first) / refitEvery);
  }

  /**
   * Takes the refits of an earlier run over the same window, with the same records up to `lastFit`; to be called
   * before `run`. Fits of another number are not those, and are left aside.
   */
  reuse(fits: readonly (FittedLead | null)[]): void {
    const needed = this.lastFit === null ? 0 : (this.lastFit - this.due) / refitEvery + 1;
    this.kept = fits.length === needed ? fits : null;
  }

  /** Share of the work that is done, 0 to 1; the first fit is as dear as some weeks. */
  get done(): number {
    const told = this.cells.length === 0 ? 1 : this.next / this.cells.length;
    return told === 1 || this.kept !== null ? told : firstFit * this.model.warmUpDone + (1 - firstFit) * told;
  }

  /** Gives the training rows back at once: most of the memory. It cannot be run any more; its refits stay. */
  release(): void {
    this.model.release();
  }

  /** Calls `visit` with each forecast in order of date. */
  run(hooks: Hooks, visit: (cell: ForecastCell) => void): void {
    for (; this.next < this.cells.length; this.next++) {
      const cell = this.cells[this.next];
      const origin = cell.day - this.lead;
      if (hooks.cancelled?.()) throw new Cancelled('The backtest was cancelled');
      for (; this.due <= origin; this.due += refitEvery) this.refit(hooks);
      visit(forecastCell(cell, origin, this.fitted ? this.model : null, this.sources));
    }
    hooks.onProgress?.(1);
  }

  private refit(hooks: Hooks): void {
    const { due, from, to, lead, sources } = this;
    sources.calendar = calendarAt(this.history, sources.frame, due);
    sources.weeks = weeksAt(this.history, sources, due);
    if (this.kept === null) {
      this.fitted = this.model.advance(due, { cancelled: () => hooks.cancelled?.() ?? false });
      this.made.push(this.fitted ? this.model.serialise() : null);
    } else this.revive(this.kept[this.made.length] ?? null);
    hooks.onProgress?.(Math.max(0, Math.min(1, (due + lead - from) / Math.max(1, to - from))));
  }

  private revive(kept: FittedLead | null): void {
    const model = kept && SiteModel.revive(this.sources, this.lead, kept);
    this.fitted = model !== null;
    this.model = model ?? this.model;
    this.made.push(kept);
  }
}

/** The forecasts of a window in one go; answers what was left out. */
export function rollingForecasts(
  history: History,
  window: Window,
  hooks: Hooks,
  visit: (cell: ForecastCell) => void,
): BacktestResult['leftOut'] {
  const rolling = new Rolling(history, window);
  try {
    rolling.run(hooks, visit);
  } finally {
    rolling.release();
  }
  return rolling.leftOut;
}

function cellsOf(history: History, sources: Sources, window: Window) {
  const { attendance } = history;
  const from = toDay(window.from);
  const to = toDay(window.to);
  const leftOut = { strike: 0, closure: 0, noStaff: 0 };
  // Zeros that mean "closed" are not among the days that the frame kept.
  const kept = sources.frame.series.map((s) => new Set(s.days));
  const all: Cell[] = [];
  for (let i = 0; i < attendance.site.length; i++) {
    const day = attendance.day[i];
    const served = attendance.served[i];
    if (day < from || day > to || Number.isNaN(served)) continue;
    const siteId = attendance.site[i];
    const site = sources.frame.indexOf.get(siteId);
    if (site === undefined) continue;
    const closures = sources.closures.find(siteId, day);
    const isOpen = kept[site]?.has(day) === true && !closures.some((c) => c.kind === 'closure');
    const onStrike = closures.some((c) => c.kind === 'strike');
    if (!isOpen || (onStrike && !window.everyDay)) {
      leftOut[onStrike ? 'strike' : 'closure']++;
      continue;
    }
    const staff = attendance.staff[i];
    const outing = closures.some((c) => c.kind === 'outing');
    all.push({ site, day, served, staff: Number.isNaN(staff) ? null : staff, outing });
  }
  // Where the staff planned at all, rows without their figure are left out, so that all measures share rows.
  const planned = !window.everyDay && all.some((c) => c.staff !== null);
  const cells = planned ? all.filter((c) => c.staff !== null) : all;
  leftOut.noStaff = all.length - cells.length;
  cells.sort((a, b) => a.day - b.day || a.site - b.site);
  return { cells, leftOut };
}

function forecastCell(cell: Cell, origin: number, model: SiteModel | null, sources: Sources): ForecastCell {
  const levels = sources.levels[cell.site];
  const { distribution, inputs } = dayForecast(sources, model, cell.site, cell.day, origin);
  return {
    ...cell,
    siteId: levels.series.site.id,
    origin,
    forecast: distribution,
    inputs,
    correlation: model?.errors?.correlation ?? usualCorrelation,
    sameWeekday1: sameWeekdayMean(levels, cell.day, origin, 1),
    sameWeekday4: sameWeekdayMean(levels, cell.day, origin, 4),
  };
}
