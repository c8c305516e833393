import type { Inputs, Sources } from '../features/inputs.ts';
import type { ScaledDistribution } from '../forecasts/distribution.ts';
import type { ModelName, TermName } from '../records.ts';
import type { Suppose } from '../types.ts';
import { naiveForecast } from './naive.ts';
import { naiveDistribution } from './naive-distribution.ts';
import type { SiteModel } from './site-model.ts';
import { onStrike, priorStrike } from './strike-effect.ts';

/** The forecast of one site-day and what it rests on. */
export interface DayForecast {
  readonly distribution: ScaledDistribution;
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

/** By the regression where it is fitted and the site has enough past, else by the best naive rule. */
export function dayForecast(
  sources: Sources,
  model: SiteModel | null,
  site: number,
  day: number,
  origin: number,
  suppose: Suppose = {},
): DayForecast {
  const prediction = model?.predict(site, day, origin, suppose.strike) ?? null;
  if (model === null || prediction === null) return byRule(sources, site, day, origin, suppose);
  const { inputs, terms } = prediction;
  const absent = Math.min(prediction.mean, inputs.outing + (suppose.absent ?? 0));
  const distribution = model.distribution(prediction.mean - absent, inputs);
  if (distribution === null) return byRule(sources, site, day, origin, suppose);
  const name = inputs.records === 0 ? 'enrolment' : 'regression';
  return { distribution, model: name, inputs, level: inputs.level, terms, absent };
}

function byRule(sources: Sources, site: number, day: number, origin: number, suppose: Suppose): DayForecast {
  const rule = naiveForecast(sources, site, day, origin);
  const { id } = sources.levels[site].series.site;
  const known = sources.closures.find(id, day, origin);
  const away = known.reduce((sum, c) => sum + (c.kind === 'outing' ? (c.absent ?? 0) : 0), 0);
  const strike = suppose.strike ?? known.some(({ kind }) => kind === 'strike');
  const ratio = strike ? priorStrike.town : 0;
  const expected = rule.mean * Math.exp(ratio);
  const absent = Math.min(expected, away + (suppose.absent ?? 0));
  const ordinary = naiveDistribution({ ...rule, mean: expected - absent });
  return {
    distribution: strike ? onStrike(ordinary, priorStrike, site) : ordinary,
    model: rule.model,
    inputs: null,
    level: rule.mean,
    terms: new Map(strike ? [['strike', ratio]] : []),
    absent,
  };
}
