import type { LineYield, PurchaseOrderLine } from '../../api/records.ts';

/** What is ordered of one product on one day, wherever it is cooked. */
export interface LineOfProduct {
  readonly line: PurchaseOrderLine;
  /** How many kitchens it is for. */
  readonly kitchens: number;
}

/** One line for each day, product and size, day by day; within a day in the order in which they come. */
export function linesByProduct(lines: readonly PurchaseOrderLine[]): readonly LineOfProduct[] {
  const byProduct = Map.groupBy(lines, ({ date, dish, key, size, unit, amountUnit, price }) =>
    JSON.stringify([date, dish, key, size, unit, amountUnit, price]),
  );
  return [...byProduct.values()]
    .map((own): LineOfProduct => {
      const [first] = own as [PurchaseOrderLine];
      const kitchens = new Set(own.map(({ place, placeName }) => place ?? placeName)).size;
      return { line: { ...first, ...summed(own) }, kitchens };
    })
    .toSorted((a, b) => a.line.date.localeCompare(b.line.date));
}

function summed(lines: readonly PurchaseOrderLine[]) {
  const known = lines.filter(({ before }) => before !== null);
  return {
    quantity: sum(lines.map(({ quantity }) => quantity)),
    correction: sum(lines.map(({ correction }) => correction)),
    // Of what was never sent nothing was: it counts as 0 beside what was.
    before: known.length === 0 ? null : sum(known.map(({ before }) => before ?? 0)),
    amount: sumOfKnown(lines.map(({ amount }) => amount)),
    euros: sumOfKnown(lines.map(({ euros }) => euros)),
    yield: summedYield(lines.map((line) => line.yield)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** `null` where one is not known: a sum of the others would be too low. */
const sumOfKnown = (values: readonly (number | null)[]): number | null =>
  values.includes(null) ? null : sum(values.map((value) => value ?? 0));

/** `null` where kitchens get there by other factors: no one sentence says how. */
function summedYield(yields: readonly (LineYield | null)[]): LineYield | null {
  const [first] = yields;
  if (!first) return null;
  const known = yields.flatMap((found) => found ?? []);
  const isAlike = ({ unit, factor }: LineYield) => unit === first.unit && factor === first.factor;
  if (known.length < yields.length || !known.every(isAlike)) return null;
  return {
    ...first,
    served: sum(known.map(({ served }) => served)),
    bought: sum(known.map(({ bought }) => bought)),
    toCheck: known.some(({ toCheck }) => toCheck),
  };
}
