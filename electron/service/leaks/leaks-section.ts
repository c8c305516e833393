import type { Input } from '../../api/contract.ts';
import type { Leak, LeaksReport } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import type { TableCell, TableColumn, TableSection } from '../documents/table-document.ts';
import { formatNumber, spelledDate } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import { leakWords } from './leak-words.ts';
import { leaksReport } from './leaks-report.ts';

/** The lines of *Bilan* as a table of its file. `enough`: there are days enough to look among dishes too. */
export function leaksSection(
  context: Context,
  { from, to, foodCost }: Omit<Input<'leaks.report'>, 'of'>,
  enough: boolean,
): TableSection {
  const asked = { from, to, ...(foodCost === undefined ? {} : { foodCost }) };
  const orders = leaksReport(context, { ...asked, of: 'orders' });
  const dishes = enough ? leaksReport(context, { ...asked, of: 'dishes' }) : null;
  return sectionOf(orders, dishes, context);
}

/** `dishes`: `null` where days are too few to look among them. */
function sectionOf(
  orders: LeaksReport,
  dishes: LeaksReport | null,
  { texts, language }: Context,
): TableSection {
  const { table, heading, none, early } = texts.leaks;
  const leaks = [...orders.leaks, ...(dishes?.leaks ?? [])].toSorted(
    (a, b) => b.eurosPerYear - a.eurosPerYear,
  );
  const count = orders.tested + (dishes?.tested ?? 0);
  const tested = formatNumber(count, language);
  const day = (date: string) => spelledDate(date, language);
  const said = leaks.length > 0 ? heading(day(orders.from), day(orders.to), tested) : none(tested);
  const words = leakWords(texts, language);
  return {
    name: table.title,
    details: [],
    columns: columnsOf(texts),
    rows: leaks.map((leak) => rowOf(leak, words)),
    notes: [leaks.length === 0 && count === 0 ? early : said, ...(dishes === null ? [table.noDishes] : [])],
  };
}

function rowOf(leak: Leak, words: ReturnType<typeof leakWords>): readonly TableCell[] {
  const [first] = leak.causes;
  const { trial } = leak;
  return [
    leak.site,
    words.part(leak),
    leak.mean,
    leak.inExcess,
    leak.occurrences,
    leak.since,
    leak.eurosPerYear,
    words.cause(first),
    words.toTry(first),
    trial && words.trial(trial),
    trial?.difference?.value ?? null,
    trial?.difference?.low ?? null,
    trial?.difference?.high ?? null,
  ];
}

function columnsOf({ leaks: { columns, table }, impact }: Messages): readonly TableColumn[] {
  const text = (title: string, width: number): TableColumn => ({ title, type: 'text', width });
  const number = (title: string): TableColumn => ({ title, type: 'number', width: 11 });
  const meals = (title: string): TableColumn => ({ ...number(title), decimals: 1, signed: true });
  return [
    text(columns.site, 30),
    text(columns.where, 24),
    meals(table.surplus),
    number(table.inExcess),
    number(table.days),
    { title: columns.since, type: 'date', width: 14 },
    number(columns.euros),
    text(columns.cause, 36),
    text(columns.try, 26),
    text(table.trial, 40),
    meals(table.difference),
    meals(impact.columnsOfTable.low),
    meals(impact.columnsOfTable.high),
  ];
}
