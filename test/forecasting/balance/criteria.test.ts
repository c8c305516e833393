import { balanceVerdict, countCriteria, incompleteMeals } from '../../../forecasting/balance/criteria.ts';
import { guessAttributes } from '../../../forecasting/balance/guess-attributes.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { Meal } from '../../../forecasting/dishes/meals.ts';
import type { Course } from '../../../forecasting/domain/records.ts';

const courses: readonly Course[] = ['starter', 'main', 'side', 'dairy', 'dessert'];

function dish(text: string, course: Course, choice: number | null = null) {
  const { key, markers } = normaliseDish(text);
  const family = familyOf(key);
  return {
    dish: text,
    family,
    course,
    choice,
    markers,
    attributes: guessAttributes({ key, family, course }),
  };
}

/** "Entrée | plat | garniture | laitier | dessert"; « ou » is a choice, “-” nothing. */
function meal(line: string, i: number): Meal<ReturnType<typeof dish>> {
  const cells = line.split('|').map((cell) => cell.trim());
  const dishes = cells.flatMap((cell, at) => {
    const course = courses[at] as Course;
    if (cell === '-') return [];
    const names = cell.split(' ou ');
    return names.map((name) => dish(name, course, names.length > 1 ? at + 1 : null));
  });
  return { date: addDays('2026-01-05', i), dishes };
}
const meals = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line.includes('|'))
    .map(meal);

/**
 * Twenty meals. By hand, in the order of the lines:
 *  1 crudités or fruit in starter or side: 1 2 4 5 7 8 10 11 13 16 17 19 = 12
 *  2 raw fruit as dessert: 1 3 5 8 10 12 14 17 20 = 9
 *  3 cooked vegetables as side: 2 4 6 8 9 11 13 15 17 19 = 10
 *  4 starch, pulses or cereals as side: 1 3 5 7 10 12 14 16 18 20 = 10 (10, 18 and 20 are whole plates)
 *  5 cheese of 150 mg: 1 4 7 10 13 16 19 20 = 8
 *  6 cheese of 100–150 mg: 3 9 12 18 = 4
 *  7 light dairy: 2 5 6 8 9 11 14 15 17 = 9 (9 for its rice pudding)
 *  8 unminced beef, veal, lamb: 1 6 11 16 = 4
 *  9 fish: 2 8 13 19 = 4
 * 10 under 70 %: 5 10 15 18 = 4, one too many
 * 11 high-fat starters: 6 14 18 = 3
 * 12 high-fat desserts: 4 13 19 = 3
 * 13 fried: 5 7 15 = 3 (7 for its chips, 5 and 15 for what is breaded)
 * 14 fat ≥ protein: 3 17 20 = 3, one too many
 * 15 sugary desserts low in fat: 2 7 9 16 18 = 5, one too many
 */
const month = `
  Carottes râpées | Bœuf bourguignon | Riz | Comté | Pomme
  Concombre vinaigrette | Filet de colin | Haricots verts | Yaourt nature | Glace vanille
  Potage de légumes | Saucisses de Strasbourg | Lentilles | Camembert | Banane
  Tomates vinaigrette | Poulet rôti | Brocolis | Emmental | Brownie au chocolat
  Céleri vinaigrette | Nuggets de poulet | Pâtes | Fromage blanc | Poire
  Pâté de campagne | Sauté de veau | Carottes Vichy | Yaourt aux fruits | Compote de pommes
  Salade verte | Rôti de porc | Chips | Gouda | Crème caramel
  Radis | Dos de cabillaud | Ratatouille | Petit suisse | Clémentine
  Potage de potiron | Escalope de dinde | Petits pois | Coulommiers | Riz au lait
  Betteraves râpées | Hachis parmentier | - | Mimolette | Kiwi
  Endives | Rôti de bœuf | Épinards | Faisselle | Compote de poires
  Velouté de tomates | Omelette | Semoule | Brie | Orange
  Chou rouge | Filet de merlu | Poêlée de légumes | Cantal | Donut
  Œuf mayonnaise | Sauté de dinde | Purée de pommes de terre | Skyr | Raisin
  Potage | Poisson pané | Courgettes | Yaourt sucré | Compote
  Salade de tomates | Gigot d’agneau | Flageolets | Saint-Nectaire | Île flottante
  Melon | Chipolatas | Chou-fleur | Fromage blanc | Pêche
  Rosette | Lasagnes à la bolognaise | - | Vache qui rit | Fruits au sirop
  Concombre | Pavé de saumon | Gratin de courgettes | Tomme | Cookie
  Potage | Tartiflette | - | Édam | Pomme
`;

const table = (lines: string) =>
  Object.fromEntries(countCriteria(meals(lines)).map((row) => [row.criterion, row]));

test('the 15 criteria of annexe I on a made month, counted by hand', () => {
  const rows = table(month);
  const counted = Object.values(rows).map(({ criterion, times, possible, verdict }) => [
    criterion,
    times,
    possible,
    verdict,
  ]);
  expect(counted).toEqual([
    [1, 12, 12, 'met'],
    [2, 9, 9, 'met'],
    [3, 10, 10, 'met'],
    [4, 10, 10, 'met'],
    [5, 8, 8, 'met'],
    [6, 4, 4, 'met'],
    [7, 9, 9, 'met'],
    [8, 4, 4, 'met'],
    [9, 4, 4, 'met'],
    [10, 4, 4, 'not-met'],
    [11, 3, 3, 'met'],
    [12, 3, 3, 'met'],
    [13, 3, 3, 'met'],
    [14, 3, 3, 'not-met'],
    [15, 5, 5, 'not-met'],
  ]);
  const days = (criterion: number) => rows[criterion]?.meals.map(({ date }) => Number(date.slice(8)) - 4);
  expect(days(3)).toEqual([2, 4, 6, 8, 9, 11, 13, 15, 17, 19]);
  expect(days(4)).toEqual([1, 3, 5, 7, 10, 12, 14, 16, 18, 20]);
  expect(days(14)).toEqual([3, 17, 20]);
  expect(incompleteMeals(meals(month))).toEqual([]);
});

test('19 served meals get no verdict', () => {
  const lines = month.trim().split('\n').slice(1).join('\n');
  expect(new Set(Object.values(table(lines)).map(({ verdict }) => verdict))).toEqual(new Set(['not-yet']));
});

test('a choice counts for sure only where every choice does, and a dish that nobody knows leaves it open', () => {
  const rows = table(`
    Radis ou Pâté | Colin ou Poulet rôti | Riz ou Brocolis | Comté ou Yaourt | Pomme ou Poire
    Xyzzy | Colin | Riz | Comté | Zorglub`);
  const of = (criterion: number) => [rows[criterion]?.times, rows[criterion]?.possible];
  // One meal offers crudités as a choice, the other a starter that may be anything.
  expect([1, 2, 4, 5, 9, 11].map(of)).toEqual([
    [0, 2],
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2],
    [0, 2],
  ]);
});

test('a verdict is given only where every reading of the counts gives it', () => {
  for (const bound of ['least', 'most', 'exactly'] as const) {
    for (let limit = 0; limit <= 20; limit++) {
      for (let times = 0; times <= 20; times++) {
        for (let possible = times; possible <= 20; possible++) {
          const isMet = (n: number) =>
            bound === 'least' ? n >= limit : bound === 'most' ? n <= limit : n === limit;
          const readings = Array.from({ length: possible - times + 1 }, (_, i) => isMet(times + i));
          const expected = readings.every(Boolean) ? 'met' : readings.some(Boolean) ? 'depends' : 'not-met';
          expect(balanceVerdict({ bound, times: limit }, times, possible, 20)).toBe(expected);
        }
      }
    }
  }
});

test('parts of a meal: a whole plate is its own side, a dairy dessert is the dairy product and no dessert', () => {
  const missing = (line: string) => incompleteMeals([meal(line, 0)])[0]?.missing ?? [];
  expect(missing('Radis | Lasagnes | - | Comté | -')).toEqual([]);
  expect(missing('Radis | Poulet rôti | - | Comté | -')).toEqual(['side']);
  expect(missing('Radis | Poulet rôti | Riz | - | Yaourt')).toEqual([]);
  expect(missing('- | Poulet rôti | Riz | - | Yaourt')).toEqual(['starter-or-dessert']);
  expect(missing('- | Poulet rôti | Riz | - | Pomme')).toEqual(['dairy']);
  expect(missing('Radis | - | - | - | Pomme')).toEqual(['main', 'side', 'dairy']);
});
