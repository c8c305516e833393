import type { ByAgeClass } from '../../forecasting/domain/records.ts';

/** One value for each age class as columns. */
export interface AmountColumns {
  readonly maternelle: number | null;
  readonly elementaire: number | null;
  readonly college: number | null;
  readonly adult: number | null;
}

export const amountColumns = ({ M, E, C, A }: ByAgeClass<number | null>): AmountColumns => ({
  maternelle: M,
  elementaire: E,
  college: C,
  adult: A,
});

export const amountsOf = (row: AmountColumns): ByAgeClass<number | null> => ({
  M: row.maternelle,
  E: row.elementaire,
  C: row.college,
  A: row.adult,
});
