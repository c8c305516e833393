import type { Input } from '../../api/contract.ts';
import type { ImpactReport, ImpactSums, Sheet } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { makeFile, tableSource } from '../documents/make-file.ts';
import { periodFileName } from '../documents/sheet-file-name.ts';
import type { TableCell, TableColumn, TableDocument, TableSection } from '../documents/table-document.ts';
import { dateInWords, spelledDate } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import { lastDayOf } from './council-bars.ts';
import { comparedWith } from './headline.ts';
import { impactReport } from './impact-report.ts';

/** Where surplus remains in the same period; `enough`: there are days enough to say what was avoided. */
type LeaksPart = (
  context: Context,
  input: Omit<Input<'impact.export'>, 'format'>,
  enough: boolean,
) => TableSection;

/** The figures behind the page: in all, by month, by site and by day, and where surplus remains. */
export function impactTable(
  context: Context,
  { format, ...input }: Input<'impact.export'>,
  leaks: LeaksPart,
): Promise<Sheet> {
  const report = impactReport(context, input);
  const { language, texts } = context;
  const table = tableOf(report, () => leaks(context, input, report.enough), context);
  const name = periodFileName(texts.impact.table.fileName, input, null, format);
  return makeFile(name, format, tableSource(table, language));
}

function tableOf(
  report: ImpactReport,
  leaks: () => TableSection,
  { language, texts, now }: Context,
): TableDocument {
  const words = texts.impact;
  const { table } = words;
  const row = (name: string, sums: ImpactSums) => rowOf(name, sums, words);
  const month = (of: string) => dateInWords(`${of}-01`, language, 'MMMM yyyy');
  const section = (name: string, rows: readonly (readonly TableCell[])[]) => ({
    name,
    details: [],
    rows,
    notes: [],
  });
  return {
    title: table.title,
    period: words.council.period(
      spelledDate(report.from, language),
      spelledDate(lastDayOf(report), language),
    ),
    from: report.from,
    to: report.to,
    madeAt: now,
    columns: columnsOf(words),
    sections:
      report.facts.siteDays === 0
        ? []
        : [
            {
              ...section(table.whole, [row(table.whole, report)]),
              notes: [report.headline, table.comparedWith(comparedWith(report, words))],
            },
            section(
              table.months,
              report.months.map((one) => row(month(one.month), one)),
            ),
            section(
              table.sites,
              report.sites.map((one) => row(one.site, one)),
            ),
            section(
              table.days,
              report.facts.dates.map(({ date, served, surplus, missing }) =>
                // A day has no range: weeks are what is drawn.
                [date, null, served, surplus, null, null, null, null, missing, null],
              ),
            ),
            leaks(),
          ],
    empty: table.empty,
  };
}

function rowOf(
  name: string,
  { siteDays, served, surplus, avoided, shortage, shown }: ImpactSums,
  words: Messages['impact'],
): readonly TableCell[] {
  const whole = Math.round;
  return [
    name,
    siteDays,
    served,
    surplus.ours,
    whole(surplus.other),
    whole(avoided.value),
    whole(avoided.low),
    whole(avoided.high),
    whole(shortage.value),
    shown ? words.shown : words.notYetShown,
  ];
}

function columnsOf({ columnsOfTable: titles }: Messages['impact']): readonly TableColumn[] {
  const number = (title: string): TableColumn => ({ title, type: 'number', width: 11 });
  return [
    { title: titles.part, type: 'text', width: 30 },
    number(titles.siteDays),
    number(titles.served),
    number(titles.surplus),
    number(titles.otherSurplus),
    number(titles.avoided),
    number(titles.low),
    number(titles.high),
    number(titles.shortage),
    { title: titles.shown, type: 'text', width: 20 },
  ];
}
