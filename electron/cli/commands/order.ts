import type { OrderWarning } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { findSite } from '../terminal/find-site.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';

/** The quantity of the line; `null`: `--clear`, back to the recommendation. */
function quantityOf(given: Arguments, { texts }: Terminal): number | null {
  const quantity = numberOption(given, 'quantity', texts);
  const clear = given.values.clear === true;
  if ((quantity === undefined) !== clear) {
    throw new UsageError(texts.cli.orders.oneQuantity);
  }
  return quantity ?? null;
}

/** What looks like a slip was kept, and is said. */
function noteDoubts(warnings: readonly OrderWarning[], { texts, language, note }: Terminal): void {
  const count = (value: number) => formatNumber(value, language);
  for (const { problem, recommended, capacity } of warnings) {
    note(
      problem === 'far'
        ? texts.cli.orders.far(count(recommended))
        : texts.cli.orders.overCapacity(count(capacity ?? 0)),
    );
  }
}

/** Orders something else than is recommended; of an order that is frozen, with `--correct`, a new version. */
export const orderCommand: Command = {
  options: {
    site: { type: 'string' },
    date: { type: 'string' },
    quantity: { type: 'string' },
    reason: { type: 'string' },
    clear: { type: 'boolean' },
    correct: { type: 'boolean' },
  },
  words: [0, 0],
  required: ['site', 'date'],
  async run(terminal, given) {
    const { texts, language } = terminal;
    const quantity = quantityOf(given, terminal);
    const site = findSite(textOption(given, 'site') ?? '', await terminal.call('sites.list', {}), terminal);
    const date = textOption(given, 'date') ?? '';
    const said = { siteId: site.id, date, reason: textOption(given, 'reason') ?? '' };
    const place = `${site.name} (${site.kind}), ${spelledDate(date, language)}`;
    if (given.values.correct === true && quantity !== null) {
      const answer = await terminal.call('orders.revise', { ...said, quantity });
      terminal.answer(answer, () => {
        const { version, replaces } = answer;
        return texts.cli.orders.corrected(place, version.version, quantity, replaces.quantity);
      });
      noteDoubts(answer.warnings, terminal);
      return 0;
    }
    const answer = await terminal.call('orders.override', { overrides: [{ ...said, quantity }] });
    terminal.answer(answer, () => texts.cli.orders.said(place, quantity));
    noteDoubts(answer.warnings, terminal);
    return 0;
  },
};
