import { memo } from 'react';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { orderedOn, type Week } from './week-model.ts';

interface WeekFootProps {
  /** The whole week, whatever is shown of it. */
  readonly week: Week;
  /** The sites that are shown, where these are not all. */
  readonly shown: Week | null;
  /** Lines above it. */
  readonly line: number;
}

/** All sites together. The range is not the sum of the ranges: errors of one day go together only in part. */
export const WeekFoot = memo(function WeekFoot(props: WeekFootProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { week, shown, line } = props;
  return (
    <tfoot>
      {shown && <ShownSums shown={shown} line={line} />}
      <tr aria-rowindex={line + (shown ? 3 : 2)}>
        <th scope="row">
          <b>{shown ? t('look.city', { n: format.count(week.sites.length) }) : t('week.city')}</b>
          <span className="kind">
            {t(week.days.every(({ past }) => past) ? 'week.sumsPast' : 'week.sums')}
          </span>
        </th>
        {week.days.map((day, index) => (
          <td key={day.date} className={day.closed || day.approved === 'all' ? 'shut' : ''}>
            {day.total && (
              <div className="cell">
                <span className="n all">
                  {day.past ? (
                    format.countOrDash(orderedOn(week, index))
                  ) : (
                    <>
                      {format.count(day.total.order)}{' '}
                      <span className="r">{format.counts(day.total.low, day.total.high)}</span>
                    </>
                  )}
                </span>
              </div>
            )}
          </td>
        ))}
        <td className="sum">
          <b>{format.countOrDash(week.total)}</b>
        </td>
      </tr>
    </tfoot>
  );
});

/** What the sites that are shown order together; without a range, which is no sum. */
function ShownSums({ shown, line }: { readonly shown: Week; readonly line: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { length } = shown.sites;
  return (
    <tr className="shown" aria-rowindex={line + 2}>
      <th scope="row">{t('look.shown', { count: length, n: format.count(length) })}</th>
      {shown.days.map((day, column) => (
        <td key={day.date} className={day.closed || day.approved === 'all' ? 'shut' : ''}>
          {day.closed === null && <b className="num">{format.countOrDash(orderedOn(shown, column))}</b>}
        </td>
      ))}
      <td className="sum">{format.countOrDash(shown.total)}</td>
    </tr>
  );
}
