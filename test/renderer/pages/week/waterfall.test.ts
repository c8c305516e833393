import type { Contribution } from '../../../../electron/api/records.ts';
import { cutOut, waterfall } from '../../../../renderer/pages/week/waterfall.ts';

const terms: readonly Contribution[] = [
  { term: 'usual', meals: 130.2 },
  { term: 'menu', meals: 8.7 },
  { term: 'holidays', meals: -3.8 },
  { term: 'trend', meals: 0.3 },
  { term: 'season', meals: 0.4 },
  { term: 'other', meals: 1.6 },
];

describe('the waterfall', () => {
  test('adds up to the order', () => {
    const steps = waterfall(terms, 142);
    expect(steps.reduce((sum, step) => sum + step.meals, 0)).toBe(142);
    expect(steps.at(-1)?.to).toBe(142);
  });

  test('begins with the usual number and ends with the margin', () => {
    const names = waterfall(terms, 142).map((step) => step.name);
    expect(names.at(0)).toBe('usual');
    expect(names.at(-1)).toBe('margin');
  });

  test('ends with what a person changed, where the order is not the one recommended', () => {
    const steps = waterfall(terms, 142, 150);
    expect(steps.slice(-2).map(({ name, meals }) => [name, meals])).toEqual([
      ['margin', 5],
      ['decision', 8],
    ]);
    expect(steps.at(-1)?.to).toBe(150);
  });

  test('the margin is what the order has over the expected meals as shown', () => {
    expect(waterfall(terms, 142).at(-1)?.meals).toBe(142 - 137);
  });

  test('tells small effects and rounding on one line, and only when there are any', () => {
    expect(waterfall(terms, 142).map((step) => step.name)).not.toContain('trend');
    const even = waterfall([{ term: 'usual', meals: 100 }], 104);
    expect(even.map((step) => [step.name, step.meals])).toEqual([
      ['usual', 100],
      ['margin', 4],
    ]);
    const small = waterfall(
      [
        { term: 'usual', meals: 100.4 },
        { term: 'trend', meals: 0.4 },
      ],
      104,
    );
    expect(small.map((step) => [step.name, step.meals])).toEqual([
      ['usual', 100],
      ['small', 1],
      ['margin', 3],
    ]);
  });

  test('joins contributions of one term', () => {
    const steps = waterfall(
      [
        { term: 'usual', meals: 50 },
        { term: 'holidays', meals: -3 },
        { term: 'holidays', meals: -2 },
      ],
      46,
    );
    expect(steps.find((step) => step.name === 'holidays')?.meals).toBe(-5);
  });

  test('a margin may be negative: a low service level orders less than expected', () => {
    expect(waterfall([{ term: 'usual', meals: 50 }], 48).at(-1)).toMatchObject({ name: 'margin', meals: -2 });
  });

  test('the cut-out holds every step', () => {
    const steps = waterfall(terms, 142);
    const window = cutOut(steps);
    for (const step of steps) {
      expect(step.to).toBeGreaterThan(window.from);
      expect(step.to).toBeLessThan(window.to);
    }
  });
});
