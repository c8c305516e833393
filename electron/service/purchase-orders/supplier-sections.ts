import type { DishPlan, Language, PurchaseOrderLine } from '../../api/records.ts';
import { clockTime, shortDate } from '../documents/sheet-format.ts';
import type { TableCell, TableSection } from '../documents/table-document.ts';
import type { Messages } from '../messages/messages.ts';
import { linesByProduct } from './lines-by-product.ts';
import { dishPlace, measured, problemNotes, writtenQuantity, yieldText } from './order-cells.ts';

/** Something is ordered, or was and is no more; not what is only needed since the order was sent. */
export const isOrdered = ({ quantity, before }: PurchaseOrderLine): boolean =>
  quantity > 0 || (before ?? 0) > 0;

/** Some line says something else than the version before it: the supplier must see which. */
export const isCorrected = (plan: DishPlan): boolean =>
  plan.suppliers.some(({ quantity, before }) => before !== null && before !== quantity);

/** One section for each supplier, those without one last. */
export function supplierSections(
  plan: DishPlan,
  language: Language,
  texts: Messages,
): readonly TableSection[] {
  const bySupplier = [...Map.groupBy(plan.suppliers, ({ supplier }) => supplier)].toSorted(
    ([a], [b]) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '', language),
  );
  const corrected = isCorrected(plan);
  return bySupplier.map(([supplier, lines]) => {
    const own = new Set(lines.map(dishPlace));
    const merged = supplier === null ? mergedLines(lines, texts) : null;
    return {
      name: supplier ?? texts.dishPlan.noSupplier,
      details: [...detailsOf(lines, language, texts), ...sentDetails(lines, language, texts)],
      rows: lines.filter(isOrdered).map((line) => cellsOf(line, corrected, language, texts)),
      ...(merged && {
        paperRows: merged.filter(isOrdered).map((line) => cellsOf(line, corrected, language, texts)),
      }),
      notes: [
        ...(merged && isEverySiteAKitchen(plan) ? [texts.dishPlan.oneKitchen(plan.places.length)] : []),
        ...correctionNotes(merged ?? lines, language, texts),
        ...problemNotes(plan.kitchens.filter((dish) => own.has(dishPlace(dish)))),
      ],
    };
  });
}

/**
 * What nobody in particular delivers is bought together: on paper one line for each product and day. `null` where there
 * is but one kitchen.
 */
function mergedLines(
  lines: readonly PurchaseOrderLine[],
  { dishPlan }: Messages,
): readonly PurchaseOrderLine[] | null {
  if (new Set(lines.map(({ placeName }) => placeName)).size < 2) return null;
  return linesByProduct(lines).map(({ line, kitchens }) =>
    kitchens === 1 ? line : { ...line, ref: '', packing: null, placeName: dishPlan.kitchens(kitchens) },
  );
}

/** Nobody has named a kitchen: it may be one that cooks for all. */
const isEverySiteAKitchen = ({ places }: DishPlan): boolean =>
  places.every(({ kitchenId }) => kitchenId === null);

/** When its orders left, each moment once. */
function sentDetails(
  lines: readonly PurchaseOrderLine[],
  language: Language,
  { dishPlan }: Messages,
): readonly string[] {
  const stamps = lines.flatMap(({ sent }) => sent ?? []);
  const said = stamps.map(({ at, by, automatic, version }) => {
    const moment = [shortDate(at.slice(0, 10), language), clockTime(at.slice(11), language)] as const;
    return automatic ? dishPlan.stoodAt(...moment) : dishPlan.sentAt(...moment, by, version);
  });
  return [...new Set(said)];
}

/** What is needed more or less since the order was sent. */
export function correctionNotes(
  lines: readonly PurchaseOrderLine[],
  language: Language,
  { dishPlan }: Messages,
): readonly string[] {
  return lines
    .filter(({ correction }) => correction !== 0)
    .map((line) =>
      dishPlan.correction({
        dish: line.dish,
        size: line.size ?? dishPlan.units[line.unit],
        day: shortDate(line.date, language),
        more: signedQuantity(line, language),
      }),
    );
}

/** « +1 », « −0,5 », in the unit of the files. */
function signedQuantity(line: PurchaseOrderLine, language: Language): string {
  const value = writtenQuantity(line, line.correction);
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    signDisplay: 'exceptZero',
    maximumFractionDigits: 3,
  })
    .format(value)
    .replace('-', '\u2212');
}

/** The next deadline, and what is known of the price. */
function detailsOf(
  lines: readonly PurchaseOrderLine[],
  language: Language,
  texts: Messages,
): readonly string[] {
  const [first] = lines
    .flatMap(({ deadline }) => deadline ?? [])
    .toSorted((a, b) => `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`));
  const euros = lines.reduce((sum, line) => sum + (line.euros ?? 0), 0);
  const money = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
  });
  return [
    ...(first
      ? [texts.dishPlan.orderBefore(shortDate(first.date, language), clockTime(first.time, language))]
      : []),
    ...(euros > 0 ? [texts.dishPlan.total(money.format(euros))] : []),
  ];
}

function cellsOf(
  line: PurchaseOrderLine,
  corrected: boolean,
  language: Language,
  texts: Messages,
): readonly TableCell[] {
  const { units, noSupplier } = texts.dishPlan;
  const found = line.yield;
  return [
    line.date,
    line.supplier ?? noSupplier,
    line.placeName,
    line.dish,
    line.ref,
    line.size ?? '',
    yieldText(found, language, texts),
    writtenQuantity(line, line.quantity),
    units[line.unit],
    ...(corrected ? correctionCells(line) : []),
    measured(line.amount, line.amountUnit),
    line.amountUnit === null ? '' : units[line.amountUnit],
    line.price,
    line.euros,
    line.deadline?.date ?? null,
    line.deadline?.time ?? '',
    measured(found?.served ?? null, found?.unit ?? null),
    found?.factor ?? null,
    found?.factor == null ? null : measured(found.bought, found.unit),
  ];
}

/** What the version before said, and what has changed. */
function correctionCells(line: PurchaseOrderLine): readonly TableCell[] {
  const { quantity, before } = line;
  return before === null
    ? [null, null]
    : [writtenQuantity(line, before), writtenQuantity(line, quantity - before)];
}
