import type { DishPlan, Language, SupplierLine } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import { clock, shortDate } from '../sheet/format.ts';
import type { TableCell, TableSection } from '../tables/table-document.ts';
import { measured, problemNotes } from './cells.ts';

/** One section for each supplier, those without one last. */
export function supplierSections(
  plan: DishPlan,
  language: Language,
  texts: Messages,
): readonly TableSection[] {
  const bySupplier = [...Map.groupBy(plan.suppliers, ({ supplierId }) => supplierId)].toSorted(
    ([a, [x]], [b, [y]]) =>
      Number(a === null) - Number(b === null) ||
      (x?.supplier ?? '').localeCompare(y?.supplier ?? '', language),
  );
  return bySupplier.map(([, lines]) => ({
    name: lines[0]?.supplier ?? texts.dishPlan.noSupplier,
    details: detailsOf(lines, language, texts),
    rows: lines.map((line) => cellsOf(line, texts)),
    notes: problemNotes(plan.kitchens.filter((dish) => lines.some((line) => isOf(line, dish)))),
  }));
}

const isOf = (
  line: SupplierLine,
  dish: { readonly place: string; readonly date: string; readonly key: string },
) => line.place === dish.place && line.date === dish.date && line.key === dish.key;

/** The next deadline, and what is known of the price. */
function detailsOf(lines: readonly SupplierLine[], language: Language, texts: Messages): readonly string[] {
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
      ? [texts.dishPlan.orderBefore(shortDate(first.date, language), clock(first.time, language))]
      : []),
    ...(euros > 0 ? [texts.dishPlan.total(money.format(euros))] : []),
  ];
}

function cellsOf(line: SupplierLine, { dishPlan: { units, noSupplier } }: Messages): readonly TableCell[] {
  const inBulk = line.unit === 'g' || line.unit === 'ml';
  return [
    line.date,
    line.supplier ?? noSupplier,
    line.placeName,
    line.dish,
    line.ref,
    line.size ?? '',
    inBulk ? measured(line.quantity, line.unit as 'g' | 'ml') : line.quantity,
    units[line.unit],
    measured(line.amount, line.amountUnit),
    line.amountUnit === null ? '' : units[line.amountUnit],
    line.price,
    line.euros,
    line.deadline?.date ?? null,
    line.deadline?.time ?? '',
  ];
}
