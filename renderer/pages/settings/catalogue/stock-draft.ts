import type { Catalogue, KitchenKey, KitchenStock, Language } from '../../../../electron/api/records.ts';
import { amountText } from './numbers.ts';

/** What one place has on hand while it is being typed. */
export interface StockFields {
  /** Tells lines apart while they are added and removed. */
  readonly line: number;
  /** `null`: not chosen yet. */
  readonly place: KitchenKey | null;
  readonly amount: string;
}

export interface NamedKitchen {
  readonly id: KitchenKey;
  readonly label: string;
}

/** Where food is cooked and kept: the kitchens, then the sites that cook for themselves. */
export function cookingKitchens({
  kitchens,
  sites,
}: Pick<Catalogue, 'kitchens' | 'sites'>): readonly NamedKitchen[] {
  const known = new Set(kitchens.map(({ id }) => id));
  const alone = sites.filter(({ kitchenId }) => kitchenId === null || !known.has(kitchenId));
  return [
    ...kitchens.map(({ id, name }): NamedKitchen => ({ id: `kitchen-${id}`, label: name })),
    ...alone.map(({ siteId, site }): NamedKitchen => ({ id: `site-${siteId}`, label: site })),
  ];
}

/** The same, with the sites that have something on hand though a kitchen cooks for them by now. */
export function stockKitchens(
  catalogue: Pick<Catalogue, 'kitchens' | 'sites'>,
  used: readonly (KitchenKey | null)[],
): readonly NamedKitchen[] {
  const cooking = cookingKitchens(catalogue);
  const shown = new Set(cooking.map(({ id }) => id));
  const others = catalogue.sites
    .map(({ siteId, site }): NamedKitchen => ({ id: `site-${siteId}`, label: site }))
    .filter(({ id }) => used.includes(id) && !shown.has(id));
  return [...cooking, ...others];
}

/** Of packs that have nothing on hand yet: where there is one kitchen, its line is there to be filled in. */
export function offeredStock(catalogue: Pick<Catalogue, 'kitchens' | 'sites'>): readonly StockFields[] {
  const [only, another] = cookingKitchens(catalogue);
  return only === undefined || another !== undefined ? [] : [{ line: 0, place: only.id, amount: '' }];
}

export const stockFields = (stocks: readonly KitchenStock[], language: Language): readonly StockFields[] =>
  stocks.map(({ place, amount }, line) => ({ line, place, amount: amountText(amount, language) }));

/**
 * A line without an amount says nothing; one that cannot be read, or has no place, is told by its number. `read`:
 * `null` for nothing, `undefined` for what is no amount.
 */
export function parseStocks(
  fields: readonly StockFields[],
  read: (text: string) => number | null | undefined,
): { readonly stocks: readonly KitchenStock[]; readonly wrong: readonly number[] } {
  const stocks: KitchenStock[] = [];
  const wrong: number[] = [];
  for (const { line, place, amount: text } of fields) {
    const amount = read(text);
    if (amount === undefined || (place === null && amount !== null)) wrong.push(line);
    else if (place !== null && amount !== null && amount !== 0) stocks.push({ place, amount });
  }
  return { stocks, wrong };
}
