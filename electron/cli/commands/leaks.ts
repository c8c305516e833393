import type { LeaksReport } from '../../api/records.ts';
import { leakWords } from '../../service/leaks/leak-words.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Command, Terminal } from '../terminal/command.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

function readable(report: LeaksReport, terminal: Terminal): string {
  const { texts, language } = terminal;
  const { columns, heading, none, early, seen, unsure } = texts.leaks;
  const number = (value: number) => formatNumber(value, language);
  const day = (date: string) => spelledDate(date, language);
  const tested = number(report.tested);
  if (report.leaks.length === 0) return report.tested === 0 ? early : none(tested);
  const words = leakWords(texts, language);
  const right = { align: 'right' as const };
  const rows = report.leaks.map((leak) => {
    const [first] = leak.causes;
    return [
      leak.site,
      words.part(leak),
      words.meals(leak.mean),
      seen(number(leak.inExcess), number(leak.occurrences)),
      leak.since === null ? unsure : day(leak.since),
      number(leak.eurosPerYear),
      words.cause(first),
      leak.trial ? words.trial(leak.trial) : words.toTry(first),
    ];
  });
  const titles = [
    { title: columns.site },
    { title: columns.where },
    { title: columns.surplus, ...right },
    { title: columns.seen },
    { title: columns.since },
    { title: columns.euros, ...right },
    { title: columns.cause },
    { title: columns.try },
  ];
  return [heading(day(report.from), day(report.to), tested), '', table(titles, rows)].join('\n');
}

/** Lists where surplus persists, of orders or of dishes. */
export const leaksCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    dishes: { type: 'boolean' },
    'food-cost': { type: 'string' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    const foodCost = numberOption(given, 'food-cost', terminal.texts);
    const report = await terminal.call('leaks.report', {
      from: textOption(given, 'from') ?? '',
      to: textOption(given, 'to') ?? '',
      of: given.values.dishes === true ? 'dishes' : 'orders',
      ...(foodCost === undefined ? {} : { foodCost }),
    });
    terminal.answer(report, () => readable(report, terminal));
    return 0;
  },
};
