import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { orderedOn, type Week } from './week-model.ts';

/** All sites together. The range is not the sum of the ranges: errors of one day go together only in part. */
export const WeekFoot = memo(function WeekFoot(props: { readonly week: Week }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { week } = props;
  return (
    <tfoot>
      <tr aria-rowindex={week.sites.length + 2}>
        <th scope="row">
          <b>{t('week.city')}</b>
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
                    orderedOn(week, index) === 0 ? (
                      '–'
                    ) : (
                      format.count(orderedOn(week, index))
                    )
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
          <b>{format.count(week.total)}</b>
        </td>
      </tr>
    </tfoot>
  );
});
