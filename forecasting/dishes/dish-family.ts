/** `note`: what a menu file says that is no dish ("menu de dépannage", "grève"). */
export const dishFamilies = [
  'fish',
  'red-meat',
  'poultry',
  'pork',
  'vegetarian',
  'egg',
  'starch',
  'vegetable',
  'raw-vegetable',
  'soup',
  'savoury-pastry',
  'cheese',
  'dairy',
  'fruit',
  'pastry',
  'bread',
  'condiment',
  'note',
] as const;
export type DishFamily = (typeof dishFamilies)[number];
