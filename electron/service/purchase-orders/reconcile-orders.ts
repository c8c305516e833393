import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import { addDays, dayNumber, toIso } from '../../../forecasting/calendar/day.ts';
import type { Input } from '../../api/contract.ts';
import type {
  IsoDate,
  OrderDifference,
  OrderReconciliation,
  PurchaseOrderLine,
  ReturnedLineProblem,
} from '../../api/records.ts';
import { mondayOfWeek } from '../calendar/suggested-week.ts';
import { ServiceError } from '../context/errors.ts';
import type { TicketFile } from '../context/tickets.ts';
import type { Context } from '../context/use-case.ts';
import { writtenQuantity } from './order-cells.ts';
import { planDishes } from './plan-dishes.ts';
import { type ReturnedLine, readQuantity, returnedLines } from './returned-lines.ts';
import { isOrdered } from './supplier-sections.ts';

/** Longest time from the first to the last day of one returned order. */
const longestOrder = 62;
/** Quantities are written with three decimals. */
const tolerance = 0.0006;

/** Compares returned order files with the orders of their days, line by line. Nothing is changed. */
export async function reconcileOrders(
  context: Context,
  _input: Input<'orders.reconcile'>,
): Promise<readonly OrderReconciliation[]> {
  const compared: OrderReconciliation[] = [];
  for (const file of context.files) {
    compared.push(compare(context, file, await linesOf(context, file)));
  }
  return compared;
}

/** The lines of all tables of a file: a workbook may have a sheet for each supplier. */
function linesOf(context: Context, file: TicketFile): Promise<readonly ReturnedLine[]> {
  return withUnpacked([file], context.cancelled, (sources) => {
    const tables = sources
      .filter(({ refusal }) => refusal === undefined || refusal === null)
      .flatMap(({ path }) => {
        const lines = returnedLines(path);
        return lines === null ? [] : [lines];
      });
    if (tables.length === 0) {
      throw new ServiceError('refused', (t) => t.dishPlan.returned.notAnOrder(file.name));
    }
    return tables.flat();
  });
}

/**
 * The stretch that most lines are about, no longer than an order may be: a mistyped day must not lead away from the
 * others. `null`: there is no day. `days`: in their order.
 */
function periodOf(days: readonly IsoDate[]): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const stretches = [...new Set(days)].map((first) => {
    const from = mondayOfWeek(first);
    const end = addDays(from, longestOrder - 1);
    return { from, own: days.filter((day) => day >= first && day <= end) };
  });
  const [most] = stretches.toSorted((a, b) => b.own.length - a.own.length);
  const to = most?.own.at(-1);
  return most === undefined || to === undefined ? null : { from: most.from, to };
}

/** The day that a reference is about; `null`: it is no reference of ours. */
function dayOf(ref: string): IsoDate | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)-[0-9A-F]{10}$/.exec(ref) ?? [];
  const date = `${year}-${month}-${day}`;
  const isThere = day !== undefined && toIso(dayNumber(Number(year), Number(month), Number(day))) === date;
  return isThere ? date : null;
}

function compare(
  context: Context,
  { name: file }: TicketFile,
  lines: readonly ReturnedLine[],
): OrderReconciliation {
  const days = lines.flatMap(({ ref }) => dayOf(ref) ?? []).toSorted();
  const period = periodOf(days);
  if (period === null) {
    throw new ServiceError('refused', (t) => t.dishPlan.returned.noLines(file));
  }
  // What was sent stands in the plan as it was sent. What was not in it has nothing to be compared with.
  const ordered = planDishes(context, period).suppliers.filter(isOrdered);
  const byRef = new Map(ordered.map((line) => [line.ref, line]));
  const seen = new Map<string, number>();
  const problems: ReturnedLineProblem[] = [];
  const changed: OrderDifference[] = [];
  const quantities: OrderReconciliation['quantities'][number][] = [];
  let [same, sent] = [0, 0];
  for (const line of lines) {
    const problem = problemOf(line, byRef, seen, context);
    if (problem !== null) {
      problems.push({ line: line.line, ...problem });
      continue;
    }
    const order = byRef.get(line.ref) as PurchaseOrderLine;
    const quantity = readQuantity(line.quantity) as number;
    seen.set(line.ref, quantity);
    quantities.push({ ref: line.ref, quantity: asOrdered(order, quantity) });
    if (order.sent !== null) sent++;
    const difference = differenceOf(order, quantity);
    if (Math.abs(difference.ordered - quantity) < tolerance) same++;
    else changed.push(difference);
  }
  const missing = missingFrom(ordered, seen, days);
  return { file, lines: lines.length, sent, same, changed, missing, problems, quantities };
}

/** A quantity of a file in the unit of its line; see `writtenQuantity`. */
const asOrdered = (order: PurchaseOrderLine, written: number): number =>
  writtenQuantity(order, 1) === 1 ? written : Math.round(written / writtenQuantity(order, 1));

function problemOf(
  { ref, quantity }: ReturnedLine,
  ordered: ReadonlyMap<string, PurchaseOrderLine>,
  seen: ReadonlyMap<string, number>,
  { texts }: Context,
): Omit<ReturnedLineProblem, 'line'> | null {
  const { returned } = texts.dishPlan;
  if (ref === '') return { value: quantity, ...returned.noRef };
  if (!ordered.has(ref)) return { value: ref, ...returned.unknownRef };
  if (seen.has(ref)) return { value: ref, ...returned.twice };
  return readQuantity(quantity) === null ? { value: quantity, ...returned.badQuantity } : null;
}

function differenceOf(line: PurchaseOrderLine, returned: number | null): OrderDifference {
  const { ref, date, supplier, placeName, dish, size, unit, quantity } = line;
  const ordered = writtenQuantity(line, quantity);
  return { ref, date, supplier, placeName, dish, size, unit, ordered, returned };
}

/** What was ordered from the suppliers of the file on its days, and is not in it. */
function missingFrom(
  ordered: readonly PurchaseOrderLine[],
  seen: ReadonlyMap<string, number>,
  days: readonly IsoDate[],
): readonly OrderDifference[] {
  const known = new Set(days);
  const suppliers = new Set(ordered.filter(({ ref }) => seen.has(ref)).map(({ supplier }) => supplier));
  return ordered
    .filter(({ ref, supplier, date }) => suppliers.has(supplier) && known.has(date) && !seen.has(ref))
    .map((line) => differenceOf(line, null));
}
