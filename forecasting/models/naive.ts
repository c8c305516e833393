import { weekday } from '../calendar/day.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { ModelName } from '../domain/records.ts';
import type { Sources } from '../features/inputs.ts';
import type { RollingStats } from '../features/rolling-stats.ts';
import { type EnrolledSite, mealsFromEnrolment } from './enrolment-rule.ts';
import { usualRate } from './known-participation.ts';
import { recentLevel } from './recent-level.ts';

export interface NaiveForecast {
  readonly mean: number;
  readonly model: ModelName;
}

/** Mean of the last `count` ordinary same weekdays up to the origin; `null` without any. */
export function sameWeekdayMean(
  levels: RollingStats,
  day: number,
  origin: number,
  count: number,
): number | null {
  const { sum, n } = sameWeekdays(levels, day, origin, count);
  return n === 0 ? null : sum / n;
}

function sameWeekdays({ series, last }: RollingStats, day: number, origin: number, count: number) {
  let sum = 0;
  let n = 0;
  for (let k = last(origin); k >= 0 && n < count; k--) {
    if (series.ordinary[k] !== 1 || weekday(series.days[k]) !== weekday(day)) continue;
    sum += series.served[k];
    n++;
  }
  return { sum, n };
}

/** Same weekdays on record from which on an estimate of an ordinary day has no say. */
const estimateUntil = 4;

/** The best rule that the site's past allows; never fails, so that the table keeps its shape. */
export function naiveForecast(sources: Sources, site: number, day: number, origin: number): NaiveForecast {
  const levels = sources.levels[site];
  const { id } = levels.series.site;
  const k = levels.last(origin);
  if (k >= 0) {
    const mean = recentLevel(levels, day, origin) ?? levels.level[k];
    const { n } = sameWeekdays(levels, day, origin, estimateUntil);
    const drawn = sources.usualDays.drawn(mean, n === 0 ? k + 1 : n, id, origin);
    // A single count is not yet a level.
    return { mean: n < estimateUntil ? drawn : mean, model: k > 0 ? 'recent-level' : 'last-week' };
  }
  const estimate = sources.usualDays.at(id, origin);
  if (estimate !== null) return { mean: estimate, model: 'usual-day' };
  return { mean: fromEnrolment(sources, site, day, origin), model: 'enrolment' };
}

/** Past days that tell how far off a rule is. */
const toldDays = 40;

/** A number as a rule would have told it at the end of a day; `null` without a past. */
type Rule = (levels: RollingStats, day: number, origin: number) => number | null;

/**
 * Relative errors of a rule, if nothing is said the recent level, on the site's last ordinary days, the last first, each as it stood as many days
 * before as `day` lies after `origin`. A level of n days errs √(1 + 1 ÷ n) times as much as one of many: errors of the
 * first days are brought to the days that are there now.
 */
export function ruleErrors(
  sources: Sources,
  site: number,
  day: number,
  origin: number,
  rule: Rule = recentLevel,
): readonly number[] {
  const levels = sources.levels[site];
  const { days, served, ordinary } = levels.series;
  const doubt = (at: number) => Math.sqrt(1 + 1 / levels.number[levels.last(at) + 1]);
  const errors: number[] = [];
  for (let k = levels.last(origin); k >= 0 && errors.length < toldDays; k--) {
    if (ordinary[k] !== 1) continue;
    const at = days[k] - (day - origin);
    const mean = rule(levels, days[k], at);
    if (mean !== null && mean > 0) errors.push((((served[k] - mean) / mean) * doubt(origin)) / doubt(at));
  }
  return errors;
}

/** Meals on a usual day: from enrolment, else from the places, as the other sites go; their mean size when neither is known. */
export function fromEnrolment(sources: Sources, site: number, day: number, origin: number): number {
  const year = schoolYearOf(day);
  const others: EnrolledSite[] = [];
  let sum = 0;
  let sites = 0;
  for (const other of sources.levels) {
    const k = other.last(origin);
    if (k < 0) continue;
    const meals = other.level[k];
    sum += meals;
    sites++;
    const children = sources.enrolment.at(other.series.site.id, year, origin);
    if (children !== null) others.push({ children, meals });
  }
  const { id, capacity, kind } = sources.levels[site].series.site;
  const size = sources.enrolment.at(id, year, origin) ?? capacity;
  if (size !== null) return mealsFromEnrolment(size, others, usualRate(sources.library, kind));
  return sites > 0 ? sum / sites : 0;
}
