import { useState } from 'react';
import { Link } from 'wouter';
import type { DishDays, PlanRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Select } from '../../ui/select.tsx';
import { InlineError } from './inline-error.tsx';

/** « Le même plat, les autres fois »: what happened on the earlier days of a dish of the day. */
export function SameDish(props: { readonly row: PlanRow }) {
  const { siteId, date } = props.row;
  const { t } = useTranslation();
  const [key, setKey] = useState<string | null>(null);
  const query = useApiQuery(
    'plan.dishDays',
    { siteId, date, ...(key === null ? {} : { key }) },
    { keep: (earlier) => earlier.siteId === siteId && earlier.date === date },
  );
  const found = query.data;
  if (found && found.key === null) return null;
  return (
    <section>
      <h3 className="with-choice">
        {t('sameDish.title')}
        <span>
          {found && (
            <Select<string>
              label={t('sameDish.choose')}
              options={found.dishes.map((dish) => ({ id: dish.key, label: dish.name }))}
              value={found.key}
              onChange={setKey}
            />
          )}
        </span>
      </h3>
      {query.error && <InlineError error={query.error} onAgain={query.again} />}
      {found && <Days found={found} />}
      {found?.key && <More found={found} dishKey={found.key} />}
    </section>
  );
}

function Days({ found }: { readonly found: DishDays }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dish = found.dishes.find(({ key }) => key === found.key)?.name ?? '';
  if (found.days.length === 0) return <p className="mute">{t('sameDish.never')}</p>;
  const show = (meals: number | null) => (meals === null ? '–' : format.count(meals));
  return (
    <table className="past" aria-label={t('sameDish.table', { dish })}>
      <thead>
        <tr>
          <th scope="col">{t('panel.dayHead')}</th>
          <th scope="col">{t('sameDish.planned')}</th>
          <th scope="col">{t('panel.servedHead')}</th>
          <th scope="col">{t('sameDish.left')}</th>
        </tr>
      </thead>
      <tbody>
        {found.days.map((day) => (
          <tr key={day.date}>
            <th scope="row">{format.date(day.date)}</th>
            <td>{show(day.staff)}</td>
            <td>{show(day.served)}</td>
            <td>{day.left === null ? '–' : format.percent(day.left / 100)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many times are left out, and the way to all of them. */
function More({ found, dishKey }: { readonly found: DishDays; readonly dishKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [n, of] = [found.days.length, found.times].map(format.count);
  return (
    <p className="behind">
      {found.times > found.days.length && `${t('sameDish.more', { n, of })} `}
      <Link className="link" href={`/menus/dish/${encodeURIComponent(dishKey)}`}>
        {t('sameDish.page')}
      </Link>
    </p>
  );
}
