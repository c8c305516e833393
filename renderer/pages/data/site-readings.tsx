import { useId } from 'react';
import type { ImportFileReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { MonthBars } from './month-bars.tsx';

interface SiteReadingsProps {
  readonly file: ImportFileReport;
  /** It was imported. */
  readonly done: boolean;
}

/** What an attendance file says of each site: enough to see at a glance whether it was understood. */
export function SiteReadings({ file, done }: SiteReadingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { sites, siteTotals } = file;
  if (sites.length === 0) return null;
  const title = t(done ? 'guard.wasRead' : 'guard.reads');
  const hasEmpty = siteTotals.emptyDays > 0;
  const left = siteTotals.sites - sites.length;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {title}{' '}
        <span>
          {siteTotals.sites > 1 &&
            `${t('guard.sites', { count: siteTotals.sites, n: format.count(siteTotals.sites) })}, `}
          {t('guard.daysWithMeals', { count: siteTotals.days, n: format.count(siteTotals.days) })}
          {siteTotals.emptyDays > 0 &&
            `, ${t('guard.emptyDays', { count: siteTotals.emptyDays, n: format.count(siteTotals.emptyDays) })}`}
        </span>
      </h3>
      <div className={file.months.length > 1 ? 'reads with-months' : 'reads'}>
        <ScrollArea className="site-readings" label={title}>
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{t('guard.site')}</th>
                <th scope="col" className="r">
                  {t('guard.days')}
                </th>
                {hasEmpty && (
                  <th scope="col" className="r">
                    {t('guard.empty')}
                  </th>
                )}
                <th scope="col" className="r">
                  {t('guard.from')}
                </th>
                <th scope="col" className="r">
                  {t('guard.to')}
                </th>
                <th scope="col" className="r">
                  {t('guard.mean')}
                </th>
                <th scope="col" className="r">
                  {t('guard.leastMost')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sites.map(({ site, days, emptyDays, firstDay, lastDay, mean, least, most }) => (
                <tr key={site}>
                  <th scope="row">{site}</th>
                  <td className="r">{format.count(days)}</td>
                  {hasEmpty && <td className="r">{format.count(emptyDays)}</td>}
                  <td className="r">{firstDay === null ? '–' : format.dateNumeric(firstDay)}</td>
                  <td className="r">{lastDay === null ? '–' : format.dateNumeric(lastDay)}</td>
                  <td className="r">{mean === null ? '–' : format.tenths(mean)}</td>
                  <td className="r">{least === null || most === null ? '–' : format.counts(least, most)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {left > 0 && <p className="mute">{t('guard.moreSites', { count: left, n: format.count(left) })}</p>}
        </ScrollArea>
        <MonthBars months={file.months} />
      </div>
    </section>
  );
}
