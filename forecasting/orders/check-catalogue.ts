import { purchaseFactorBounds } from '../domain/order-records.ts';
import type {
  AgeClass,
  ByAgeClass,
  PackRule,
  PackSize,
  Portion,
  PortionUnit,
  SiteDiners,
} from '../domain/records.ts';
import { ageClasses } from './default-portions.ts';
import { unitOf } from './packs.ts';

/** More than this in one portion or pack is a slip: a ton, a thousand litres, a million pieces. */
export const largestAmount = 1_000_000;
/** More than this for one diner is a slip: ten kilograms. */
export const largestPortion = 10_000;
/** Fewest packs of an order: more is a slip. */
export const largestMinimum = 500;
/** Sizes that may be mixed in one order. */
export const mostSizes = 12;
const shareTolerance = 1e-6;

/** Why a portion cannot be kept. */
export type PortionProblem =
  | { readonly code: 'no-amount' }
  | { readonly code: 'bad-amount'; readonly age: AgeClass; readonly amount: number }
  | { readonly code: 'bad-factor'; readonly factor: number; readonly least: number; readonly most: number }
  | { readonly code: 'factor-of-pieces' };

/** `onRecord`: the factor that is there already; one from an earlier version may be out of bounds, and stays. */
export function checkPortion(portion: Portion, onRecord: number | null = null): PortionProblem | null {
  const { amounts, unit, purchaseFactor: factor } = portion;
  if (ageClasses.every((age) => amounts[age] === null)) return { code: 'no-amount' };
  for (const age of ageClasses) {
    const amount = amounts[age];
    if (amount !== null && !isPortion(amount)) return { code: 'bad-amount', age, amount };
  }
  if (factor === null || factor === onRecord) return null;
  if (unit === 'piece') return { code: 'factor-of-pieces' };
  return isFactor(factor) ? null : { code: 'bad-factor', factor, ...purchaseFactorBounds };
}

/** Can this be a purchase factor? */
export const isFactor = (factor: number): boolean =>
  factor >= purchaseFactorBounds.least && factor <= purchaseFactorBounds.most;

/** Why a factor that is on record is to be looked at; `null`: nothing is wrong with it. */
export function factorQuestion({
  unit,
  purchaseFactor: factor,
}: Portion): 'out-of-bounds' | 'of-pieces' | null {
  if (factor === null) return null;
  if (unit === 'piece') return 'of-pieces';
  return isFactor(factor) ? null : 'out-of-bounds';
}

/** Packs are told apart down to a thousandth of their unit, so a smaller one is none. */
const isAmount = (amount: number) => amount >= 0.001 && amount <= largestAmount;

const isPortion = (amount: number) => isAmount(amount) && amount <= largestPortion;

/** Why a pack rule cannot be kept; `size` is the name of the pack. */
export type PackProblem =
  | { readonly code: 'no-size' }
  | { readonly code: 'too-many-sizes'; readonly most: number }
  | { readonly code: 'no-name' }
  | { readonly code: 'same-name'; readonly size: string }
  | { readonly code: 'empty-pack'; readonly size: string }
  | { readonly code: 'bad-content'; readonly size: string; readonly amount: number }
  | { readonly code: 'part-portion'; readonly size: string; readonly age: AgeClass; readonly amount: number }
  | { readonly code: 'bad-price'; readonly size: string; readonly price: number }
  | { readonly code: 'mixed-contents'; readonly size: string }
  | { readonly code: 'bad-minimum'; readonly minimum: number; readonly most: number }
  | { readonly code: 'bad-stock'; readonly stock: number }
  /** One place is said to have two amounts. */
  | { readonly code: 'stock-twice' }
  /** The portion of the same food is counted in another unit: no number of packs can be told. */
  | { readonly code: 'unit-mismatch'; readonly portion: PortionUnit; readonly pack: PortionUnit };

/** The first thing wrong with a pack rule. `portion`: what its food or dish is served; `null` when unknown. */
export function checkPackRule(rule: PackRule, portion: Portion | null): PackProblem | null {
  const { sizes, minimum, stocks } = rule;
  if (sizes.length === 0) return { code: 'no-size' };
  if (sizes.length > mostSizes) return { code: 'too-many-sizes', most: mostSizes };
  for (const [i, size] of sizes.entries()) {
    const problem = checkSize(size) ?? checkBeside(size, sizes.slice(0, i));
    if (problem !== null) return problem;
  }
  if (!Number.isInteger(minimum) || minimum < 0 || minimum > largestMinimum) {
    return { code: 'bad-minimum', minimum, most: largestMinimum };
  }
  const bad = stocks.find(({ amount }) => !isAmount(amount));
  if (bad !== undefined) return { code: 'bad-stock', stock: bad.amount };
  if (new Set(stocks.map(({ place }) => place)).size < stocks.length) return { code: 'stock-twice' };
  return portion === null ? null : checkUnits(rule, portion);
}

/** Packs and portions of one food are counted alike; containers hold portions, whatever their unit. */
export function checkUnits(rule: PackRule, { unit }: Portion): PackProblem | null {
  const own = unitOf(rule);
  return own === 'portion' || own === unit ? null : { code: 'unit-mismatch', portion: unit, pack: own };
}

function checkSize({ name: size, content, price }: PackSize): PackProblem | null {
  if (size.trim() === '') return { code: 'no-name' };
  if (price !== null && !(price >= 0 && price <= largestAmount)) return { code: 'bad-price', size, price };
  return content.type === 'amount'
    ? checkAmount(size, content.amount)
    : checkPortions(size, content.portions);
}

function checkAmount(size: string, amount: number): PackProblem | null {
  if (amount === 0) return { code: 'empty-pack', size };
  return isAmount(amount) ? null : { code: 'bad-content', size, amount };
}

function checkPortions(size: string, portions: ByAgeClass<number | null>): PackProblem | null {
  for (const age of ageClasses) {
    const amount = portions[age];
    if (amount === 0) return { code: 'empty-pack', size };
    if (amount !== null && !isAmount(amount)) return { code: 'bad-content', size, amount };
    if (amount !== null && !Number.isInteger(amount)) return { code: 'part-portion', size, age, amount };
  }
  return ageClasses.every((age) => portions[age] === null) ? { code: 'empty-pack', size } : null;
}

/** All sizes of one rule are filled the same way, and each has a name of its own. */
function checkBeside({ name: size, content }: PackSize, before: readonly PackSize[]): PackProblem | null {
  if (before.some((other) => other.name === size)) return { code: 'same-name', size };
  const kind = (one: PackSize['content']) => (one.type === 'amount' ? one.unit : 'portion');
  return before.some((other) => kind(other.content) !== kind(content))
    ? { code: 'mixed-contents', size }
    : null;
}

/** Why what is said of a site's guests cannot be kept. */
export type DinersProblem =
  | { readonly code: 'bad-share'; readonly age: AgeClass; readonly share: number }
  | { readonly code: 'shares-sum'; readonly sum: number }
  | { readonly code: 'bad-count'; readonly what: 'adults' | 'samples' | DietName; readonly count: number };

type DietName = keyof SiteDiners['diets'];

const mostDiners = 20_000;

export function checkDiners({ shares, adults, samples, diets }: SiteDiners): DinersProblem | null {
  const counts = { adults, samples, ...diets };
  for (const what of ['adults', 'samples', 'noPork', 'vegetarian', 'allergy'] as const) {
    const count = counts[what];
    if (!Number.isInteger(count) || count < 0 || count > mostDiners)
      return { code: 'bad-count', what, count };
  }
  return shares === null ? null : checkShares(shares);
}

function checkShares(shares: ByAgeClass<number>): DinersProblem | null {
  for (const age of ageClasses) {
    const share = shares[age];
    if (!(share >= 0 && share <= 1)) return { code: 'bad-share', age, share };
  }
  const sum = ageClasses.reduce((total, age) => total + shares[age], 0);
  return Math.abs(sum - 1) <= shareTolerance ? null : { code: 'shares-sum', sum };
}
