import type { AgeClass, Portion, PortionUnit } from '../domain/records.ts';
import { ageClasses } from './default-portions.ts';
import { type Packing, pack, type StockedRule, unitOf } from './packs.ts';
import { type Diners, dinersIn, factorOf, type Weight, weigh } from './portions.ts';

/** What keeps a dish from being ordered in full; the rest of the order stands. */
export type OrderProblem =
  /** Nobody said how much these classes are served. `null`: no portion is known at all. */
  | { readonly code: 'no-portion'; readonly classes: readonly AgeClass[] | null }
  /** No container is said to hold portions of these classes. */
  | { readonly code: 'no-container'; readonly classes: readonly AgeClass[] }
  /** The packs are filled by another unit than the portion's: nothing is packed. */
  | { readonly code: 'other-unit'; readonly portion: PortionUnit; readonly pack: PortionUnit };

/** What rounding to whole packs adds. */
export interface Surplus {
  /** Portions, not whole when packs hold an amount. */
  readonly portions: number;
  /** As bought, in `unit`; `null` without a portion. */
  readonly amount: number | null;
  readonly unit: PortionUnit | null;
  /** Its part of what the packs cost; `null` without prices. */
  readonly euros: number | null;
  /** It can be kept for another day: no waste. */
  readonly keeps: boolean;
}

/** The order of one dish. */
export interface FoodOrder {
  readonly diners: Diners;
  /** Whole portions: one for each guest. */
  readonly portions: number;
  /** `null` without a portion. */
  readonly weight: Weight | null;
  /** `null`: bought by weight or piece, no pack is known for it. */
  readonly packing: Packing | null;
  readonly surplus: Surplus | null;
  readonly problems: readonly OrderProblem[];
}

/** From guests to weight and packs. `portion` and `rule` are `null` where none is known. */
export function orderFood(diners: Diners, portion: Portion | null, rule: StockedRule | null): FoodOrder {
  const portions = dinersIn(diners);
  const weight = portion && weigh(portion, diners);
  const problems: OrderProblem[] = [];
  if (portions > 0 && weight === null) problems.push({ code: 'no-portion', classes: null });
  if (weight && weight.missing.length > 0) problems.push({ code: 'no-portion', classes: weight.missing });
  const packing = rule && packed(rule, weight, diners, problems);
  const surplus = packing && rule ? surplusOf(packing, portion, weight, diners, rule.keeps) : null;
  return { diners, portions, weight, packing, surplus, problems };
}

function packed(
  rule: StockedRule,
  weight: Weight | null,
  diners: Diners,
  problems: OrderProblem[],
): Packing | null {
  const unit = unitOf(rule);
  if (unit !== 'portion' && weight === null) return null;
  if (unit !== 'portion' && weight && weight.unit !== unit) {
    problems.push({ code: 'other-unit', portion: weight.unit, pack: unit });
    return null;
  }
  const packing = pack(rule, weight?.bought ?? 0, diners);
  if (packing.missing.length > 0) problems.push({ code: 'no-container', classes: packing.missing });
  return packing;
}

function surplusOf(
  packing: Packing,
  portion: Portion | null,
  weight: Weight | null,
  diners: Diners,
  keeps: boolean,
): Surplus {
  const { surplus, surplusByClass, need, fromStock, price } = packing;
  const content = need - fromStock + surplus;
  const euros = price === null ? null : content > 0 ? (price * surplus) / content : 0;
  if (surplusByClass !== null) {
    const amount = portion && boughtFor(portion, surplusByClass);
    return { portions: surplus, amount, unit: portion?.unit ?? null, euros, keeps };
  }
  // Of guests for whom nobody said how much there is no portion to count by.
  const fed = ageClasses.reduce((sum, age) => sum + (weight?.missing.includes(age) ? 0 : diners[age]), 0);
  const each = fed > 0 && weight ? weight.bought / fed : 0;
  return {
    portions: each > 0 ? surplus / each : 0,
    amount: surplus,
    unit: weight?.unit ?? null,
    euros,
    keeps,
  };
}

/** What portions of each class weigh as bought, in part pieces too. */
function boughtFor(portion: Portion, portions: Diners): number {
  const served = ageClasses.reduce((sum, age) => sum + portions[age] * (portion.amounts[age] ?? 0), 0);
  return served * factorOf(portion);
}
