import type { ReactNode } from 'react';
import type { CoverageDay, RecordRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DinerColumn } from '../coverage/block-columns.ts';
import type { DayColumn } from '../coverage/day-column.ts';
import { RecordField } from './record-field.tsx';
import { LineState } from './served-line.tsx';
import { type Cell, cellKey, dayTotals, noDrafts, rowKey } from './served-model.ts';
import type { useServed } from './use-served.ts';

/** What *Relevé* adds to the days of a month at one site. */
interface MonthParts {
  readonly columns: readonly DayColumn[];
  /** What `=` stands for in a field of a day. */
  headCountOf(day: CoverageDay, column: DinerColumn): number | null;
  /** What is to be said of a day; `null`: what the month itself says. */
  wordsOf(day: CoverageDay): ReactNode;
}

const left: Cell = { dish: null, field: 'left' };

/** Meals left, the order with its range, and what was served less ordered: the day's record, in the month's columns. */
export function useMonthParts(
  { siteId, month }: { readonly siteId: number; readonly month: string },
  { drafts, actions }: ReturnType<typeof useServed>,
): MonthParts {
  const { t } = useTranslation();
  const format = useFormat();
  const { data = [] } = useApiQuery('records.month', { siteId, month });
  const rows = new Map(data.map((row) => [row.date, row]));
  const totals = dayTotals(data);
  const shown = (count: number | null | undefined) => (count == null ? '–' : format.count(count));
  const gap = (count: number | null | undefined) =>
    count == null ? '–' : count === 0 ? '0' : format.signed(count);
  const draftsOf = (row: RecordRow) => drafts.get(rowKey(row)) ?? noDrafts;
  const field = ({ date }: CoverageDay, place: string) => {
    const row = rows.get(date);
    if (row === undefined) return null;
    return (
      <RecordField
        row={row}
        cell={left}
        drafts={draftsOf(row)}
        actions={actions}
        label={t('record.field', { site: format.day(date), what: t('record.fields.left') })}
        place={place}
        noteId={`left-${date}`}
        odd={row.findings.some((finding) => finding.field === 'left')}
      />
    );
  };
  return {
    columns: [
      {
        id: 'left',
        title: t('record.columns.left'),
        cell: field,
        foot: totals.left !== null && shown(totals.left),
      },
      ...(totals.leftWeighed === null
        ? []
        : [
            {
              id: 'leftWeighed',
              title: t('record.columns.leftWeighed'),
              cell: ({ date }: CoverageDay) => {
                const grams = rows.get(date)?.leftWeighed ?? null;
                return <span className="given">{grams === null ? '–' : format.amount(grams / 1000)}</span>;
              },
              foot: <span className="given">{format.amount(totals.leftWeighed / 1000)}</span>,
            },
          ]),
      {
        id: 'ordered',
        title: t('record.columns.ordered'),
        cell: ({ date }) => <span className="given">{shown(rows.get(date)?.ordered)}</span>,
        foot: <span className="given">{shown(totals.ordered)}</span>,
      },
      {
        id: 'range',
        title: t('record.columns.range'),
        cell: ({ date }) => {
          const forecast = rows.get(date)?.forecast;
          return <span className="given">{forecast ? format.counts(forecast.low, forecast.high) : '–'}</span>;
        },
      },
      {
        id: 'difference',
        title: t('record.columns.difference'),
        cell: ({ date }) => gap(rows.get(date)?.difference),
        foot: gap(totals.difference),
      },
    ],
    headCountOf: ({ date }, column) => {
      const row = rows.get(date);
      if (column === 'A') return row?.headCountAdults ?? null;
      return (column === 'all' ? row?.headCount : row?.headCountByClass[column]) ?? null;
    },
    wordsOf: (day) => {
      const row = rows.get(day.date);
      if (row === undefined) return null;
      const typed = draftsOf(row).has(cellKey(left));
      // What was noted of the day says more than that all is recorded.
      const plain = row.state === 'complete' && day.marks.length === 0 && day.closed === null;
      if (!typed && !plain && !['check', 'estimated', 'incomplete'].includes(row.state)) return null;
      return (
        <span id={`left-${day.date}`}>
          <LineState row={row} drafts={draftsOf(row)} actions={actions} />
        </span>
      );
    },
  };
}
