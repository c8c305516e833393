import type { DishBacktestReport } from '../../api/dish-backtests.ts';
import type { Measures } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Arguments, ExitCode, Terminal } from '../terminal/command.ts';
import { UsageError } from '../terminal/errors.ts';
import { numberOption, textOption } from '../terminal/parse-line.ts';
import { table } from '../terminal/table.ts';
import { writeOut } from '../terminal/write-out.ts';

const measureNames = ['mae', 'wape', 'over', 'under', 'bias'] as const;
const right = { align: 'right' } as const;

function courseTable({ byCourse }: DishBacktestReport, { texts, language }: Terminal): string {
  const { dishBacktest } = texts;
  const number = (value: number) => formatNumber(value, language, 2);
  const rows = byCourse.map(({ course, model, sameWeekday4, coverage80 }) => [
    dishBacktest.courses[course],
    formatNumber(model.n, language),
    number(model.wape),
    sameWeekday4.n > 0 ? number(sameWeekday4.wape) : '',
    number(coverage80),
  ]);
  const { model, sameWeekday4 } = dishBacktest.forecasts;
  const titles = ['n', model, sameWeekday4, dishBacktest.range].map((title) => ({ title, ...right }));
  return table([{ title: dishBacktest.course }, ...titles], rows);
}

function readable(report: DishBacktestReport, terminal: Terminal): string {
  const { texts, language } = terminal;
  const { dishBacktest, cli } = texts;
  const number = (value: number) => formatNumber(value, language, 2);
  const date = (iso: string) => spelledDate(iso, language);
  const rows = Object.entries(report.measures).map(([name, measures]: [string, Measures]) => [
    dishBacktest.forecasts[name as keyof DishBacktestReport['measures']],
    formatNumber(measures.n, language),
    ...measureNames.map((measure) => (measures.n > 0 ? number(measures[measure]) : '')),
  ]);
  const columns = [
    { title: cli.backtest.forecast },
    { title: 'n', ...right },
    ...measureNames.map((name) => ({ title: cli.backtest.measures[name], ...right })),
  ];
  const { from, to, lead, measures, coverage80, below, above, leftOut, guestsUnknown } = report;
  return [
    dishBacktest.heading(date(from), date(to), lead, formatNumber(measures.model.n, language)),
    '',
    table(columns, rows),
    '',
    dishBacktest.coverage(number(coverage80), number(below), number(above)),
    dishBacktest.soldOut(formatNumber(leftOut.soldOut, language)),
    ...(guestsUnknown > 0 ? [dishBacktest.guestsUnknown(formatNumber(guestsUnknown, language))] : []),
    '',
    courseTable(report, terminal),
  ].join('\n');
}

/** `backtest --dishes`: portions per dish instead of meals. */
export async function backtestDishes(terminal: Terminal, given: Arguments): Promise<ExitCode> {
  const { texts } = terminal;
  if (given.values.rules) {
    throw new UsageError(texts.dishBacktest.notWithRules);
  }
  const out = textOption(given, 'out');
  const { report, csv } = await terminal.call('backtest.dishes', {
    from: textOption(given, 'from') ?? '',
    to: textOption(given, 'to') ?? '',
    lead: numberOption(given, 'lead', texts) ?? 0,
    ...(out === undefined ? {} : { csv: true }),
  });
  if (out !== undefined && csv !== null) {
    await writeOut(out, csv, terminal);
    terminal.note(texts.cli.written(out));
  }
  terminal.answer(report, () => readable(report, terminal));
  return 0;
}
