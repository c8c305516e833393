import { basename } from 'node:path';
import type { OrderDifference, OrderReconciliation } from '../../api/records.ts';
import { spelledDate } from '../../service/messages/format.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { table } from '../terminal/table.ts';

export const reconcileCommand: Command = {
  options: { confirm: { type: 'boolean' } },
  words: [1, 50],
  async run(terminal, { positionals, values }) {
    const files = await Promise.all(
      positionals.map((path) => terminal.service.registerFile(path, basename(path))),
    );
    const compared = await terminal.call('orders.reconcile', { tickets: files.map(({ ticket }) => ticket) });
    const lines = compared.flatMap(({ quantities }) => quantities);
    const confirms = values.confirm === true && lines.length > 0;
    if (confirms) await terminal.call('orders.confirm', { lines });
    terminal.answer(compared, () => compared.map((one) => readable(one, terminal)).join('\n\n'));
    if (confirms) terminal.note(terminal.texts.dishPlan.cli.confirmed(lines.length));
    if (compared.every(({ problems }) => problems.length === 0)) return 0;
    return lines.length > 0 ? 1 : 2;
  },
};

function readable(compared: OrderReconciliation, terminal: Terminal): string {
  const { cli } = terminal.texts.dishPlan;
  const { colon } = terminal.texts.cli;
  const { file, lines, same, sent, quantities, changed, missing, problems } = compared;
  const against = sent === 0 ? 'plan' : sent < quantities.length ? 'both' : 'sent';
  const section = (title: string, differences: readonly OrderDifference[]) =>
    differences.length === 0 ? [] : ['', title, differenceTable(differences, terminal)];
  return [
    cli.summary(file, lines, same),
    cli.against[against],
    ...section(cli.differences, changed),
    ...section(cli.missing, missing),
    ...(problems.length === 0 ? [] : ['', cli.problems]),
    ...problems.map(
      ({ line, value, reason, remedy }) => `  - ${cli.line} ${line}, ${value}${colon} ${reason}. ${remedy}`,
    ),
  ].join('\n');
}

function differenceTable(differences: readonly OrderDifference[], terminal: Terminal): string {
  const { cli, columns } = terminal.texts.dishPlan;
  const right = { align: 'right' as const };
  const number = (value: number) =>
    value.toLocaleString(terminal.language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 3 });
  return table(
    [
      { title: columns.date },
      { title: columns.supplier },
      { title: columns.place },
      { title: columns.product },
      { title: columns.size },
      { title: cli.ordered, ...right },
      { title: cli.returned, ...right },
    ],
    differences.map(({ date, supplier, placeName, dish, size, ordered, returned }) => [
      spelledDate(date, terminal.language),
      supplier ?? '',
      placeName,
      dish,
      size ?? '',
      number(ordered),
      returned === null ? '–' : number(returned),
    ]),
  );
}
