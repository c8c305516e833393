import type { TermName } from '../../../forecasting/domain/records.ts';
import { contributions } from '../../../forecasting/explain/contributions.ts';

const sum = (list: readonly { meals: number }[]) => list.reduce((s, c) => s + c.meals, 0);

test('the terms add up to the mean', () => {
  const terms = new Map<TermName, number>([
    ['usual', 0.02],
    ['weekday', -0.05],
    ['menu', 0.01],
  ]);
  const mean = 101 * Math.exp(-0.02) - 1;
  const list = contributions(100, mean, terms, 0);
  expect(sum(list)).toBeCloseTo(mean, 10);
  expect(list.find((c) => c.term === 'weekday')?.meals).toBeLessThan(0);
  expect(list.find((c) => c.term === 'menu')?.meals).toBeGreaterThan(0);
});

test('children away are a term of their own', () => {
  const list = contributions(100, 75, new Map<TermName, number>([['usual', 0]]), 25);
  expect(list).toContainEqual({ term: 'outing', meals: -25 });
  expect(sum(list)).toBeCloseTo(75, 10);
});
