import type { Contribution, TermName } from '../../../electron/api/records.ts';

export type WaterfallStepName = TermName | 'small' | 'margin' | 'decision';

export interface Step {
  readonly name: WaterfallStepName;
  /** Whole meals; the steps add up to the order exactly. */
  readonly meals: number;
  /** Running total before and after. */
  readonly from: number;
  readonly to: number;
}

const BASE: TermName = 'usual';

/**
 * From the usual number to the order, in whole meals. The margin is what the service level adds to the expected
 * meals. Terms that round to nothing, and what rounding the others leaves over, are told together on a line of their
 * own, so that the steps add up to the order and nothing is bent to fit. What a person changed comes last.
 */
export function waterfall(
  contributions: readonly Contribution[],
  recommended: number,
  order = recommended,
): readonly Step[] {
  const expected = Math.round(contributions.reduce((sum, { meals }) => sum + meals, 0));
  const terms = joinTerms(contributions);
  const base = Math.round(terms.get(BASE) ?? 0);
  terms.delete(BASE);
  const large = [...terms]
    .map(([name, meals]) => ({ name, meals: Math.round(meals) }))
    .filter(({ meals }) => meals !== 0);
  const small = expected - base - large.reduce((sum, { meals }) => sum + meals, 0);
  return running([
    { name: BASE, meals: base },
    ...large,
    ...(small === 0 ? [] : [{ name: 'small' as const, meals: small }]),
    { name: 'margin', meals: recommended - expected },
    ...(order === recommended ? [] : [{ name: 'decision' as const, meals: order - recommended }]),
  ]);
}

function joinTerms(contributions: readonly Contribution[]): Map<TermName, number> {
  const terms = new Map<TermName, number>();
  for (const { term, meals } of contributions) terms.set(term, (terms.get(term) ?? 0) + meals);
  return terms;
}

function running(
  parts: readonly { readonly name: WaterfallStepName; readonly meals: number }[],
): readonly Step[] {
  let at = 0;
  return parts.map(({ name, meals }) => {
    const from = at;
    at += meals;
    return { name, meals, from, to: at };
  });
}

/** The cut-out that the bars are drawn in: it holds every step but not the whole of the first. */
export function cutOut(steps: readonly Step[]): { readonly from: number; readonly to: number } {
  const ends = steps.flatMap((step, i) => (i === 0 ? [step.to] : [step.from, step.to]));
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const room = Math.max(2, (high - low) * 0.3);
  return { from: low - room, to: high + 1 };
}
