import {
  drawCount,
  normalQuantile,
  normalQuantiles,
  normalShare,
  stream,
} from '../../../forecasting/numerics/streams.ts';
import { boundedMoments } from '../../../forecasting/take-up/censored.ts';
import { binomialAt, gammaAt } from '../../../forecasting/take-up/counts.ts';
import { expectedCounts } from '../../../forecasting/take-up/expected.ts';

/** log Γ by Stirling's series after shifting: an independent way to the beta-binomial probabilities. */
function logGamma(x: number): number {
  let [shift, z] = [0, x];
  for (; z < 12; z++) shift -= Math.log(z);
  return (
    shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * z) - 1 / (360 * z ** 3)
  );
}
const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

function betaBinomial(n: number, p: number, rho: number): readonly number[] {
  const [a, b] = [p * (1 / rho - 1), (1 - p) * (1 / rho - 1)];
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b)),
  );
}
const binomial = (n: number, p: number) =>
  Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log(1 - p)),
  );

test.each([
  [100, 0.4, 0.02, 40],
  [100, 0.9, 0.05, 97],
  [20, 0.3, 0.1, 0],
  [450, 0.7, 0.01, 330],
  [60, 0.2, 0.02, 30],
])('moments of a beta-binomial with a bound: %i guests, share %d, rho %d, at least %i', (n, p, rho, from) => {
  const f = betaBinomial(n, p, rho).map((f, k) => (k < from ? 0 : f));
  const total = f.reduce((a, b) => a + b, 0);
  const mean = f.reduce((sum, f, k) => sum + f * k, 0) / total;
  const variance = f.reduce((sum, f, k) => sum + f * (k - mean) ** 2, 0) / total;
  const own = boundedMoments(n, p, rho, from, n);
  expect(own.mean).toBeCloseTo(mean, 6);
  expect(own.variance).toBeCloseTo(variance, 4);
});

test('without overdispersion the same is a binomial', () => {
  expect(boundedMoments(50, 0.6, 0, 0, 50).mean).toBeCloseTo(30, 9);
  expect(boundedMoments(50, 0.6, 0, 0, 50).variance).toBeCloseTo(12, 6);
});

test.each([
  [5, 0.3],
  [24, 0.85],
  [100, 0.5],
  [100, 0.97],
  [400, 0.12],
])('the strata of a binomial of %i guests with share %d have its probabilities', (n, p) => {
  const counts = new Float64Array(n + 1);
  for (let stratum = 0; stratum < drawCount; stratum++) {
    const k = binomialAt(n, p, stratum);
    counts[k] = counts[k] + 1 / drawCount;
  }
  let [drawn, exact] = [0, 0];
  binomial(n, p).forEach((f, k) => {
    drawn += counts[k];
    exact += f;
    expect(Math.abs(drawn - exact)).toBeLessThan(0.008);
  });
});

test('gamma variables have the mean and variance of their shape', () => {
  for (const shape of [0.3, 1, 5, 40]) {
    const order = stream('test');
    const draws = Array.from(normalQuantiles, (z, i) => gammaAt(shape, z, (order[i] + 0.5) / drawCount));
    const mean = draws.reduce((a, b) => a + b, 0) / drawCount;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawCount;
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.15);
  }
});

test('normal quantiles and shares are each other’s inverse', () => {
  for (const p of [0.001, 0.01, 0.1, 0.5, 0.8, 0.99, 0.9999]) {
    expect(normalShare(normalQuantile(p))).toBeCloseTo(p, 6);
  }
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
});

test('a stream has every stratum once, always in the same order, in another for another name', () => {
  const order = stream('a');
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: drawCount }, (_, i) => i));
  expect(stream('a')).toEqual(order);
  const both = Array.from(order, (stratum, i) => stratum * stream('b')[i]);
  const centre = ((drawCount - 1) / 2) ** 2;
  // Uncorrelated to within chance: the standard error is 1 ÷ √500.
  const covariance = both.reduce((a, b) => a + b, 0) / drawCount - centre;
  expect(Math.abs(covariance / (drawCount ** 2 / 12))).toBeLessThan(0.15);
});

/** What was wanted of two dishes that both ran out, by letting guests come one after the other. */
test.each([
  [0.4, 0.4, 40, 40],
  [0.5, 0.3, 45, 33],
  [0.4, 0.4, 36, 36],
])('two dishes with shares %d and %d that ran out at %i and %i', (pa, pb, ca, cb) => {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  let [days, wantedA, wantedB] = [0, 0, 0];
  for (let day = 0; day < 4000; day++) {
    const wanted = [0, 0];
    const served = [0, 0];
    for (let diner = 0; diner < 100; diner++) {
      const wish = random();
      const first = wish < pa ? 0 : wish < pa + pb ? 1 : -1;
      if (first < 0) continue;
      wanted[first] = wanted[first] + 1;
      const other = 1 - first;
      const stock = [ca, cb];
      const open = (d: number) => served[d] < stock[d];
      const ratio = [pa / (1 - pb), pb / (1 - pa)];
      const takes = open(first) ? first : open(other) && random() < ratio[other] ? other : -1;
      if (takes >= 0) served[takes] = served[takes] + 1;
    }
    if (served[0] === ca && served[1] === cb) {
      days++;
      wantedA += wanted[0];
      wantedB += wanted[1];
    }
  }
  const out = {
    mean: new Float64Array(2),
    squared: new Float64Array(2),
    chance: new Float64Array(2),
    among: new Float64Array(2),
    inflation: new Float64Array(2),
  };
  const row = (key: string, taken: number) => ({ key, family: null, taken, soldOut: true });
  const offer = {
    siteId: 1,
    day: 1,
    course: 'main',
    diners: 100,
    rows: [row('a', ca), row('b', cb)],
  } as const;
  expectedCounts(offer, 100, Float64Array.of(pa, pb), 1e-4, out);
  // Which ran out first is not known: to within one portion and a half each, and one together.
  expect(Math.abs(out.mean[0] - wantedA / days)).toBeLessThan(1.5);
  expect(Math.abs(out.mean[1] - wantedB / days)).toBeLessThan(1.5);
  expect(Math.abs(out.mean[0] + out.mean[1] - (wantedA + wantedB) / days)).toBeLessThan(1);
});
