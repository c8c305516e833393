import type { Input } from '../../api/contract.ts';
import { counterfactualIds, counterfactualWords } from '../../api/counterfactual-words.ts';
import type { ConvertedFigure, Counterfactual, ImpactFigure, ImpactReport } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { levelOptions, serviceLevelInput } from '../terminal/level-options.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';

/** As it is spelled on any keyboard. */
const plain = (text: string) => text.normalize('NFKD').replace(/’/g, "'").toLowerCase().trim();

/** What `--compared-with` names: by its id or in the page's words, of either language. Throws `UsageError`. */
function comparisonOf(given: Arguments, { texts }: Terminal): Counterfactual | undefined {
  const asked = textOption(given, 'compared-with');
  if (asked === undefined) return undefined;
  if (given.values.replayed) throw new UsageError(texts.impact.replayedComparison);
  const names = Object.values(counterfactualWords);
  const found = counterfactualIds.find((id) =>
    [id, ...names.map((words) => words[id])].some((name) => plain(name) === plain(asked)),
  );
  if (found === undefined) throw new UsageError(texts.impact.unknownComparison(asked));
  return found;
}

function inputOf(given: Arguments, terminal: Terminal): Input<'impact.report'> {
  const { texts } = terminal;
  const counterfactual = comparisonOf(given, terminal);
  const lead = numberOption(given, 'lead', texts);
  const foodCost = numberOption(given, 'food-cost', texts);
  return {
    from: textOption(given, 'from') ?? '',
    to: textOption(given, 'to') ?? '',
    ...(given.values.replayed ? { replayed: true } : {}),
    ...(counterfactual === undefined ? {} : { counterfactual }),
    ...(lead === undefined ? {} : { lead }),
    ...(foodCost === undefined ? {} : { foodCost }),
    ...serviceLevelInput(given, texts),
  };
}

function readable(report: ImpactReport, { texts, language }: Terminal): string {
  const words = texts.impact;
  const [from, to] = [spelledDate(report.from, language), spelledDate(report.to, language)];
  if (report.siteDays === 0) return words.nothing(from, to);
  const number = (value: number, digits = 0) => formatNumber(value, language, digits).replace('-', '−');
  const coarse = ({ value, low, high, digits }: ConvertedFigure) => {
    const rounded = (of: number) => number(Number(of.toPrecision(digits)));
    return words.range(rounded(value), rounded(low), rounded(high));
  };
  const range = ({ value, low, high }: ImpactFigure) => words.range(number(value), number(low), number(high));
  const factor = ({ factor: of, per, source, year }: ConvertedFigure) =>
    words.factor(number(of, 2), words.per[per], words.sources[source], year === null ? '' : String(year));
  const right = { align: 'right' as const };
  const rows = report.sites.map(({ site, siteDays, avoided, shortage, shown }) => [
    site,
    number(siteDays),
    range(avoided),
    range(shortage),
    shown ? words.shown : words.notYetShown,
  ]);
  return [
    words.heading(from, to, words.orders[report.orders], words.counterfactuals[report.counterfactual]),
    words.days(number(report.siteDays), number(report.days), number(report.weeks)),
    '',
    words.avoided(range(report.avoided), number(report.surplus.ours), number(report.surplus.other)),
    words.shortage(range(report.shortage)),
    report.shown ? words.shownLong : words.notYetShownLong,
    ...(report.atEqualShortage ? [words.equalShortage(range(report.atEqualShortage))] : []),
    words.kilograms(coarse(report.kilograms), factor(report.kilograms)),
    words.euros(coarse(report.euros), factor(report.euros)),
    words.carbon(coarse(report.carbon), factor(report.carbon)),
    words.third,
    '',
    table(
      [
        { title: words.columns.site },
        { title: words.columns.days, ...right },
        { title: words.columns.avoided, ...right },
        { title: words.columns.shortage, ...right },
        { title: words.columns.shown },
      ],
      rows,
    ),
  ].join('\n');
}

export const impactCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    'compared-with': { type: 'string' },
    replayed: { type: 'boolean' },
    lead: { type: 'string' },
    ...levelOptions,
    'food-cost': { type: 'string' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    const input = inputOf(given, terminal);
    const report = await terminal.call('impact.report', input);
    terminal.answer(report, () => readable(report, terminal));
    const { counterfactual: asked } = input;
    if (asked === undefined || report.siteDays === 0 || report.counterfactual === asked) return 0;
    terminal.note(terminal.texts.impact.notComparable(asked, report.counterfactual));
    return 1;
  },
};
