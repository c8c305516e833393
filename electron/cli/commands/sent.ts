import type { PurchaseOrder } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Command, ExitCode, Terminal } from '../terminal/command.ts';
import { textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

function readable(orders: readonly PurchaseOrder[], { texts, language }: Terminal): string {
  const { columns, noSupplier, sentAt, stoodAt } = texts.dishPlan;
  const { sent } = texts.cli.orders;
  if (orders.length === 0) return sent.none;
  const right = { align: 'right' as const };
  const moment = (at: string) => [spelledDate(at, language), at.slice(11)] as const;
  return table(
    [
      { title: columns.date },
      { title: columns.supplier },
      { title: sent.version, ...right },
      { title: sent.lines, ...right },
      { title: columns.state },
    ],
    orders.map(({ date, supplier, version, lines, at, by, automatic }) => [
      spelledDate(date, language),
      supplier ?? noSupplier,
      formatNumber(version, language),
      formatNumber(lines.length, language),
      automatic ? stoodAt(...moment(at)) : sentAt(...moment(at), by, version),
    ]),
  );
}

/** The last version of each order. */
function lastOf(orders: readonly PurchaseOrder[]): readonly PurchaseOrder[] {
  const byPlace = Map.groupBy(orders, ({ supplier, date }) => `${date} ${supplier ?? ''}`);
  return [...byPlace.values()].flatMap((versions) => versions.at(-1) ?? []);
}

async function takeBack(terminal: Terminal, orders: readonly PurchaseOrder[]): Promise<ExitCode> {
  const last = lastOf(orders).map(({ supplier, date, version }) => ({ supplier, date, version }));
  const nothing = { taken: [], kept: 0 };
  const answer = last.length === 0 ? nothing : await terminal.call('orders.recall', { orders: last });
  terminal.answer(answer, () => terminal.texts.cli.orders.sent.taken(answer.taken.length));
  return answer.taken.length > 0 ? 0 : 2;
}

/** Takes back what was sent last to one supplier for the days of a period. */
export async function recallLast(
  terminal: Terminal,
  period: { readonly from: string; readonly to: string },
  supplier: string,
): Promise<ExitCode> {
  const all = await terminal.call('orders.sent', period);
  return takeBack(
    terminal,
    all.filter((order) => (order.supplier ?? '') === supplier),
  );
}

/** Lists what was sent to suppliers for a period, or takes its last versions back with `--undo`. */
export const sentCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    supplier: { type: 'string' },
    undo: { type: 'boolean' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    const period = { from: textOption(given, 'from') ?? '', to: textOption(given, 'to') ?? '' };
    const name = textOption(given, 'supplier');
    const all = await terminal.call('orders.sent', period);
    const orders = name === undefined ? all : all.filter(({ supplier }) => (supplier ?? '') === name);
    if (given.values.undo === true) return takeBack(terminal, orders);
    terminal.answer(orders, () => readable(orders, terminal));
    return 0;
  },
};
