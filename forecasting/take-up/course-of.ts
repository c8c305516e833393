import type { Course, DishFamily } from '../domain/records.ts';

const courses: Readonly<Record<DishFamily, Course>> = {
  fish: 'main',
  'red-meat': 'main',
  poultry: 'main',
  pork: 'main',
  vegetarian: 'main',
  egg: 'main',
  'savoury-pastry': 'main',
  starch: 'side',
  vegetable: 'side',
  'raw-vegetable': 'starter',
  soup: 'starter',
  cheese: 'dairy',
  dairy: 'dairy',
  fruit: 'dessert',
  pastry: 'dessert',
  bread: 'bread',
  condiment: 'other',
  note: 'other',
};

/** The course of a dish that no menu tells: by its family; what nobody knows is most likely what the day is about. */
export const courseOf = (course: Course | null, family: DishFamily | null): Course =>
  course ?? (family === null ? 'main' : courses[family]);
