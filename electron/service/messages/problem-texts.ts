import type { ProblemCode, ProblemParams } from '../../../db/import/problem.ts';

/** What is wrong with a row or a file, and what to do about it. */
export interface ProblemText {
  readonly reason: string;
  readonly remedy: string;
  /** Several rows told as one, where the words above speak of a single row. */
  readonly ofMany?: { readonly reason: string; readonly remedy?: string };
}

/** A text that needs nothing, or one made from the problem's parameters. */
export type ProblemTexts = {
  readonly [Code in ProblemCode]: ProblemText | ((params: ProblemParams[Code]) => ProblemText);
};
