import type { ApprovalAnswer, OrderVersionKey } from '../../api/records.ts';
import { spelledDate } from '../../service/messages/format.ts';
import type { Command, ExitCode, Terminal } from '../terminal/command.ts';
import { findSite } from '../terminal/find-site.ts';
import { textOption } from '../terminal/parse-line.ts';
import { warningLines } from '../terminal/warnings.ts';

function readable(
  { approved, already, past, refused }: ApprovalAnswer,
  { texts, language }: Terminal,
): string {
  const { cli } = texts;
  const meals = approved.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    cli.orders.frozen(approved.length, meals, already),
    ...(past === 0 ? [] : [cli.orders.past(past)]),
    ...refused.map(
      ({ site, siteKind, date, reason }) =>
        `  - ${site} (${siteKind}), ${spelledDate(date, language)}${cli.colon} ${reason}`,
    ),
  ].join('\n');
}

/** The version in force of each order of a period, which opening takes back. */
async function versionsIn(
  terminal: Terminal,
  period: { readonly from: string; readonly to: string },
  siteId: number | null,
): Promise<readonly OrderVersionKey[]> {
  const orders = await terminal.call('orders.list', period);
  return orders.flatMap(({ siteId: id, date, versions }) => {
    const inForce = versions.at(-1);
    return id !== null && inForce && (siteId === null || id === siteId)
      ? [{ siteId: id, date, version: inForce.version }]
      : [];
  });
}

async function open(terminal: Terminal, versions: readonly OrderVersionKey[]): Promise<ExitCode> {
  const nothing = { opened: [], kept: 0 };
  const answer = versions.length === 0 ? nothing : await terminal.call('orders.reopen', { versions });
  terminal.answer(answer, () => terminal.texts.cli.orders.opened(answer.opened.length));
  return answer.opened.length > 0 ? 0 : 2;
}

/** Validates the orders of a period, or takes the versions in force back with `--open`. */
export const approveCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    site: { type: 'string' },
    open: { type: 'boolean' },
    served: { type: 'boolean' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    const period = { from: textOption(given, 'from') ?? '', to: textOption(given, 'to') ?? '' };
    const asked = textOption(given, 'site');
    const sites = asked === undefined ? [] : await terminal.call('sites.list', {});
    const siteId = asked === undefined ? null : findSite(asked, sites, terminal).id;
    if (given.values.open === true) {
      return open(terminal, await versionsIn(terminal, period, siteId));
    }
    const answer = await terminal.call('orders.approve', {
      ...period,
      ...(siteId === null ? {} : { siteIds: [siteId] }),
      ...(given.values.served === true ? { confirmHolidays: true } : {}),
    });
    terminal.answer(answer, () => readable(answer, terminal));
    for (const line of warningLines(await terminal.call('plan.warnings', period), terminal))
      terminal.note(line);
    if (answer.approved.length === 0 && answer.already === 0) return 2;
    return answer.refused.length > 0 ? 1 : 0;
  },
};
