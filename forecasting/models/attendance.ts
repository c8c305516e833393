import { toDay, toIso, weekday } from '../calendar/day.ts';
import { isGuessedLabel } from '../calendar/known-days.ts';
import type { FittedStore } from '../domain/fitted.ts';
import type { ClosedReason, Flag, History, IsoDate, LevelChange } from '../domain/records.ts';
import type {
  AssumedDay,
  AttendanceModel,
  DayStatus,
  Distribution,
  Hooks,
  SiteForecast,
} from '../domain/types.ts';
import { contributions } from '../explain/contributions.ts';
import type { Sources } from '../features/inputs.ts';
import type { RollingStats } from '../features/rolling-stats.ts';
import type { SoundForecast } from '../numerics/sound-forecast.ts';
import { dayForecast } from './day-forecast.ts';
import { fittedLeads, nearestOf } from './leads.ts';
import { levelBreaks } from './level-break.ts';
import { servedDays } from './library-at.ts';
import { fits } from './library-fit.ts';
import { childrenAtMost } from './limits.ts';
import { poolForecasts } from './pool-forecasts.ts';
import { usualCorrelation } from './pooled-errors.ts';
import { SiteModel } from './site-model.ts';
import { buildSources } from './sources.ts';
import { strikeCorrelation } from './strike-effect.ts';

/** Longer than a summer with a term of works on either side. */
const outOfUseDays = 300;

/** Nothing was fitted before, and nothing is kept. */
const noStore: FittedStore = { find: () => null, keep: () => {} };

/**
 * The model of one origin. A regression is fitted where `store` has none; the hooks are asked now, and again when a
 * day further off makes another one necessary.
 */
export function fitAttendance(
  history: History,
  origin: IsoDate,
  hooks: Hooks = {},
  store: FittedStore = noStore,
): AttendanceModel {
  const model = attendanceModel(history, origin, hooks, store);
  model.modelFor(toDay(origin) + 6);
  return model;
}

/** The same with nothing fitted before it is asked for: who looks at tomorrow does not wait for the week after. */
export function attendanceModel(
  history: History,
  origin: IsoDate,
  hooks: Hooks = {},
  store: FittedStore = noStore,
): FittedAttendance {
  const day = toDay(origin);
  return new FittedAttendance(buildSources(history, day, day), origin, hooks, store);
}

type OwnForecast = SiteForecast & SoundForecast;

class FittedAttendance implements AttendanceModel {
  readonly origin: IsoDate;
  private readonly day: number;
  private readonly sources: Sources;
  /** The last day on which any site served, as known at the origin. */
  private readonly lastServed: number;
  /** Levels that moved in the last days, by site; looked for when first asked about. */
  private breaks: readonly (LevelChange | null)[] | undefined;
  private readonly models = new Map<number, SiteModel | null>();
  private readonly hooks: Hooks;
  private readonly store: FittedStore;

  constructor(sources: Sources, origin: IsoDate, hooks: Hooks, store: FittedStore) {
    this.sources = sources;
    this.origin = origin;
    this.hooks = hooks;
    this.store = store;
    this.day = toDay(origin);
    this.lastServed = sources.levels.reduce(
      (latest, { series, last }) => Math.max(latest, series.days[last(this.day)] ?? 0),
      0,
    );
  }

  /** Whether it fits is what the regressions say that were asked for so far. */
  get library(): AttendanceModel['library'] {
    const { library, frame } = this.sources;
    const isMisled = [...this.models.values()].some((model) => model !== null && model.misfit > fits);
    return library && { name: library.name, ownDays: servedDays(frame.series, this.day), fits: !isMisled };
  }

  /** The regression for the lead nearest to that of a day; `null` where there is too little to fit. */
  modelFor(day: number): SiteModel | null {
    const lead = nearestOf(fittedLeads, day - this.day);
    const found = this.models.get(lead);
    if (found !== undefined) return found;
    const model = this.revived(lead) ?? this.fitted(lead);
    this.models.set(lead, model);
    return model;
  }

  private revived(lead: number): SiteModel | null {
    const kept = this.store.find(lead);
    return kept && SiteModel.revive(this.sources, lead, kept);
  }

  /** Fits, keeps what was fitted, and lets the training rows go: they are most of the memory. */
  private fitted(lead: number): SiteModel | null {
    this.hooks.onProgress?.(0);
    const model = new SiteModel(this.sources, lead);
    try {
      model.advance(this.day, this.hooks);
    } finally {
      // One that is cancelled holds them too, for as long as nothing collects garbage.
      model.release();
    }
    const fitted = model.serialise();
    if (fitted !== null) this.store.keep(lead, fitted);
    this.hooks.onProgress?.(1);
    return fitted && SiteModel.revive(this.sources, lead, fitted);
  }

  status(siteId: number, date: IsoDate): DayStatus {
    const day = toDay(date);
    const { calendar, closures } = this.sources;
    const site = this.sources.frame.indexOf.get(siteId);
    const levels = site === undefined ? null : this.sources.levels[site];
    const known = closures.find(siteId, day, this.day);
    const opened = this.sources.opened.of(siteId, day);
    const closure = known.filter((c) => c.kind === 'closure');
    if (site !== undefined && opened !== 'site' && !this.sources.weeks.isInUse(site, day)) {
      return { closed: 'not-open', label: null, flags: [] };
    }
    // What was said of the site alone counts for more than what was said of all.
    if (closure.some((c) => c.siteId !== null || opened !== 'site')) {
      return { closed: 'closure', label: null, flags: [] };
    }
    if (opened === null) {
      if (levels !== null && this.isOutOfUse(levels)) {
        return { closed: 'out-of-use', label: null, guessed: true, flags: [] };
      }
      const closed = this.closedReason(site, day);
      const label = calendar.label(day);
      if (closed !== null) {
        // Public holidays are known, and what was stated is; the rest is habit, or a guess at holidays.
        const stated = site !== undefined && this.sources.weeks.at(site, day).source === 'stated';
        const guessed = closed !== 'public-holiday' && (!stated || isGuessedLabel(label));
        return { closed, label, guessed, flags: [] };
      }
    }
    const flags: Flag[] = [];
    if (known.some((c) => c.kind === 'strike')) flags.push('strike');
    if (known.some((c) => c.kind === 'outing')) flags.push('outing');
    if (calendar.toBreak(day) === 0) flags.push('last-day');
    if (calendar.sinceBreak(day) === 0) flags.push('first-day-back');
    if (calendar.besidePublicHoliday(day, -1) || calendar.besidePublicHoliday(day, 1)) {
      flags.push('beside-public-holiday');
    }
    if (this.sources.menu.words.length > 0 && this.sources.menu.of(siteId, day, this.day) === null) {
      flags.push('no-menu');
    }
    if (levels !== null && levels.last(this.day) < 0) flags.push('no-history');
    const levelChange = site === undefined ? null : this.levelChange(site);
    if (levelChange !== null) flags.push('level-changed');
    return {
      closed: null,
      label: null,
      flags,
      ...(levelChange === null ? {} : { levelChange }),
      ...this.childrenAt(site, day),
    };
  }

  /** A level that moved for good and far, or in the last days. */
  private levelChange(site: number): LevelChange | null {
    const { levels } = this.sources;
    this.breaks ??= levelBreaks(levels, this.day);
    return levelChangeAt(levels[site], this.day) ?? this.breaks[site];
  }

  private childrenAt(site: number | undefined, day: number): Pick<DayStatus, 'children'> {
    if (site === undefined) return {};
    const { most } = childrenAtMost(this.sources, site, day, this.day, 0);
    return Number.isFinite(most) ? { children: most } : {};
  }

  private closedReason(site: number | undefined, day: number): ClosedReason | null {
    const period = this.sources.calendar.period(day);
    const serves = site !== undefined && this.sources.weeks.at(site, day).serves;
    if (serves) return period === null ? 'public-holiday' : null;
    if (weekday(day) >= 6) return 'weekend';
    if (period === null) return 'public-holiday';
    return period === 'holidays' ? 'school-holiday' : 'no-service';
  }

  /** A site that once served and has stopped: the last meal of the others lies most of a year after its own. */
  private isOutOfUse(levels: RollingStats): boolean {
    const last = levels.last(this.day);
    return last >= 0 && this.lastServed - levels.series.days[last] > outOfUseDays;
  }

  forecast(siteId: number, date: IsoDate, suppose: AssumedDay = {}): OwnForecast | null {
    const site = this.sources.frame.indexOf.get(siteId);
    const day = toDay(date);
    if (site === undefined || day <= this.day) return null;
    const found = dayForecast(this.sources, this.modelFor(day), site, day, this.day, suppose);
    const { distribution, level, terms, absent } = found;
    return {
      ...distribution,
      siteId,
      date,
      model: found.model,
      contributions: contributions(level, distribution.centre, terms, absent, distribution.mean),
    };
  }

  correlation(siteId: number, date: IsoDate): number {
    const usual = this.modelFor(toDay(date))?.errors?.correlation ?? usualCorrelation;
    const { deviation = 0, strike = 0 } = this.forecast(siteId, date) ?? {};
    return strike === 0 ? usual : strikeCorrelation(usual, deviation, strike);
  }

  pool(forecasts: readonly SiteForecast[]): Distribution {
    const [only] = forecasts;
    if (only !== undefined && forecasts.length === 1) return only;
    const own = forecasts.flatMap((f) => this.forecast(f.siteId, f.date) ?? []);
    const model = only === undefined ? null : this.modelFor(toDay(only.date));
    return poolForecasts(own, model);
  }
}

/** Days for which a change of level is told: then it is the usual one. */
const toldDays = 60;

function levelChangeAt({ series, shift, level, last }: RollingStats, origin: number): LevelChange | null {
  const k = last(origin);
  const found = k < 0 ? null : shift[k];
  if (found === null) return null;
  const since = series.days[found.first];
  if (origin - since > toldDays) return null;
  return { before: found.before, after: level[k], since: toIso(since) };
}
