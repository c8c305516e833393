import type { DishSummary } from '../../../../electron/api/records.ts';
import { filterDishes, findDishes } from '../../../../renderer/pages/data/dish-search.ts';

const dish = (name: string, part: Partial<DishSummary> = {}): DishSummary => ({
  key: name.toLowerCase(),
  name,
  family: 'fruit',
  byHand: false,
  markers: [],
  times: 1,
  lastServed: '2026-01-05',
  spellings: [name],
  merged: [],
  ...part,
});

const puree = dish('Purée', { spellings: ['PURÉE BIO', 'Écrasé'] });
const soup = dish('Soupe', { family: null });
const cake = dish('Gâteau', { byHand: true });
const hash = dish('Hachis', { merged: [{ key: 'parmentier', name: 'Parmentier' }] });
const dishes = [puree, soup, cake, hash];
const nobody: ReadonlySet<string> = new Set();

test.each([
  ['purée', [puree]],
  ['  PUREE ', [puree]],
  ['pure\u0301e', [puree]],
  ['ecrase', [puree]],
  ['', dishes],
  ['radis', []],
])('a dish is found by %j under any of its names', (words, found) => {
  expect(findDishes(dishes, words)).toEqual(found);
});

test('a filter keeps unknown families, or what was said by hand', () => {
  expect(filterDishes(dishes, 'all', nobody)).toEqual(dishes);
  expect(filterDishes(dishes, 'unknown', nobody)).toEqual([soup]);
  expect(filterDishes(dishes, 'corrected', nobody)).toEqual([cake, hash]);
});

test('the line one works on stays, whatever the filter says', () => {
  expect(filterDishes(dishes, 'unknown', new Set([cake.key]))).toEqual([soup, cake]);
});
