import type { KitchenDish, Language, LineYield, PortionUnit, PurchaseOrderLine } from '../../api/records.ts';
import { formatFactor, formatNumber } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

/** Grams as kilograms and millilitres as litres, as they are bought. */
export const measured = (amount: number | null, unit: PortionUnit | null): number | null =>
  amount === null ? null : unit === 'piece' ? amount : amount / 1000;

/** « servi 17,64 kg × 0,35 = 6,17 kg »; that it is unknown where it is; empty where nothing differs. */
export function yieldText(found: LineYield | null, language: Language, { dishPlan }: Messages): string {
  if (found === null) return '';
  const { served, bought, unit, factor, toCheck } = found;
  if (factor === null) return dishPlan.yieldUnknown;
  const weight = (amount: number) =>
    `${formatNumber(measured(amount, unit) ?? 0, language, 2)}\u00a0${dishPlan.units[unit]}`;
  const known = dishPlan.yieldOf(weight(served), formatFactor(factor, language), weight(bought));
  return toCheck ? `${known}, ${dishPlan.factorToCheck}` : known;
}

/** Each thing that is wrong once; without packs a dish is simply ordered by weight. */
export function problemNotes(dishes: readonly Pick<KitchenDish, 'problems'>[]): readonly string[] {
  const notes = dishes.flatMap(({ problems }) =>
    problems.filter(({ code }) => code !== 'no-pack').map(({ message, remedy }) => `${message} ${remedy}`),
  );
  return [...new Set(notes)];
}

/** One text for each dish of a place on a day. */
export const dishPlace = ({
  date,
  place,
  key,
}: Pick<KitchenDish, 'date' | 'key'> & { readonly place: string | null }): string =>
  `${date} ${place} ${key}`;

/** As order files write it: packs, pieces and portions as they are, grams as kilograms, millilitres as litres. */
export const writtenQuantity = ({ unit }: Pick<PurchaseOrderLine, 'unit'>, quantity: number): number =>
  unit === 'g' || unit === 'ml' ? (measured(quantity, unit) ?? 0) : quantity;
