/** Imagined days. Stratified, they place a mean exactly and a quantile better than as many plain ones. */
export const drawCount = 500;

/** Standard normal quantiles of (i + ½) ÷ `drawCount`, ascending. */
export const normalQuantiles = Float64Array.from({ length: drawCount }, (_, i) =>
  normalQuantile((i + 0.5) / drawCount),
);

const strata = Uint16Array.from({ length: drawCount }, (_, i) => i);

/**
 * A stream is an order of the strata 0 … `drawCount` − 1: in draw i the thing that it stands for lies in stratum
 * `stream[i]` of its distribution. Each thing has every stratum once (Latin hypercube; McKay, Beckman and Conover,
 * Technometrics 21, 1979), so means and quantiles of one thing are exact to within a stratum, and things with
 * different names are independent. The order follows from the name alone.
 */
export function stream(name: string): Uint16Array {
  const order = Uint16Array.from(strata);
  let state = seedOf(name);
  for (let i = drawCount - 1; i > 0; i--) {
    // A linear congruential generator (Numerical Recipes), its high bits alone: shuffling is all that it is for.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 4_294_967_296) * (i + 1));
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}

/** FNV-1a with a last mix: 32 bits. */
function seedOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Standard normal draws of a name. */
export function normals(name: string): Float64Array {
  const order = stream(name);
  const draws = new Float64Array(drawCount);
  for (let i = 0; i < drawCount; i++) draws[i] = normalQuantiles[order[i]];
  return draws;
}

/** Draws that are asked for again and again: those of what sites and dishes share. */
export class SharedNormals {
  private readonly known = new Map<string, Float64Array>();

  of(name: string): Float64Array {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    if (this.known.size >= mostKept) this.known.clear();
    const made = normals(name);
    this.known.set(name, made);
    return made;
  }
}

/** Streams kept, of 8 kB each. */
const mostKept = 1000;

/** The inverse of the normal distribution function (Acklam's rational approximations, relative error 1e-9). */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
        1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

/** The normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = 0.3989422804014327 * Math.exp((-z * z) / 2);
  const tail =
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
