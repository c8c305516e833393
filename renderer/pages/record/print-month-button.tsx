import type { CoverageDay, RecordRow } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useApiQuery } from '../../bridge/use-api.ts';
import { weekdayOf } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useOffer } from '../../shell/commands.tsx';
import { useAppState } from '../../shell/use-settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { sheetFont } from '../../ui/sheet-font.ts';
import type { DinerColumn } from '../coverage/block-columns.ts';
import { countColumns, keptOf, monthSum } from '../coverage/count-columns.ts';
import { useDayWords } from '../coverage/entry-note.tsx';
import { dayTotals } from './served-model.ts';

interface PrintMonthProps {
  readonly siteId: number;
  /** `YYYY-MM` */
  readonly month: string;
}

/** Prints the month of one site, as *Relevé* shows it. */
export function PrintMonth({ siteId, month }: PrintMonthProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bridge } = useBridge();
  const today = useAppState().data?.today ?? '';
  const dayWords = useDayWords(today);
  const rows = useApiQuery('records.month', { siteId, month }).data ?? [];
  const own = useApiQuery('data.coverageMonth', { siteId, month }).data?.sites[0];
  const count = (n: number | null | undefined) => (n == null ? '' : format.count(n));
  const kilograms = (grams: number | null | undefined) => (grams == null ? '' : format.amount(grams / 1000));
  const gap = (n: number | null | undefined) => (n == null ? '' : n === 0 ? '0' : format.signed(n));
  const remark = (day: CoverageDay, row: RecordRow | undefined) =>
    [
      ...day.marks.map(({ kind }) => t(`coverage.marks.${kind}`)),
      ...(day.marks.length === 0 || day.file !== null ? [dayWords(day) ?? ''] : []),
      row?.state === 'estimated' ? t('record.states.estimated') : '',
      row?.reason ? t(`record.reasons.${row.reason}`) : '',
      row?.note ?? '',
    ]
      .filter((words) => words !== '')
      .join(' · ');
  const print = async () => {
    if (own === undefined) return;
    // The page starts without both.
    const [{ monthSheetHtml }, font] = await Promise.all([import('./print-month.ts'), sheetFont()]);
    const byDate = new Map(rows.map((row) => [row.date, row]));
    const totals = dayTotals(rows);
    const isWeighed = totals.leftWeighed !== null;
    const counts = countColumns(own.countsByClass);
    const all = monthSum(own, 'all');
    const withSum = (of: (column: DinerColumn) => string) => [
      ...counts.map(of),
      ...(own.countsByClass ? [of('all')] : []),
    ];
    const title = (column: DinerColumn) =>
      column === 'all' && own.countsByClass ? t('coverage.columns.sum') : t(`coverage.columns.${column}`);
    const range = (row: RecordRow | undefined) =>
      row?.forecast ? format.counts(row.forecast.low, row.forecast.high) : '';
    await bridge.printSheet(
      monthSheetHtml({
        language: format.language,
        font,
        title: own.site,
        dates: t('coverage.gridTitle', { month: format.month(month) }),
        level: t(`siteKind.${own.siteKind}`),
        made: t('record.month.made', { day: format.dayFull(today) }),
        titles: [
          t('coverage.day'),
          ...withSum(title),
          t('record.columns.left'),
          ...(isWeighed ? [t('record.columns.leftWeighed')] : []),
          ...(['ordered', 'range', 'difference'] as const).map((id) => t(`record.columns.${id}`)),
        ],
        remarks: t('record.month.remarks'),
        days: own.days.map((day) => {
          const row = byDate.get(day.date);
          return {
            name: format.dayShort(day.date),
            figures: [
              ...withSum((column) => count(keptOf(day, column))),
              count(row?.left),
              ...(isWeighed ? [kilograms(row?.leftWeighed)] : []),
              ...[count(row?.ordered), range(row), gap(row?.difference)],
            ],
            remark: remark(day, row),
            first: weekdayOf(day.date) === 1,
            closed: day.closed !== null && day.served === null,
          };
        }),
        sums: [
          t('coverage.days', { count: all.days, n: format.count(all.days) }),
          ...withSum((column) => {
            const { days, sum } = monthSum(own, column);
            return days > 0 ? format.count(sum) : '';
          }),
          count(totals.left),
          ...(isWeighed ? [kilograms(totals.leftWeighed)] : []),
          ...[count(totals.ordered), '', gap(totals.difference)],
        ],
      }),
    );
  };
  useOffer('print', own === undefined ? null : () => void print());
  return (
    <IconButton
      look="ghost"
      icon="print"
      label={t('record.month.print')}
      aria-disabled={own === undefined}
      onClick={() => void print()}
    />
  );
}
