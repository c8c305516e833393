import type { PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Past } from './past-chart.ts';

interface PastTableProps {
  readonly past: Past;
  readonly row: PlanRow;
  readonly title: string;
}

/** What the chart draws, in figures. */
export function PastTable({ past, row, title }: PastTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byDate = new Map([...past.forecasts, row].map((forecast) => [forecast.date, forecast]));
  const show = (meals: number | null | undefined) =>
    meals === null || meals === undefined ? '–' : format.count(meals);
  const days = [...past.past, { date: row.date, staff: null, served: null }];
  return (
    <table className="past" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('panel.dayHead')}</th>
          <th scope="col">{t('pastDays.modelHead')}</th>
          <th scope="col">{t('pastDays.rangeHead')}</th>
          <th scope="col">{t('panel.staffHead')}</th>
          <th scope="col">{t('panel.servedHead')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, staff, served }) => {
          const forecast = byDate.get(date);
          return (
            <tr key={date}>
              <th scope="row">{format.date(date)}</th>
              <td>{show(forecast?.mean)}</td>
              <td>{forecast ? `${show(forecast.low)}–${show(forecast.high)}` : '–'}</td>
              <td>{show(staff)}</td>
              <td>{show(served)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
