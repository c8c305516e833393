import type { PackRule, Portion } from '../../../forecasting/domain/records.ts';
import { isFactor } from '../../../forecasting/orders/check-catalogue.ts';
import type { DishOrder, SiteDishOrder } from '../../../forecasting/orders/dish-order.ts';
import type { DishPortions } from '../../../forecasting/orders/dish-portions.ts';
import type { FoodOrder, OrderProblem } from '../../../forecasting/orders/order-food.ts';
import { addDiners, factorOf, noDiners } from '../../../forecasting/orders/portions.ts';
import type { Yield } from '../../../forecasting/orders/yields.ts';
import type { DishProblem, DishQuantities, DishSurplus, LineYield } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';

const noPortion = { M: null, E: null, C: null, A: null };

/** What is said of a dish besides its sums. */
export interface DishWords {
  readonly dish: string;
  readonly portion: Portion | null;
  readonly dishYield: Yield;
  readonly rule: PackRule | null;
  readonly room: boolean;
  /** Children for whom the course has nothing in its place. */
  readonly without: number;
}

type Counted = Pick<DishQuantities, 'portions' | 'byClass' | 'samples'>;

/** One dish at one site. */
export function siteQuantities(
  { portions, order, containers }: SiteDishOrder,
  words: DishWords,
  texts: Messages,
): DishQuantities {
  const { total, byClass, samples } = portions;
  return quantities({ portions: total, byClass, samples }, order, containers, words, texts);
}

/** One dish of a kitchen, for all its sites. */
export function kitchenQuantities(
  { sites, order, containers }: DishOrder,
  words: DishWords,
  texts: Messages,
): DishQuantities {
  return quantities(together(sites.map((site) => site.portions)), order, containers, words, texts);
}

function together(portions: readonly DishPortions[]): Counted {
  return {
    portions: portions.reduce((sum, { total }) => sum + total, 0),
    byClass: portions.reduce((sum, { byClass }) => addDiners(sum, byClass), noDiners),
    samples: portions.reduce((sum, { samples }) => sum + samples, 0),
  };
}

function quantities(
  counted: Counted,
  order: FoodOrder,
  containers: DishQuantities['containers'],
  words: DishWords,
  texts: Messages,
): DishQuantities {
  const { weight, packing } = order;
  return {
    ...counted,
    portion: words.portion?.amounts ?? noPortion,
    unit: weight?.unit ?? null,
    served: weight?.served ?? null,
    bought: weight?.bought ?? null,
    yield: yieldIn(weight, words.dishYield),
    packs: packing?.packs ?? [],
    fromStock: packing && packing.fromStock > 0 ? { amount: packing.fromStock, unit: packing.unit } : null,
    containers,
    surplus: surplusOf(order, words),
    euros: packing?.price ?? null,
    problems: problemsOf(order.problems, words, texts),
  };
}

function surplusOf({ surplus }: FoodOrder, { room, portion }: DishWords): DishSurplus | null {
  if (surplus === null) return null;
  const { portions, amount, euros, keeps } = surplus;
  const served = amount === null || portion === null ? amount : amount / factorOf(portion);
  return { portions, amount, served, euros, room, keeps };
}

/** `null`: what is served weighs what is bought. */
function yieldIn(weight: FoodOrder['weight'], dishYield: Yield): LineYield | null {
  if (weight === null || weight.served === 0 || dishYield.type === 'as-served') return null;
  const { served, bought, unit } = weight;
  if (dishYield.type === 'unknown') return { served, bought, unit, factor: null, toCheck: false };
  const { factor, source } = dishYield;
  const toCheck = source === 'usual' || !isFactor(factor);
  return factor === 1 ? null : { served, bought, unit, factor, toCheck };
}

function problemsOf(
  problems: readonly OrderProblem[],
  { dish, rule, without }: DishWords,
  { dishPlan }: Messages,
): readonly DishProblem[] {
  const said = dishPlan.problems;
  const found = problems.map((problem) => problemOf(problem, dish, said));
  if (rule === null) found.push({ code: 'no-pack', ...said['no-pack']({ dish }) });
  if (without > 0) found.push({ code: 'no-substitute', ...said['no-substitute']({ dish, count: without }) });
  return found;
}

function problemOf(problem: OrderProblem, dish: string, said: Messages['dishPlan']['problems']): DishProblem {
  if (problem.code === 'other-unit') {
    return { code: problem.code, ...said[problem.code]({ ...problem, dish }) };
  }
  const { code, classes } = problem;
  if (code === 'no-portion' && classes === null) return { code, ...said[code]({ dish }) };
  const lacking = code === 'no-portion' ? 'no-class-portion' : code;
  return { code: lacking, ...said[lacking]({ dish, classes: classes ?? [] }) };
}
