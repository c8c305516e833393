import type { LowDay, LowDayReason } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

const reasons = ['outing', 'strike', 'usual'] as const satisfies readonly LowDayReason[];

function readable(days: readonly LowDay[], { texts, language }: Terminal): string {
  const { columns, none, howTo, manySites } = texts.cli.lowDays;
  if (days.length === 0) return none;
  const number = (value: number) => formatNumber(value, language);
  const rows = days.map(({ site, date, served, low, high, lowSites }) => [
    site,
    spelledDate(date, language),
    number(served),
    `${number(low)}–${number(high)}`,
    lowSites === null ? '' : manySites(lowSites),
  ]);
  const titles = [
    { title: columns.site },
    { title: columns.date },
    { title: columns.served, align: 'right' as const },
    { title: columns.usual, align: 'right' as const },
    { title: '' },
  ];
  return [table(titles, rows), '', howTo].join('\n');
}

/** The days that were named: of a site, of a day, or all that are listed. */
async function named(given: Arguments, days: readonly LowDay[], terminal: Terminal) {
  const asked = textOption(given, 'site');
  const date = textOption(given, 'date');
  const site = asked === undefined ? null : findSite(asked, await terminal.call('sites.list', {}), terminal);
  const found = days.filter(
    (day) => (site === null || day.siteId === site.id) && (date === undefined || day.date === date),
  );
  if (found.length === 0) throw new UsageError(terminal.texts.cli.lowDays.notListed);
  return found;
}

/** Lists the days far below the usual that nothing explains, and notes what they were. */
export const lowDaysCommand: Command = {
  options: {
    site: { type: 'string' },
    date: { type: 'string' },
    outing: { type: 'boolean' },
    strike: { type: 'boolean' },
    usual: { type: 'boolean' },
  },
  words: [0, 0],
  async run(terminal, given) {
    const { texts } = terminal;
    const listed = await terminal.call('counts.low', {});
    const chosen = reasons.filter((reason) => given.values[reason] === true);
    if (chosen.length > 1) throw new UsageError(texts.cli.lowDays.oneReason);
    const [as] = chosen;
    if (as === undefined) {
      terminal.answer(listed, () => readable(listed, terminal));
      return 0;
    }
    const days = (await named(given, listed, terminal)).map(({ siteId, date }) => ({ siteId, date }));
    const left = await terminal.call('counts.explainLow', { days, as });
    terminal.answer(left, () => texts.cli.lowDays.done(days.length, left.length));
    return 0;
  },
};
