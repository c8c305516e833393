import type { CountAnswer, UnlikelyCount } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

const answers = [
  ['take', 'taken'],
  ['aside', 'aside'],
] as const satisfies readonly (readonly [string, CountAnswer])[];

function readable(counts: readonly UnlikelyCount[], { texts, language }: Terminal): string {
  const { columns, none, howToAnswer } = texts.questions.counts;
  if (counts.length === 0) return none;
  const number = (value: number) => formatNumber(value, language);
  const rows = counts.map(({ site, name, date, served, low, high }) => [
    site ?? name,
    spelledDate(date, language),
    number(served),
    `${number(low)}–${number(high)}`,
  ]);
  const titles = [
    { title: columns.site },
    { title: columns.date },
    { title: columns.served, align: 'right' as const },
    { title: columns.usual, align: 'right' as const },
  ];
  return [table(titles, rows), '', howToAnswer].join('\n');
}

/** The counts that were named: of a site, of a day, or all that wait. */
function named(given: Arguments, counts: readonly UnlikelyCount[], { texts }: Terminal) {
  const site = textOption(given, 'site');
  const date = textOption(given, 'date');
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const found = counts.filter(
    (count) =>
      (site === undefined || [count.site, count.name].some((name) => name && fold(name) === fold(site))) &&
      (date === undefined || count.date === date),
  );
  if (found.length === 0) throw new UsageError(texts.questions.counts.notWaiting);
  return found;
}

/** Lists the counts of files that can hardly be, and takes them as they are or leaves them out. */
export const countsCommand: Command = {
  options: {
    site: { type: 'string' },
    date: { type: 'string' },
    take: { type: 'boolean' },
    aside: { type: 'boolean' },
  },
  words: [0, 0],
  async run(terminal, given) {
    const waiting = await terminal.call('counts.unlikely', {});
    const chosen = answers.filter(([option]) => given.values[option] === true);
    if (chosen.length > 1) throw new UsageError(terminal.texts.questions.counts.oneAnswer);
    const [answer] = chosen;
    if (answer === undefined) {
      terminal.answer(waiting, () => readable(waiting, terminal));
      return 0;
    }
    const counts = named(given, waiting, terminal).map(({ nameId, date }) => ({ nameId, date }));
    const left = await terminal.call('counts.answer', { counts, answer: answer[1] });
    terminal.answer(left, () => terminal.texts.questions.counts.done(counts.length, left.length));
    return 0;
  },
};
