import type { Contribution, TermName } from '../domain/records.ts';

/**
 * Splits a forecast into meals per term. The regression multiplies; the meals of each term are its share of the
 * log ratio times the logarithmic mean of level and centre, so that the shares add up without a remainder
 * and no term depends on the order in which they are taken.
 *
 * Errors lean to one side, so the `mean` of the distribution lies a little off the `centre` that the terms make: on a
 * strike day that is the strike's, on any other it belongs to the usual.
 */
export function contributions(
  level: number,
  centre: number,
  terms: ReadonlyMap<TermName, number>,
  absent: number,
  mean: number = centre,
): Contribution[] {
  let ratio = 0;
  for (const v of terms.values()) ratio += v;
  const before = centre + absent;
  const mealsPerLog = Math.abs(ratio) < 1e-9 ? before + 1 : (before - level) / ratio;
  const list: Contribution[] = [];
  let rest = mean;
  for (const [term, v] of terms) {
    if (term === 'usual' || v === 0) continue;
    const meals = v * mealsPerLog + (term === 'strike' ? mean - centre : 0);
    list.push({ term, meals });
    rest -= meals;
  }
  if (absent !== 0) {
    list.push({ term: 'outing', meals: -absent });
    rest += absent;
  }
  return [{ term: 'usual', meals: rest }, ...list];
}
