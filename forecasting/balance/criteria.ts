import { choiceGroups, type Meal, type MealDish } from '../dishes/meals.ts';
import type {
  BalanceVerdict,
  Course,
  Criterion,
  CriterionRule,
  DishAttribute,
  IncompleteMeal,
  MealPart,
} from '../domain/records.ts';
import { courseOf } from '../take-up/course-of.ts';

/** The criteria are counted over so many successive served meals. */
export const mealsOfBalance = 20;

const rule = (criterion: Criterion, bound: CriterionRule['bound'], times: number): CriterionRule => ({
  criterion,
  bound,
  times,
});

/** Annexe I of the arrêté of 30 September 2011. */
export const criteria: readonly CriterionRule[] = [
  rule(1, 'least', 10),
  rule(2, 'least', 8),
  rule(3, 'exactly', 10),
  rule(4, 'exactly', 10),
  rule(5, 'least', 8),
  rule(6, 'least', 4),
  rule(7, 'least', 6),
  rule(8, 'least', 4),
  rule(9, 'least', 4),
  rule(10, 'most', 3),
  rule(11, 'most', 4),
  rule(12, 'most', 3),
  rule(13, 'most', 4),
  rule(14, 'most', 2),
  rule(15, 'most', 4),
];

/** A dish of a menu with what is known of it; `attributes` `null`: nothing, it may be anything. */
export interface BalancedDish extends MealDish {
  readonly attributes: ReadonlySet<DishAttribute> | null;
}

interface Served<D extends BalancedDish> {
  readonly dish: D;
  readonly course: Course;
  /** The meal has a garnish of its own, so that a whole plate is not its garnish too. */
  readonly hasSide: boolean;
}

/** The attributes that a criterion asks for; who stated one of them of a dish has checked that dish for it. */
export const attributesAsked: Readonly<Record<Criterion, readonly DishAttribute[]>> = {
  1: ['raw-vegetable', 'raw-fruit'],
  2: ['raw-fruit'],
  3: ['cooked-vegetable'],
  4: ['starch'],
  5: ['calcium-150'],
  6: ['calcium-100'],
  7: ['light-dairy'],
  8: ['unminced-meat'],
  9: ['fish'],
  10: ['under-70'],
  11: ['fat'],
  12: ['fat'],
  13: ['fried'],
  14: ['fat-over-protein'],
  15: ['sugary'],
};

/** In which courses a criterion looks, and for what. */
const asked: Readonly<Record<Criterion, (found: Served<BalancedDish>, has: Has) => boolean>> = {
  1: ({ course }, has) =>
    (course === 'starter' || course === 'side') && (has('raw-vegetable') || has('raw-fruit')),
  2: ({ course }, has) => course === 'dessert' && has('raw-fruit'),
  3: (found, has) => isGarnish(found) && has('cooked-vegetable'),
  4: (found, has) => isGarnish(found) && has('starch'),
  5: ({ course }, has) => isBesides(course) && has('calcium-150'),
  6: ({ course }, has) => isBesides(course) && has('calcium-100'),
  7: ({ course }, has) => (course === 'dairy' || course === 'dessert') && has('light-dairy'),
  8: ({ course }, has) => course === 'main' && has('unminced-meat'),
  9: ({ course }, has) => course === 'main' && has('fish'),
  10: ({ course }, has) => course === 'main' && has('under-70'),
  11: ({ course }, has) => course === 'starter' && has('fat'),
  12: ({ course }, has) => course === 'dessert' && has('fat'),
  13: ({ course }, has) => (course === 'main' || course === 'side') && has('fried'),
  14: ({ course }, has) => course === 'main' && has('fat-over-protein'),
  15: ({ course }, has) => course === 'dessert' && has('sugary') && !has('fat'),
};

type Has = (attribute: DishAttribute) => boolean;

const isBesides = (course: Course) => course === 'dairy' || course === 'starter' || course === 'dessert';

const isGarnish = ({ course, hasSide }: Served<BalancedDish>) =>
  course === 'side' || (course === 'main' && !hasSide);

/** `null`: it may, or nobody knows. */
type Answer = boolean | null;

function answerOf(found: Served<BalancedDish>, criterion: Criterion): Answer {
  const { attributes } = found.dish;
  if (attributes !== null) return asked[criterion](found, (one) => attributes.has(one));
  // Nobody knows the dish: might it count, were it anything that its course can be?
  return asked[criterion](found, (one) => one !== 'fat' || criterion !== 15) ? null : false;
}

/** Every choice answers: all yes is yes, some yes is open. */
function ofChoices(answers: readonly Answer[]): Answer {
  if (answers.every((answer) => answer === true)) return true;
  return answers.some((answer) => answer !== false) ? null : false;
}

/** One meal in which a criterion is met, or may be. */
export interface CountedMeal<D extends BalancedDish> {
  readonly date: string;
  /** `false`: only by one of several choices, or by a dish that nobody knows. */
  readonly sure: boolean;
  readonly dishes: readonly D[];
}

export interface CriterionCount<D extends BalancedDish> extends Omit<CriterionRule, 'times'> {
  /** Times that the criterion asks for, or allows. */
  readonly limit: number;
  /** Meals that are counted whatever a child chooses. */
  readonly times: number;
  /** With those that may count. */
  readonly possible: number;
  readonly verdict: BalanceVerdict;
  readonly meals: readonly CountedMeal<D>[];
}

function servedDishes<D extends BalancedDish>({ dishes }: Meal<D>): readonly (readonly Served<D>[])[] {
  const eaten = dishes.filter(({ family }) => family !== 'note');
  const hasSide = eaten.some(({ course, family }) => courseOf(course, family) === 'side');
  return choiceGroups(eaten).map((group) =>
    group.map((dish) => ({ dish, course: courseOf(dish.course, dish.family), hasSide })),
  );
}

function countedMeal<D extends BalancedDish>(meal: Meal<D>, criterion: Criterion): CountedMeal<D> | null {
  const groups = servedDishes(meal).map((group) => ({
    group,
    answers: group.map((found) => answerOf(found, criterion)),
  }));
  const each = groups.map(({ answers }) => ofChoices(answers));
  if (each.every((answer) => answer === false)) return null;
  const dishes = groups.flatMap(({ group, answers }) =>
    group.filter((_, i) => answers[i] !== false).map(({ dish }) => dish),
  );
  return { date: meal.date, sure: each.includes(true), dishes };
}

/** `exactly` and `most` look at what may count too: a menu is within the law whatever a child chooses. */
export function balanceVerdict(
  { bound, times: limit }: Pick<CriterionRule, 'bound' | 'times'>,
  times: number,
  possible: number,
  meals: number,
): BalanceVerdict {
  if (meals < mealsOfBalance) return 'not-yet';
  const [most, least] = [bound !== 'least', bound !== 'most'];
  if ((least && possible < limit) || (most && times > limit)) return 'not-met';
  const met = (!least || times >= limit) && (!most || possible <= limit);
  return met ? 'met' : 'depends';
}

/** The 15 criteria over served meals, at most `mealsOfBalance` of them. */
export function countCriteria<D extends BalancedDish>(
  meals: readonly Meal<D>[],
): readonly CriterionCount<D>[] {
  return criteria.map((one) => {
    const found = meals.flatMap((meal) => countedMeal(meal, one.criterion) ?? []);
    const times = found.filter(({ sure }) => sure).length;
    const verdict = balanceVerdict(one, times, found.length, meals.length);
    const { criterion, bound, times: limit } = one;
    return { criterion, bound, limit, times, possible: found.length, verdict, meals: found };
  });
}

/**
 * Meals that lack a part (article 1): main, side, dairy, and starter or dessert. A whole plate is its own side; a
 * dairy dessert is the dairy product, and then no dessert.
 */
export function incompleteMeals(meals: readonly Meal<BalancedDish>[]): readonly IncompleteMeal[] {
  return meals.flatMap((meal) => {
    const missing = missingParts(servedDishes(meal).flat());
    return missing.length === 0 ? [] : [{ date: meal.date, missing }];
  });
}

function missingParts(found: readonly Served<BalancedDish>[]): readonly MealPart[] {
  const of = (course: Course) => found.filter((one) => one.course === course);
  const isDairy = ({ dish }: Served<BalancedDish>) => dish.family === 'dairy' || dish.family === 'cheese';
  const isWhole = ({ dish }: Served<BalancedDish>) =>
    dish.attributes === null || dish.attributes.has('starch') || dish.attributes.has('cooked-vegetable');
  const dessertIsDairy = of('dairy').length === 0 && of('dessert').some(isDairy);
  const desserts = of('dessert').filter((one) => !(dessertIsDairy && isDairy(one)));
  const missing: MealPart[] = [];
  if (of('main').length === 0) missing.push('main');
  if (of('side').length === 0 && !of('main').some(isWhole)) missing.push('side');
  if (of('dairy').length === 0 && !dessertIsDairy) missing.push('dairy');
  if (of('starter').length === 0 && desserts.length === 0) missing.push('starter-or-dessert');
  return missing;
}
