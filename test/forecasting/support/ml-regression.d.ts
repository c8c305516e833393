/** The package ships no types; this is the part that the tests use. */
declare module 'ml-regression' {
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
