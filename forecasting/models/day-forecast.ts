import { weekday } from '../calendar/day.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { numberAt } from '../domain/number-at.ts';
import type { ModelName, TermName } from '../domain/records.ts';
import type { AssumedDay } from '../domain/types.ts';
import { type Inputs, logRatio, type Sources } from '../features/inputs.ts';
import { type ErrorDistribution, locationScale, normalShape } from '../numerics/distribution.ts';
import { type SoundForecast, sound } from '../numerics/sound-forecast.ts';
import { commonRate } from './enrolment-rule.ts';
import { usualRate } from './known-participation.ts';
import { mealsTarget } from './lead-model.ts';
import { type Children, childrenAtMost, forecastLimits } from './limits.ts';
import { type NaiveForecast, naiveForecast, ruleErrors, sameWeekdayMean } from './naive.ts';
import { between, naiveDistribution } from './naive-distribution.ts';
import { floorRules, noComparison, withCount } from './naive-floor.ts';
import { recentLevel } from './recent-level.ts';
import type { Prediction, SiteModel } from './site-model.ts';
import { onStrike, priorStrike } from './strike-effect.ts';
import { noPast, unrestOf, withError } from './unrest.ts';

/** The forecast of one site-day and what it rests on. */
export interface DayForecast {
  readonly distribution: SoundForecast;
  readonly model: ModelName;
  /** What the regression looked at; `null` where a naive rule gave the forecast. */
  readonly inputs: Inputs | null;
  /** Meals that the terms start from. */
  readonly level: number;
  /** Log ratio to the level, split by term. */
  readonly terms: ReadonlyMap<TermName, number>;
  /** Meals of the children away, taken off at the end. */
  readonly absent: number;
}

/**
 * By the regression where it is fitted, the site has enough past and what comes of it is sound, else by the best
 * naive rule. Nothing else forecasts, so all forecasts pass `sound` here.
 */
export function dayForecast(
  sources: Sources,
  model: SiteModel | null,
  site: number,
  day: number,
  origin: number,
  suppose: AssumedDay = {},
): DayForecast {
  const away = awayOn(sources, site, day, origin) + (suppose.absent ?? 0);
  const children = childrenAtMost(sources, site, day, origin, away);
  const prediction = model?.predict(site, day, origin, suppose.strike) ?? null;
  if (model !== null && prediction !== null) {
    const { inputs } = prediction;
    const own = withOwnPast(sources, prediction, site, day, origin);
    const { expected, terms } = own;
    const { unrest, floor } = stateAt(sources, model, site, day, origin);
    const isOrdinary = !inputs.strike && inputs.records === undefined && own.recent < floorBelow;
    const better = isOrdinary ? floorRules[floor.carried] : undefined;
    const rule = better && floorRule(sources, better, site, day, origin);
    if (rule) return byRule(sources, rule, site, day, origin, suppose, away, children);
    const left = shareLeft(sources, site, day, origin, away, inputs.level);
    const centre = expected * left;
    const found =
      left === 0 ? nobody : model.distribution(centre, { ...inputs, level: inputs.level * left, unrest });
    const distribution = soundOf(
      found &&
        spreadBy(own, found, (centre) => {
          const told = naiveDistribution(
            { mean: centre, model: 'recent-level' },
            ruleErrors(sources, site, day, origin),
          );
          return inputs.strike ? onStrike(told, model.strike, site) : told;
        }),
      children,
    );
    const name = inputs.records === 0 ? (inputs.estimated ? 'usual-day' : 'enrolment') : 'regression';
    if (distribution !== null)
      return { distribution, model: name, inputs, level: inputs.level, terms, absent: expected - centre };
  }
  const rule = ruleWithout(sources, site, day, origin);
  return byRule(sources, rule, site, day, origin, suppose, away, children);
}

/** Weight of the recent level from which it is the rule that carries the number. */
const floorBelow = 0.8;

/**
 * How restless a site is at the end of an origin, and how rules do there: what its errors said before the model was
 * fitted to them, and those since, as this model would have forecast them with what was known then.
 */
function stateAt(sources: Sources, model: SiteModel, site: number, day: number, origin: number) {
  const { until, sites } = model.unrest;
  const levels = sources.levels[site];
  const { days, served, ordinary } = levels.series;
  const { lead } = model.lead;
  let [, known = noPast] = sites.find(([of]) => of === site) ?? [];
  let floor = model.floor.get(site) ?? noComparison;
  for (let k = levels.last(until) + 1; k <= levels.last(origin); k++) {
    const then = ordinary[k] === 1 ? model.predict(site, days[k], days[k] - lead) : null;
    if (then === null) continue;
    const { deviation } = model.distribution(then.centre, then.inputs) ?? { deviation: 0 };
    const { expected } = withOwnPast(sources, then, site, days[k], days[k] - lead);
    if (deviation > 0) known = withError(known, days[k], (served[k] - expected) / deviation);
    floor = withCount(floor, levels, days[k], lead, { served: served[k], expected });
  }
  return { unrest: unrestOf(known, day), floor };
}

/** A number and its past errors. */
interface ToldByRule {
  readonly rule: NaiveForecast;
  readonly errors: () => readonly number[];
}

/** That of a rule which was clearly better on the site's own past; `null` without a same weekday. */
function floorRule(
  sources: Sources,
  { model, count }: (typeof floorRules)[number],
  site: number,
  day: number,
  origin: number,
): ToldByRule | null {
  const told: Parameters<typeof ruleErrors>[4] = (levels, on, at) => sameWeekdayMean(levels, on, at, count);
  const mean = sameWeekdayMean(sources.levels[site], day, origin, count);
  return mean === null
    ? null
    : { rule: { mean, model }, errors: () => ruleErrors(sources, site, day, origin, told) };
}

/** The best rule of a site that no regression tells. */
const ruleWithout = (sources: Sources, site: number, day: number, origin: number): ToldByRule => ({
  rule: naiveForecast(sources, site, day, origin),
  errors: () => ruleErrors(sources, site, day, origin),
});

/**
 * Errors are learned around the regression. As far as a young town's recent level is the number, its own errors give
 * the width. Where a site's own weekday stands in for a share of it, their median is that much nearer to the centre:
 * its counts have no part in how the regression leans.
 */
function spreadBy(
  { recent, weekday: share }: OwnPast,
  found: ErrorDistribution,
  recentLevelAt: (centre: number) => ErrorDistribution,
): ErrorDistribution {
  if (recent > 0) return between(found, recentLevelAt(found.centre), recent);
  const lean = share * (found.quantile(0.5) - found.centre);
  return lean === 0 ? found : { ...found, quantile: (p) => Math.max(0, found.quantile(p) - lean) };
}

const soundOf = (found: ErrorDistribution | null, children: Children) =>
  found && sound(found, forecastLimits(children, found.quantile(0.5)));

/** Children known to be away on outings. */
function awayOn({ levels, closures }: Sources, site: number, day: number, origin: number): number {
  const { id } = levels[site].series.site;
  const known = closures.find(id, day, origin);
  return known.reduce((sum, c) => sum + (c.kind === 'outing' ? (c.absent ?? 0) : 0), 0);
}

function byRule(
  sources: Sources,
  { rule, errors }: ToldByRule,
  site: number,
  day: number,
  origin: number,
  suppose: AssumedDay,
  away: number,
  children: Children,
): DayForecast {
  const { id } = sources.levels[site].series.site;
  const known = sources.closures.find(id, day, origin);
  const strike = suppose.strike ?? known.some(({ kind }) => kind === 'strike');
  const ratio = strike ? priorStrike.town : 0;
  const expected = rule.mean * Math.exp(ratio);
  const left = shareLeft(sources, site, day, origin, away, rule.mean);
  // A rule that knows nothing says zero: no number of meals comes of it.
  const isNone = left === 0 || (rule.model === 'enrolment' && rule.mean === 0);
  const ordinary = isNone ? nobody : naiveDistribution({ ...rule, mean: expected * left }, errors());
  const distribution = soundOf(strike ? onStrike(ordinary, priorStrike, site) : ordinary, children);
  if (distribution === null) throw new RangeError(`No rule gives a number for site ${id}`);
  return {
    distribution,
    model: rule.model,
    inputs: null,
    level: rule.mean,
    terms: new Map(strike ? [['strike', ratio]] : []),
    absent: expected * (1 - left),
  };
}

/** Records of a town until which the recent level is the number, and how many more the regression needs to count as much. */
const levelAlone = 26;
const alikeAfter = 300;
/** A weight under which it has no say. */
const leastWeight = 0.1;
/** Records of a site that make half of it beside a library, which tells what days do from the first one on. */
const halfBesideLibrary = 120;

/** What a site's recent level counts for: the less, the more records of the town the regression was fitted to. 1 to 0. */
function recentLevelWeight(sources: Sources, site: number, origin: number): number {
  const { library, libraryShare = 1, levels } = sources;
  const records = levels.reduce((sum, { last }) => sum + last(origin) + 1, 0);
  const weight = alikeAfter / (alikeAfter + Math.max(0, records - levelAlone));
  const own = levels[site].last(origin) + 1;
  const left = library === null ? 1 : 1 - (libraryShare * halfBesideLibrary) / (own + halfBesideLibrary);
  return left * Math.max(0, (weight - leastWeight) / (1 - leastWeight));
}

/** Same weekdays from which one that is new to a site is no longer new. */
const newUntil = 16;
/** Days on other weekdays before its first one, for a weekday to count as new. */
const settledDays = 20;
/** What a site's own same weekdays count for on days on which most of the town is closed. */
const oddDayWeight = 0.9;

/** What is expected once a site's own past has had its say, and how much of it came from there, 0 to 1. */
interface OwnPast {
  readonly expected: number;
  readonly terms: ReadonlyMap<TermName, number>;
  /** Share of the recent level, and of the last same weekdays. */
  readonly recent: number;
  readonly weekday: number;
}

/**
 * What the regression expects, drawn towards the site's recent level in a young town, or towards its last same weekdays
 * where it has little to go by: on a weekday that the site has only just begun to serve, and on days that are none of
 * most of the town.
 */
function withOwnPast(
  sources: Sources,
  { centre: mean, inputs, terms }: Prediction,
  site: number,
  day: number,
  origin: number,
): OwnPast {
  const drawn = (term: TermName, to: number, weight: number) => {
    const shift = weight * logRatio(to, mean);
    const moved = new Map(terms).set(term, (terms.get(term) ?? 0) + shift);
    return { expected: mealsTarget(mean, shift), terms: moved, recent: 0, weekday: 0 };
  };
  const levels = sources.levels[site];
  const young = recentLevelWeight(sources, site, origin);
  const recent = young > 0 ? recentLevel(levels, day, origin) : null;
  const same = sameWeekdayMean(levels, day, origin, 4);
  const isRule = recent !== null && young >= floorBelow;
  const weight = same === null || inputs.strike || isRule ? 0 : ownWeekdayWeight(sources, site, day, origin);
  if (same !== null && weight > 0) return { ...drawn('weekday', same, weight), weekday: weight };
  if (recent !== null) {
    // What a strike takes is taken from this number too.
    const struck = inputs.strike ? Math.exp(terms.get('strike') ?? 0) : 1;
    return { ...drawn('trend', recent * struck, young), recent: young };
  }
  return { expected: mean, terms, recent: 0, weekday: 0 };
}

function ownWeekdayWeight(sources: Sources, site: number, day: number, origin: number): number {
  const { series, last } = sources.levels[site];
  const usual = isOddDay(sources, site, day) ? oddDayWeight : 0;
  let same = 0;
  let k = last(origin);
  let first = k + 1;
  for (; k >= 0 && same < newUntil; k--) {
    if (series.ordinary[k] !== 1 || weekday(numberAt(series.days, k)) !== weekday(day)) continue;
    same++;
    first = k;
  }
  const isNew = same < newUntil && first - settledDays >= 0;
  // Its own first counts say nearly all: the regression takes months to learn a new weekday.
  return isNew ? Math.max(usual, 1 - (same / newUntil) ** 2) : usual;
}

/** A weekday that is none of the town's, or a day of holidays at a site that serves in them. */
function isOddDay({ calendar, weeks }: Sources, site: number, day: number): boolean {
  const off = calendar.offReason(day);
  return off === 'weekend' || (off === 'school-holiday' && weeks.at(site, day).serves);
}

/** All are away. */
const nobody: ErrorDistribution = locationScale(0, 0, normalShape);

/**
 * Share of the usual meals that are left when some of the children are away, 0 to 1: those away eat as often as the
 * others. Where the enrolment is unknown, it is what the usual meals let one expect.
 */
function shareLeft(
  sources: Sources,
  site: number,
  day: number,
  origin: number,
  away: number,
  usual: number,
): number {
  if (away <= 0) return 1;
  const { id, kind } = sources.levels[site].series.site;
  const known = sources.enrolment.at(id, schoolYearOf(day), origin);
  const enrolled = known ?? usual / (usualRate(sources.library, kind) ?? commonRate);
  return away < enrolled ? 1 - away / Math.max(enrolled, usual) : 0;
}
