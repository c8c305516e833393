import type { DishQuantities, Language, PackCount, PortionUnit } from '../../api/records.ts';
import { whole } from './format.ts';
import { type KitchenTexts, kitchenTexts } from './kitchen-texts.ts';

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

/** “7 × GN 1/3 + 2 × GN 1/1”. */
export function packsText(packs: readonly PackCount[], language: Language): string {
  return packs.map(({ size, count }) => `${whole(count, language)} × ${size}`).join(' + ');
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
