import type { Inputs, Sources } from '../features/inputs.ts';
import type { ErrorDistribution } from '../forecasts/distribution.ts';
import { type SoundForecast, sound } from '../forecasts/sound-forecast.ts';
import type { ModelName, TermName } from '../records.ts';
import type { Suppose } from '../types.ts';
import { type Children, childrenOf, limitsOf } from './limits.ts';
import { naiveForecast } from './naive.ts';
import { naiveDistribution } from './naive-distribution.ts';
import type { SiteModel } from './site-model.ts';
import { onStrike, priorStrike } from './strike-effect.ts';

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
  /** Children away, taken off at the end. */
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
  suppose: Suppose = {},
): DayForecast {
  const away = awayOn(sources, site, day, origin) + (suppose.absent ?? 0);
  const children = childrenOf(sources, site, day, origin, away);
  const prediction = model?.predict(site, day, origin, suppose.strike) ?? null;
  if (model !== null && prediction !== null) {
    const { centre, inputs, terms } = prediction;
    const absent = Math.min(centre, away);
    const distribution = soundOf(model.distribution(centre - absent, inputs), children);
    const name = inputs.records === 0 ? 'enrolment' : 'regression';
    if (distribution !== null)
      return { distribution, model: name, inputs, level: inputs.level, terms, absent };
  }
  return byRule(sources, site, day, origin, suppose, away, children);
}

const soundOf = (found: ErrorDistribution | null, children: Children) =>
  found && sound(found, limitsOf(children, found.quantile(0.5)));

/** Children known to be away on outings. */
function awayOn({ levels, closures }: Sources, site: number, day: number, origin: number): number {
  const { id } = levels[site].series.site;
  const known = closures.find(id, day, origin);
  return known.reduce((sum, c) => sum + (c.kind === 'outing' ? (c.absent ?? 0) : 0), 0);
}

function byRule(
  sources: Sources,
  site: number,
  day: number,
  origin: number,
  suppose: Suppose,
  away: number,
  children: Children,
): DayForecast {
  const rule = naiveForecast(sources, site, day, origin);
  const { id } = sources.levels[site].series.site;
  const known = sources.closures.find(id, day, origin);
  const strike = suppose.strike ?? known.some(({ kind }) => kind === 'strike');
  const ratio = strike ? priorStrike.town : 0;
  const expected = rule.mean * Math.exp(ratio);
  const absent = Math.min(expected, away);
  const ordinary = naiveDistribution({ ...rule, mean: expected - absent });
  const distribution = soundOf(strike ? onStrike(ordinary, priorStrike, site) : ordinary, children);
  if (distribution === null) throw new RangeError(`No rule gives a number for site ${id}`);
  return {
    distribution,
    model: rule.model,
    inputs: null,
    level: rule.mean,
    terms: new Map(strike ? [['strike', ratio]] : []),
    absent,
  };
}
