import type { KitchenDish, PortionUnit, PurchaseOrderLine } from '../../api/records.ts';

/** Grams as kilograms and millilitres as litres, as they are bought. */
export const measured = (amount: number | null, unit: PortionUnit | null): number | null =>
  amount === null ? null : unit === 'piece' ? amount : amount / 1000;

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
