import type { FittedErrors } from '../domain/fitted.ts';
import type { LibraryLead } from '../domain/library.ts';
import type { TermName } from '../domain/records.ts';
import { buildSchema } from '../features/schema.ts';
import { cautious, combine, type TownEstimate, varianceBetween } from './random-effects.ts';

/** What one town's library says of one lead, and the site-days it was learned from. */
export interface TownLead {
  readonly lead: LibraryLead;
  readonly siteDays: number;
}

/** Widths beyond these are not believed: a prior neither nails an effect down nor lets it go. */
const widths = { least: 1 / 16, most: 4 } as const;

/** The same lead of several towns as one; all must have their certainty. */
export function mergeLead(towns: readonly TownLead[]): LibraryLead {
  const leads = towns.map(({ lead }) => lead);
  const names = [...new Set(leads.flatMap(({ effects }) => Object.keys(effects)))];
  const groups = names.map((name) => [name, mergeGroup(name, leads)] as const);
  const words = [...new Set(leads.flatMap((lead) => Object.keys(lead.words)))].sort();
  const ofWords = mergeColumns(
    words.map((word) =>
      leads.flatMap((lead) => estimate(lead, 'word', lead.words[word], (c) => c.words[word])),
    ),
    words.map(() => 0),
  );
  return {
    lead: leads[0].lead,
    effects: Object.fromEntries(groups.map(([name, { means }]) => [name, means])),
    words: Object.fromEntries(words.map((word, i) => [word, ofWords.means[i]])),
    means: mergeMeans(towns),
    errors: mergeErrors(towns, effectsShare(towns, groups, words, ofWords)),
    width: {
      effects: Object.fromEntries(groups.map(([name, found]) => [name, found.widths])),
      words: Object.fromEntries(words.map((word, i) => [word, ofWords.widths[i]])),
    },
  };
}

const priors = new Map(
  (({ groups, prior }) =>
    groups.map(({ name, offset, size }) => [name, prior.subarray(offset, offset + size)]))(
    buildSchema(0),
  ) as [string, Float64Array][],
);

function estimate(
  { certainty }: LibraryLead,
  group: string,
  value: number | undefined,
  precisionIn: (certainty: NonNullable<LibraryLead['certainty']>) => number | undefined,
): readonly TownEstimate[] {
  if (certainty === undefined || value === undefined) return [];
  const { [group]: assumed = Number.POSITIVE_INFINITY } = certainty.assumed;
  return [{ value, precision: precisionIn(certainty) ?? 0, assumed }];
}

function mergeGroup(name: string, leads: readonly LibraryLead[]): MergedColumns {
  const size = leads.reduce((most, { effects }) => Math.max(most, effects[name]?.length ?? 0), 0);
  const columns = Array.from({ length: size }, (_, c) =>
    leads.flatMap((lead) =>
      estimate(lead, name, lead.effects[name]?.[c], (known) => known.effects[name]?.[c]),
    ),
  );
  return mergeColumns(
    columns,
    columns.map((_, c) => priors.get(name)?.[c] ?? 0),
  );
}

interface MergedColumns {
  readonly means: readonly number[];
  readonly widths: readonly number[];
  /** By how much the next town's effects vary around the means, τ² + 1 ÷ Σ ω. */
  readonly variances: readonly number[];
}

/** The effects of one group: what no town knows stays at its prior, and as wide as it was. */
function mergeColumns(
  columns: readonly (readonly TownEstimate[])[],
  priorOf: readonly number[],
): MergedColumns {
  const knowing = columns.map((column) => column.filter(({ precision }) => precision > 0));
  const towns = knowing.reduce((most, { length }) => Math.max(most, length), 0);
  const all = knowing.flat();
  const assumed = all.reduce((sum, one) => sum + one.assumed, 0) / Math.max(1, all.length);
  const between = cautious(varianceBetween(knowing) ?? assumed, assumed, Math.max(1, towns));
  const found = knowing.map((column) => combine(column, between));
  return {
    means: found.map((one, c) => one?.mean ?? priorOf[c]),
    variances: found.map((one) => (one === null ? 0 : between + one.variance)),
    widths: found.map((one, c) => {
      if (one === null || knowing[c].length < 2) return 1;
      return Math.max(widths.least, Math.min(widths.most, (between + one.variance) / assumed));
    }),
  };
}

/**
 * What the next town's own effects add to the variance of its errors, as a share of it. A town's errors were made around
 * its own effects, those of the next one are made around the means: with a the precision of an effect by a town's n
 * site-days, which is what they hold of it over the variance of an error, the share is Σ a (τ² + 1 ÷ Σ ω) ÷ n; the mean
 * over the towns' days. Of one town alone nothing is known of others.
 */
function effectsShare(
  towns: readonly TownLead[],
  groups: readonly (readonly [name: string, columns: MergedColumns])[],
  words: readonly string[],
  ofWords: MergedColumns,
): number {
  if (towns.length < 2) return 0;
  const [sum, days] = towns.reduce(
    ([all, n], { lead: { certainty }, siteDays }) => {
      const ofGroups = groups.flatMap(([name, { variances }]) =>
        variances.map((variance, c) => variance * (certainty?.effects[name]?.[c] ?? 0)),
      );
      const own = words.map((word, i) => ofWords.variances[i] * (certainty?.words[word] ?? 0));
      return [all + [...ofGroups, ...own].reduce((total, one) => total + one, 0), n + siteDays];
    },
    [0, 0],
  );
  return sum / days;
}

/** Means of the terms over all days of all towns. */
function mergeMeans(towns: readonly TownLead[]): Readonly<Partial<Record<TermName, number>>> {
  const days = towns.reduce((sum, { siteDays }) => sum + siteDays, 0);
  const terms = [...new Set(towns.flatMap(({ lead }) => Object.keys(lead.means) as TermName[]))].sort();
  return Object.fromEntries(
    terms.map((term) => [
      term,
      towns.reduce((sum, { lead, siteDays }) => sum + (siteDays / days) * (lead.means[term] ?? 0), 0),
    ]),
  );
}

/** Variance of the log of the absolute value of a standard normal variable. */
const logVariance = Math.PI ** 2 / 8;
/** A site of middling size and spread on an ordinary day: columns of the log scale up to the kind of day. */
const middling = [1, Math.log(100), Math.log(0.1), 1] as const;
const months = 12;

/**
 * Errors of another town: the mean of the towns' log scales and of their standardised quantiles, weighted as effects
 * are. Where log scales differ between towns with variance τ², the mean of the variances is that of the mean scale
 * times exp(2 τ²): the scale is widened by exp(τ²). `ofEffects`: see `effectsShare`.
 */
function mergeErrors(towns: readonly TownLead[], ofEffects: number): FittedErrors {
  const errors = towns.map(({ lead }) => lead.errors);
  const scales: TownEstimate[] = towns.map(({ lead, siteDays }) => ({
    value: middlingScale(lead.errors.scale),
    precision: siteDays / logVariance,
    assumed: Number.POSITIVE_INFINITY,
  }));
  const between = varianceBetween([scales]) ?? 0;
  const weights = scales.map(({ precision }) => 1 / (1 / precision + between));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (one: FittedErrors) => number) =>
    errors.reduce((sum, one, i) => sum + (weights[i] / total) * of(one), 0);
  const [first] = errors;
  const wider = between + Math.log(1 + ofEffects) / 2;
  return {
    scale: first.scale.map((_, c) => mean(({ scale }) => scale[c]) + (c === 0 ? wider : 0)),
    shapes: first.shapes.map((shape, size) => shape.map((_, i) => mean(({ shapes }) => shapes[size][i]))),
    pooled: first.pooled.map((shape, size) => shape.map((_, i) => mean(({ pooled }) => pooled[size][i]))),
    correlation: mean(({ correlation }) => correlation),
  };
}

/** Log of the typical error, in meals, of a site of a hundred meals. */
export function middlingScale(scale: readonly number[]): number {
  const ofMonths = scale.slice(-months).reduce((sum, value) => sum + value, 0) / months;
  return middling.reduce((sum, x, c) => sum + x * scale[c], ofMonths);
}
