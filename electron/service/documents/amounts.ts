import type { DishQuantities, Language, PortionUnit, StockTaken } from '../../api/records.ts';
import { type KitchenTexts, kitchenTexts } from './kitchen-texts.ts';
import { whole } from './sheet-format.ts';

/** A figure and the word under it. */
export interface Figure {
  readonly figure: string;
  readonly word: string;
}

const thousand = 1000;

/** Grams as kilograms, millilitres as litres, with two decimals; pieces as they are. */
export function amountFigure(amount: number, unit: PortionUnit, language: Language): Figure {
  const texts = kitchenTexts(language);
  if (unit === 'piece') {
    const count = Math.ceil(amount - 1e-9);
    return { figure: whole(count, language), word: texts.pieces(count) };
  }
  const figure = (amount / thousand).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return { figure, word: unit === 'g' ? texts.kilos : texts.litres };
}

/** What one guest gets: “70 g”, “50 ml”, “2 pièces”. */
export function portionText(amount: number, unit: PortionUnit, language: Language): string {
  const figure = amount.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 });
  const word = unit === 'piece' ? kitchenTexts(language).pieces(amount) : unit;
  return `${figure}\u00a0${word}`;
}

type Taken = Pick<DishQuantities, 'packs' | 'fromStock'>;

/** “7 × GN 1/3 + 2 × GN 1/1 + 1,40 kg en stock”; empty when nothing is taken out. */
export function packsText({ packs, fromStock }: Taken, language: Language): string {
  const bought = packs.map(({ size, count }) => `${whole(count, language)} × ${size}`);
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
    return portions > 0 ? { figure: whole(portions, language), word: texts.places(portions) } : null;
  }
  return surplus.amount !== null && surplus.amount > 0 && unit !== null
    ? amountFigure(surplus.amount, unit, language)
    : null;
}
