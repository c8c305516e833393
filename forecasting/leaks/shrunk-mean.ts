export interface CellMean {
  readonly mean: number;
  /** Variance of the mean, by chance alone. */
  readonly variance: number;
}

export type ShrunkMeans = readonly { readonly mean: number; readonly shrunk: number }[];

/** Rounds of the estimate of the variance between cells. */
const rounds = 50;

/**
 * Means drawn towards that of all cells, the more the less is known of each: the largest of many means is too large
 * (Efron and Morris, "Stein's estimation rule and its competitors", JASA 68, 1973). The variance between cells is that
 * of Paule and Mandel (1982): the one that makes the weighted squares as large as their degrees of freedom.
 */
export function shrinkMeans(cells: readonly CellMean[]): ShrunkMeans {
  const known = cells.filter(({ variance }) => variance > 0);
  const between = varianceBetween(known);
  const centre = known.length === 0 ? 0 : centreOf(known, between);
  return cells.map(({ mean, variance }) => ({
    mean,
    shrunk: variance > 0 ? centre + (between / (between + variance)) * (mean - centre) : mean,
  }));
}

function centreOf(cells: readonly CellMean[], between: number): number {
  const weight = cells.reduce((sum, { variance }) => sum + 1 / (variance + between), 0);
  return cells.reduce((sum, { mean, variance }) => sum + mean / (variance + between), 0) / weight;
}

function varianceBetween(cells: readonly CellMean[]): number {
  if (cells.length < 3) return 0;
  const excess = (between: number) => {
    const centre = centreOf(cells, between);
    const squares = cells.reduce(
      (sum, { mean, variance }) => sum + (mean - centre) ** 2 / (variance + between),
      0,
    );
    return squares - (cells.length - 1);
  };
  if (excess(0) <= 0) return 0;
  let [low, high] = [0, 1];
  while (excess(high) > 0) high *= 2;
  for (let i = 0; i < rounds; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}
