import type { PlanDay } from '../../../../electron/api/records.ts';
import { mainFirst } from '../../../../renderer/pages/week/main-first.ts';

const names = (dishes: PlanDay['dishes']) => mainFirst(dishes).map(({ dish }) => dish);
const dish = (name: string, course: PlanDay['dishes'][number]['course'] = null) => ({
  dish: name,
  course,
  choice: null,
});

test('the main dish and its sides come before the starter', () => {
  const menu = [
    dish('Melon', 'starter'),
    dish('Poulet', 'main'),
    dish('Riz', 'side'),
    dish('Flan', 'dessert'),
  ];
  expect(names(menu)).toEqual(['Poulet', 'Riz', 'Melon', 'Flan']);
});

test('without courses, the first of three dishes is the starter', () => {
  expect(names([dish('Melon'), dish('Hachis'), dish('Flan')])).toEqual(['Hachis', 'Flan', 'Melon']);
});

test('a short menu without courses stays as it is', () => {
  expect(names([dish('Pizza'), dish('Pomme')])).toEqual(['Pizza', 'Pomme']);
  expect(names([])).toEqual([]);
});
