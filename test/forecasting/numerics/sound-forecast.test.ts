import { locationScale, normalShape, probabilities } from '../../../forecasting/numerics/distribution.ts';
import { chanceDeviation, sound } from '../../../forecasting/numerics/sound-forecast.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import { random } from '../support/synthetic.ts';

const unlimited = { most: Number.POSITIVE_INFINITY, chance: 0 };
const always40 = locationScale(40, 0, normalShape);

test('a canteen where always 40 come is never given 39, whatever the level', () => {
  const forecast = sound(locationScale(39.7, 0.01, normalShape), {
    most: 40,
    chance: chanceDeviation(40, 40),
  });
  for (const level of [0.5, 0.8, 0.95]) expect(orderQuantity(forecast ?? always40as(), level)).toBe(40);
});

function always40as(): never {
  throw new Error('no forecast');
}

test('a number that is not finite is no forecast', () => {
  expect(sound(locationScale(Number.NaN, 1, normalShape), unlimited)).toBeNull();
  expect(sound(locationScale(10, Number.POSITIVE_INFINITY, normalShape), unlimited)).toBeNull();
});

test('the range is no narrower than a binomial count, drawn by brute force', () => {
  const [children, meals] = [60, 40];
  const next = random(4);
  const counts = Array.from({ length: 20_000 }, () => {
    let come = 0;
    for (let child = 0; child < children; child++) if (next() < meals / children) come++;
    return come;
  }).sort((a, b) => a - b);
  const forecast = sound(always40, { most: children, chance: chanceDeviation(meals, children) });
  for (const p of [0.1, 0.5, 0.9]) {
    expect(
      Math.abs((forecast?.quantile(p) ?? 0) - (counts[Math.floor(p * counts.length)] ?? 0)),
    ).toBeLessThan(0.8);
  }
});

test('no quantile lies above the children there are, and a wide one stays as it is', () => {
  const wide = locationScale(40, 20, normalShape);
  const forecast = sound(wide, { most: 50, chance: 2 });
  expect(forecast?.quantile(0.99)).toBe(50);
  expect(forecast?.quantile(0.1)).toBeCloseTo(wide.quantile(0.1), 9);
});

test('the mean is that of the distribution, by Monte Carlo', () => {
  const skewed = locationScale(
    100,
    8,
    Float64Array.from(probabilities, (p) => -Math.log(1 - p) - 1.5 * Math.sqrt(p)),
  );
  const forecast = sound(skewed, unlimited);
  const next = random(9);
  let sum = 0;
  const draws = 200_000;
  for (let i = 0; i < draws; i++) sum += forecast?.quantile(Math.max(1e-9, next())) ?? 0;
  expect(forecast?.mean).toBeCloseTo(sum / draws, 0);
  expect(Math.abs((forecast?.mean ?? 0) - sum / draws)).toBeLessThan(0.1);
});
