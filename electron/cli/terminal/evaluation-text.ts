import type { BacktestReport } from '../../api/backtests.ts';
import type { GroupMeasures } from '../../api/records.ts';
import { formatNumber, spelledDate } from '../../service/messages/format.ts';
import type { Terminal } from './command.ts';
import { table } from './table.ts';

/** Errors shown; `--json` has more. */
const shownErrors = 5;

/** How the ranges, the quantiles and the staff's shortage come out, a line each. */
export function calibrationLines(report: BacktestReport, { texts, language }: Terminal): readonly string[] {
  const { cli, evaluation } = texts;
  const number = (value: number) => formatNumber(value, language, 2);
  const { pinball, staffShortage } = report;
  const ranges = report.coverage.map(({ interval, inside }) => cli.backtest.range(interval, number(inside)));
  const asShort =
    staffShortage &&
    evaluation.staffShortage(
      number(100 * staffShortage.serviceLevel),
      number(staffShortage.over),
      number(staffShortage.under),
      number(report.measures.staff.over),
    );
  return [
    cli.backtest.coverage(ranges.join(', ')),
    evaluation.pinball(number(pinball.mean), number(pinball.share)),
    ...(asShort ? [asShort] : []),
  ];
}

const right = { align: 'right' } as const;

function groupTable(
  title: string,
  groups: readonly (GroupMeasures & { readonly name: string })[],
  { texts, language }: Terminal,
): string {
  const { columns, count } = texts.evaluation;
  const number = (value: number) => formatNumber(value, language, 2);
  const rows = groups.map(({ name, model, order, staff, coverage80 }) => [
    name,
    formatNumber(model.n, language),
    number(model.wape),
    staff.n > 0 ? number(staff.wape) : '',
    number(order.over),
    number(order.under),
    number(order.shortDays),
    number(coverage80),
  ]);
  const titles = [count, ...Object.values(columns)].map((column) => ({ title: column, ...right }));
  return table([{ title }, ...titles], rows);
}

function biggestTable({ biggest }: BacktestReport, { texts, language }: Terminal): string {
  const { evaluation } = texts;
  const whole = (value: number | null) => (value === null ? '' : formatNumber(value, language));
  const rows = biggest
    .slice(0, shownErrors)
    .map(({ date, site, siteKind, actual, mean, staff, cause }) => [
      spelledDate(date, language),
      `${site} (${siteKind})`,
      whole(actual),
      whole(mean),
      whole(staff),
      evaluation.causes[cause],
    ]);
  const columns = [
    { title: evaluation.date },
    { title: evaluation.site },
    { title: evaluation.served, ...right },
    { title: evaluation.expected, ...right },
    { title: evaluation.staff, ...right },
    { title: evaluation.cause },
  ];
  return `${evaluation.biggest}\n${table(columns, rows)}`;
}

/** By size of site, by kind of day, and the biggest errors. */
export function evaluationTables(report: BacktestReport, terminal: Terminal): string {
  const { sizes, dayKinds, bySize, byDayKind } = terminal.texts.evaluation;
  return [
    groupTable(
      bySize,
      report.bySize.map((group) => ({ ...group, name: sizes[group.size] })),
      terminal,
    ),
    groupTable(
      byDayKind,
      report.byDayKind.map((group) => ({ ...group, name: dayKinds[group.kind] })),
      terminal,
    ),
    biggestTable(report, terminal),
  ].join('\n\n');
}
