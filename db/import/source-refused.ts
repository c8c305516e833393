import type { ProblemCode, ProblemParams } from './problem.ts';

/** What speaks against a source as a whole. */
export type SourceRefusal = {
  [Code in ProblemCode]: {
    readonly code: Code;
    readonly params: ProblemParams[Code];
    readonly value?: string;
  };
}[ProblemCode];

export class SourceRefused extends Error {
  override name = 'SourceRefused';
  readonly refusal: SourceRefusal;

  constructor(refusal: SourceRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
