import { Link } from 'wouter';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { mondayOf } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAccuracyPart } from '../../routes/accuracy-parts.ts';
import { recordPlace } from '../../routes/places.ts';

type Miss = BacktestReport['biggest'][number];

/** The largest errors with their likeliest cause; each day leads to its cell in the week. */
export function BiggestErrors(props: { readonly errors: readonly Miss[] }) {
  const { t } = useTranslation();
  const part = useAccuracyPart('biggest');
  return (
    <section className="block misses" ref={part} tabIndex={-1} aria-label={t('accuracy.biggest')}>
      <h2>
        {t('accuracy.biggest')} <span>{t('accuracy.biggestUnit')}</span>
      </h2>
      <div className="scroll">
        <table className="list" aria-label={t('accuracy.biggest')}>
          <thead>
            <tr>
              <th scope="col">{t('accuracy.day')}</th>
              <th scope="col">{t('accuracy.site')}</th>
              <th scope="col" className="r">
                {t('accuracy.expectedServed')}
              </th>
              <th scope="col" className="r">
                {t('accuracy.error')}
              </th>
              <th scope="col">{t('accuracy.cause')}</th>
              <th scope="col">
                <span className="sr">{t('accuracy.correct')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {props.errors.map((miss) => (
              <MissRow key={`${miss.siteId} ${miss.date}`} miss={miss} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function MissRow({ miss }: { readonly miss: Miss }) {
  const { t } = useTranslation();
  const format = useFormat();
  const expected = Math.round(miss.mean);
  const error = miss.actual - expected;
  const cause = miss.cause === 'unknown' ? '–' : t(`accuracy.causes.${miss.cause}`);
  const isOuting = miss.cause === 'class-away';
  const who = { site: miss.site, day: format.day(miss.date) };
  return (
    <tr>
      <td>
        <Link className="link" href={`/week/${mondayOf(miss.date)}/${miss.siteId}/${miss.date}`}>
          {format.dayMonthShort(miss.date)}
        </Link>
      </td>
      <th scope="row" className="cut" title={miss.site}>
        {miss.site}
      </th>
      <td className="r mute">{`${format.count(expected)} → ${format.count(miss.actual)}`}</td>
      <td className={error > 0 ? 'r short' : 'r'}>
        <b>{format.signed(error)}</b>
      </td>
      <td className="cut cause" title={cause}>
        {cause}
      </td>
      <td>
        <Link
          className="link"
          href={
            isOuting
              ? `/data/coverage/${miss.siteId}_${miss.date}`
              : recordPlace('served', miss.date, String(miss.siteId))
          }
          aria-label={t(isOuting ? 'accuracy.noteOutingOf' : 'accuracy.correctOf', who)}
        >
          {t(isOuting ? 'accuracy.noteOuting' : 'accuracy.correct')}
        </Link>
      </td>
    </tr>
  );
}
