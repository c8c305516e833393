import type { DishFamily } from '../../electron/api/records.ts';

/** In the order of a meal. */
export const FAMILIES: readonly DishFamily[] = [
  'raw-vegetable',
  'soup',
  'savoury-pastry',
  'red-meat',
  'pork',
  'poultry',
  'fish',
  'egg',
  'vegetarian',
  'starch',
  'vegetable',
  'cheese',
  'dairy',
  'fruit',
  'pastry',
  'bread',
  'condiment',
  'note',
];
