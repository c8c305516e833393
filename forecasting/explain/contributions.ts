import type { Contribution, TermName } from '../records.ts';

/**
 * Splits a mean into meals per term. The regression multiplies; the meals of each term are its share of the
 * log ratio times the logarithmic mean of level and forecast, so that the shares add up without a remainder
 * and no term depends on the order in which they are taken.
 */
export function contributions(
  level: number,
  mean: number,
  terms: ReadonlyMap<TermName, number>,
  absent: number,
): Contribution[] {
  let ratio = 0;
  for (const v of terms.values()) ratio += v;
  const before = mean + absent;
  const mealsPerLog = Math.abs(ratio) < 1e-9 ? before + 1 : (before - level) / ratio;
  const list: Contribution[] = [];
  let rest = mean;
  for (const [term, v] of terms) {
    if (term === 'usual' || v === 0) continue;
    list.push({ term, meals: v * mealsPerLog });
    rest -= v * mealsPerLog;
  }
  if (absent !== 0) {
    list.push({ term: 'outing', meals: -absent });
    rest += absent;
  }
  return [{ term: 'usual', meals: rest }, ...list];
}
