import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import type { Sheet } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import type { TableCell, TableColumn, TableSection } from '../documents/table-document.ts';
import { tableXlsx } from '../documents/table-xlsx.ts';
import { dateInWords } from '../messages/format.ts';
import { coverageMonth } from './coverage.ts';

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const monthAfter = (month: string) => addDays(`${month}-01`, 31).slice(0, 7);

/** The months of the school year up to the one of `today`. */
function monthsUpTo(today: IsoDate): readonly string[] {
  const months: string[] = [];
  const last = today.slice(0, 7);
  for (let month = `${schoolYearOf(toDay(today))}-09`; month <= last; month = monthAfter(month)) {
    months.push(month);
  }
  return months;
}

/** Monday to Friday of a month. */
function weekdaysOf(month: string): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    if (weekday(toDay(date)) <= 5) days.push(date);
  }
  return days;
}

/** A row per day and site that takes a count; what is on record stands in it. Without sites, a row per day. */
function rowsOf(context: Context, month: string): readonly (readonly TableCell[])[] {
  const { dates, sites } = coverageMonth(context, { siteId: null, month });
  if (sites.length === 0) return weekdaysOf(month).map((date) => [date, null]);
  return dates.flatMap((date, i) =>
    sites.flatMap(({ site, days }): (readonly TableCell[])[] => {
      const day = days[i];
      const isOpen = day !== undefined && (day.closed === null || day.served !== null);
      return isOpen ? [[date, site, day.served]] : [];
    }),
  );
}

/**
 * A workbook to fill in: a sheet for each month of the school year so far, with its days and the sites on record, and
 * a column for the children served. Filled in it imports as it is, unfilled days being no records.
 */
export async function modelWorkbook(context: Context): Promise<Sheet> {
  const { today, texts, language } = context;
  const { exports } = texts;
  const sections = monthsUpTo(today).map(
    (month): TableSection => ({
      name: dateInWords(`${month}-01`, language, 'MMMM yyyy'),
      details: [],
      rows: rowsOf(context, month),
      notes: [],
    }),
  );
  const [date = '', site = '', , , served = ''] = exports.titles.attendance;
  const hasSites = sections.some(({ rows }) => rows.some((row) => row.length > 2));
  const columns: TableColumn[] = [
    { title: date, type: 'date', width: 12 },
    ...(hasSites ? [{ title: site, type: 'text' as const, width: 32 }] : []),
    { title: served, type: 'number', width: 10 },
  ];
  const body = await tableXlsx({ columns, sections, empty: exports.empty });
  return { fileName: `${exports.modelName}.xlsx`, mime, body: body.toString('base64') };
}
