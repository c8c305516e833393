import type { DishQuantities, Language, PortionUnit, StockTaken } from '../../api/records.ts';
import { type KitchenTexts, kitchenTexts } from './kitchen-texts.ts';
import { packCount } from './pack-names.ts';
import { whole } from './sheet-format.ts';

/** A figure and the word under it. */
export interface Figure {
  readonly figure: string;
  readonly word: string;
}

const thousand = 1000;

/** From this many kilograms or litres on, nobody weighs to ten grams. */
const coarseFrom = 10;

/** Digits after the decimal mark of a weight in kilograms or a volume in litres. */
export const weighedDecimals = (inUnits: number): number => (Math.abs(inUnits) >= coarseFrom ? 1 : 2);

/** Grams as kilograms, millilitres as litres: to 0.01 below ten, to 0.1 from there; pieces whole or in halves. */
export function amountFigure(amount: number, unit: PortionUnit, language: Language): Figure {
  const texts = kitchenTexts(language);
  if (unit === 'piece') {
    const count = isHalf(amount) ? amount : Math.ceil(amount - 1e-9);
    return { figure: halves(count, language), word: texts.pieces(count) };
  }
  const inUnits = Math.round(amount / (thousand / 100)) / 100;
  const decimals = weighedDecimals(inUnits);
  const figure = inUnits.toLocaleString(locale(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return { figure, word: unit === 'g' ? texts.kilos : texts.litres };
}

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');

const isHalf = (amount: number) => Math.abs((amount % 1) - 0.5) < 1e-6;

/** “½”, “2½”, “3”. */
function halves(amount: number, language: Language): string {
  if (!isHalf(amount)) return amount.toLocaleString(locale(language), { maximumFractionDigits: 1 });
  const before = Math.floor(amount);
  return before === 0 ? '½' : `${whole(before, language)}½`;
}

/** What one guest gets: “70 g”, “50 ml”, “2 pièces”. */
export function portionText(amount: number, unit: PortionUnit, language: Language): string {
  const figure =
    unit === 'piece'
      ? halves(amount, language)
      : amount.toLocaleString(locale(language), { maximumFractionDigits: 1 });
  const word = unit === 'piece' ? kitchenTexts(language).pieces(amount) : unit;
  return `${figure}\u00a0${word}`;
}

type Taken = Pick<DishQuantities, 'packs' | 'fromStock'>;

/** “7 bacs GN 1/3 + 2 × 5 kg + 1,40 kg en stock”; empty when nothing is taken out. */
export function packsText({ packs, fromStock }: Taken, language: Language): string {
  const bought = packs.map(({ size, count }) => packCount(count, size, language));
  return [...bought, stockText(fromStock, language)].filter((text) => text !== null).join(' + ');
}

/** “1,40 kg en stock”; `null` when nothing is taken from it. */
export function stockText(taken: StockTaken | null, language: Language): string | null {
  if (taken === null) return null;
  const texts = kitchenTexts(language);
  const { amount, unit } = taken;
  const { figure, word } =
    unit === 'portion'
      ? { figure: whole(amount, language), word: texts.portions(amount) }
      : amountFigure(amount, unit, language);
  return texts.inStock(`${figure}\u00a0${word}`);
}

/** What whole packs leave over; `null` when nothing. */
export function surplusFigure(
  { surplus, unit }: Pick<DishQuantities, 'surplus' | 'unit'>,
  language: Language,
): Figure | null {
  if (surplus === null) return null;
  const texts: KitchenTexts = kitchenTexts(language);
  if (surplus.room) {
    const portions = Math.floor(surplus.portions + 1e-9);
    return portions > 0 ? { figure: whole(portions, language), word: texts.portions(portions) } : null;
  }
  return surplus.served !== null && surplus.served > 0 && unit !== null
    ? amountFigure(surplus.served, unit, language)
    : null;
}
