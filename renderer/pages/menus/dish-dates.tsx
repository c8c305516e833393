import { useState } from 'react';
import { Link } from 'wouter';
import type { DishProfile } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';

/** Days shown at first, and added at each asking. */
const AT_ONCE = 48;

/** Every day of a dish, each a way to its month. */
export function DishDates({ days }: Pick<DishProfile, 'days'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(AT_ONCE);
  const left = days.length - shown;
  return (
    <section className="block">
      <h2>
        {t('dishPage.dates')} <span>{t('dishPage.datesHint')}</span>
      </h2>
      <ul className="dish-dates">
        {days.slice(0, shown).map(({ date }) => (
          <li key={date}>
            <Link className="link num" href={`/menus/${date}`} title={format.dayFull(date)}>
              {format.date(date)}
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {t('common.more', { n: format.count(Math.min(left, AT_ONCE)) })}
        </Button>
      )}
    </section>
  );
}
