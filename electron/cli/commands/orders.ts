import type { OrderRecord } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { textOption } from '../terminal/parse-line.ts';
import { sentWords } from '../terminal/sent-words.ts';
import { table } from '../terminal/table.ts';

function stateOf({ versions, override, sendings }: OrderRecord, { texts, language }: Terminal): string {
  const { orders } = texts.cli;
  const inForce = versions.at(-1);
  if (inForce) {
    const state = inForce.automatic ? orders.byClock(inForce.version) : orders.validated(inForce.version);
    const last = sendings.at(-1);
    const sent = versions.find(({ version }) => version === last?.version);
    if (!last || !sent) return state;
    const difference = inForce.quantity - sent.quantity;
    return [state, ...sentWords({ ...last, difference }, texts, language)].join(', ');
  }
  return override ? orders.overridden : '';
}

function cellsOf(order: OrderRecord, terminal: Terminal): readonly string[] {
  const { texts, language } = terminal;
  const decided = order.versions.at(-1) ?? order.override;
  const count = (value: number | undefined) => (value === undefined ? '' : formatNumber(value, language));
  const gone = order.siteId === null ? ` ${texts.cli.orders.gone}` : '';
  const counted = Object.values(order.headCount?.counts ?? {});
  return [
    spelledDate(order.date, language),
    `${order.site} (${order.siteKind})${gone}`,
    count(decided?.quantity),
    count(decided?.recommended),
    counted.length > 0 ? count(counted.reduce((sum, value) => sum + value, 0)) : '',
    stateOf(order, terminal),
    decided ? `${spelledDate(decided.at, language)} ${decided.at.slice(11)}` : '',
    decided?.by ?? '',
    decided?.reason ?? '',
  ];
}

function readable(orders: readonly OrderRecord[], terminal: Terminal): string {
  const { cli } = terminal.texts;
  if (orders.length === 0) {
    return cli.orders.none;
  }
  const { date, order, recommended, counted, state, at, by, reason } = cli.orders.columns;
  const right = { align: 'right' } as const;
  const columns = [
    { title: date },
    { title: cli.plan.site },
    { title: order, ...right },
    { title: recommended, ...right },
    { title: counted, ...right },
    ...[state, at, by, reason].map((title) => ({ title })),
  ];
  return table(
    columns,
    orders.map((one) => cellsOf(one, terminal)),
  );
}

/** Lists what was decided in a period. */
export const ordersCommand: Command = {
  options: { from: { type: 'string' }, to: { type: 'string' } },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    const orders = await terminal.call('orders.list', {
      from: textOption(given, 'from') ?? '',
      to: textOption(given, 'to') ?? '',
    });
    terminal.answer(orders, () => readable(orders, terminal));
    return 0;
  },
};
