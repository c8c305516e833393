/** The package ships no types; this is the part that is used. */
declare module 'ml-regression' {
  /** A line through points by the median of the slopes between them: a few wild points do not move it. */
  export class TheilSenRegression {
    constructor(x: readonly number[], y: readonly number[]);
    predict(x: number): number;
  }
  export class MultivariateLinearRegression {
    constructor(
      x: readonly (readonly number[])[],
      y: readonly (readonly number[])[],
      options?: { readonly intercept?: boolean; readonly statistics?: boolean },
    );
    /** One row per column of `x`. */
    readonly weights: readonly (readonly number[])[];
  }
}
