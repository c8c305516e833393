import { dinersOfOffers, type Offer } from './offers.ts';

/** After how many later servings of the same dish at the same site, and how many days, a record counts half. */
export interface Memory {
  readonly servings: number;
  readonly days: number;
}

const endless: Memory = { servings: Number.POSITIVE_INFINITY, days: Number.POSITIVE_INFINITY };

/** From short to endless. A dish cooked daily is remembered for weeks, one cooked monthly for years. */
const memories: readonly Memory[] = [
  { servings: 30, days: 730 },
  { servings: 90, days: 730 },
  { servings: 270, days: 1460 },
  endless,
];

/** Records of a dish at a site before its next one is foretold. */
const fewest = 5;

/**
 * How fast tastes drift: the memory whose running mean of a dish's share at a site best foretells the next one. Where
 * nothing drifts the longest wins, as it has most records to rest on.
 */
export function learnMemory(offers: readonly Offer[], first: Int32Array, dishAtSite: Int32Array): Memory {
  const dishes = dishAtSite.reduce((most, d) => Math.max(most, d + 1), 0);
  const running = memories.map(() => ({
    sum: new Float64Array(dishes),
    weight: new Float64Array(dishes),
    error: 0,
  }));
  const seen = new Int32Array(dishes);
  const lastDay = new Float64Array(dishes);
  offers.forEach((offer, o) => {
    const n = dinersOfOffers(offer);
    offer.rows.forEach(({ taken, soldOut }, i) => {
      if (Number.isNaN(taken) || soldOut) return;
      const d = dishAtSite[first[o] + i];
      const age = offer.day - lastDay[d];
      for (const [m, { sum, weight }] of running.entries()) {
        const { servings, days } = memories[m];
        const fade = 0.5 ** (1 / servings + age / days);
        if (seen[d] >= fewest) {
          const mean = sum[d] / weight[d];
          running[m].error += (taken / n - mean) ** 2;
        }
        sum[d] = fade * sum[d] + taken / n;
        weight[d] = fade * weight[d] + 1;
      }
      seen[d] = seen[d] + 1;
      lastDay[d] = offer.day;
    });
  });
  const best = running.reduce((best, { error }, m) => (error <= (running[best]?.error ?? 0) ? m : best), 0);
  return memories[best] ?? endless;
}
