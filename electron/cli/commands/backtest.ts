import type { BacktestReport } from '../../api/backtests.ts';
import type { Input } from '../../api/contract.ts';
import type { Measures } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, Command, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { calibrationLines, evaluationTables } from '../terminal/evaluation-text.ts';
import { levelOptions, serviceLevelInput } from '../terminal/level-options.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';
import { writeOut } from '../terminal/write-out.ts';
import { backtestDishes } from './backtest-dishes.ts';

/** Lead of the sites that have no order rule, where `--rules` came without a lead. */
const leadWithoutRule = 7;

function inputOf(given: Arguments, { texts }: Terminal): Input<'backtest.run'> {
  return {
    from: textOption(given, 'from') ?? '',
    to: textOption(given, 'to') ?? '',
    lead: numberOption(given, 'lead', texts) ?? leadWithoutRule,
    ...(given.values.rules ? { rules: true } : {}),
    ...serviceLevelInput(given, texts),
    ...(textOption(given, 'out') === undefined ? {} : { csv: true }),
  };
}

const measureNames = ['mae', 'wape', 'over', 'under', 'shortDays', 'bias'] as const;

function readable(report: BacktestReport, terminal: Terminal): string {
  const { cli } = terminal.texts;
  const number = (value: number) => formatNumber(value, terminal.language, 2);
  const rows = Object.entries(report.measures).map(([name, measures]: [string, Measures]) => [
    cli.backtest.forecasts[name as keyof BacktestReport['measures']],
    formatNumber(measures.n, terminal.language),
    ...measureNames.map((measure) => number(measures[measure])),
  ]);
  const columns = [
    { title: cli.backtest.forecast },
    { title: 'n', align: 'right' as const },
    ...measureNames.map((name) => ({ title: cli.backtest.measures[name], align: 'right' as const })),
  ];
  const date = (iso: string) => spelledDate(iso, terminal.language);
  return [
    (report.rules ? cli.backtest.byRules : cli.backtest.heading)(
      date(report.from),
      date(report.to),
      report.lead,
      report.origins,
    ),
    '',
    table(columns, rows),
    '',
    ...calibrationLines(report, terminal),
    cli.backtest.leftOut(report.leftOut),
    '',
    evaluationTables(report, terminal),
  ].join('\n');
}

export const backtestCommand: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    lead: { type: 'string' },
    rules: { type: 'boolean' },
    ...levelOptions,
    out: { type: 'string' },
    dishes: { type: 'boolean' },
  },
  words: [0, 0],
  required: ['from', 'to'],
  async run(terminal, given) {
    if (textOption(given, 'lead') === undefined && !given.values.rules) {
      throw new UsageError(terminal.texts.cli.missingOption('--lead'));
    }
    if (given.values.dishes) {
      return backtestDishes(terminal, given);
    }
    const { report, csv } = await terminal.call('backtest.run', inputOf(given, terminal));
    const out = textOption(given, 'out');
    if (out !== undefined && csv !== null) {
      await writeOut(out, csv, terminal);
      terminal.note(terminal.texts.cli.written(out));
    }
    terminal.answer(report, () => readable(report, terminal));
    return 0;
  },
};
