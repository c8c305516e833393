import { drawCount } from '../../../forecasting/numerics/streams.ts';
import { fitTakeUpEffects } from '../../../forecasting/take-up/fit.ts';
import { offersOf } from '../../../forecasting/take-up/offers.ts';
import { Posterior } from '../../../forecasting/take-up/posterior.ts';
import { trainingOf } from '../../../forecasting/take-up/training.ts';
import { restaurantLike } from '../support/two-dishes.ts';

test('a deviation that is not kept is the same each time it is asked for', () => {
  const { history, day } = restaurantLike();
  const posterior = new Posterior(fitTakeUpEffects(trainingOf(offersOf(history, day), day)), 0);
  const widths = Array.from({ length: 5 }, () => {
    const draws = new Float64Array(drawCount);
    posterior.add('course', 'main', 1, draws);
    return Math.max(...draws) - Math.min(...draws);
  });
  expect(widths[0]).toBeGreaterThan(0);
  expect(new Set(widths).size).toBe(1);
});
