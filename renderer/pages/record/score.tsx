import type { RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Gauge } from '../week/gauge.tsx';
import { gaugeScale } from '../week/gauge-scale.ts';
import { noOrder } from './served-line.tsx';

/** How the forecast did, known at once: “expected 187, served 184”. */
export function Score({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { children, forecast, ordered, difference, file, leftWeighed } = row;
  if ([children, forecast, ordered, file, leftWeighed].every((known) => known === null)) {
    return (
      <section className="decide">
        <p className="mute">{t(noOrder(row))}</p>
      </section>
    );
  }
  return (
    <section>
      <div className="decide">
        <span className="big">{children === null ? '–' : format.count(children)}</span>
        <dl>
          <dt>{t('record.score.expected')}</dt>
          <dd>
            {forecast === null
              ? '–'
              : t('record.score.range', {
                  n: format.count(Math.round(forecast.expected)),
                  range: format.counts(forecast.low, forecast.high),
                })}
          </dd>
          <dt>{t('record.score.ordered')}</dt>
          <dd>
            {ordered === null
              ? '–'
              : difference === null
                ? format.count(ordered)
                : t(difference > 0 ? 'record.score.shortage' : 'record.score.surplus', {
                    n: format.count(ordered),
                    over: format.count(Math.abs(difference)),
                  })}
          </dd>
          {leftWeighed !== null && (
            <>
              <dt>{t('record.score.leftWeighed')}</dt>
              <dd>{t('record.score.kilograms', { n: format.amount(leftWeighed / 1000) })}</dd>
            </>
          )}
          {file !== null && (
            <>
              <dt>{t('record.score.file')}</dt>
              <dd>{format.count(file)}</dd>
            </>
          )}
        </dl>
      </div>
      <ScoreGauge row={row} />
    </section>
  );
}

/** The range, the order and what was served on one track, with what its signs stand for. */
function ScoreGauge({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { forecast, ordered, children, seats } = row;
  if (forecast === null) return null;
  const known = [ordered, children].filter((meals) => meals !== null);
  const held = { low: Math.min(forecast.low, ...known), high: Math.max(forecast.high, ...known) };
  const scale = gaugeScale(seats, [{ ...held, order: held.high }]);
  return (
    <div className="score-gauge">
      <Gauge range={forecast} order={ordered} served={children} scale={scale} />
      <p>
        {children !== null && (
          <span>
            <i className="dot" />
            {t('record.gauge.served')}
          </span>
        )}
        <span>
          <i className="band" />
          {t('record.gauge.range')}
        </span>
        {ordered !== null && (
          <span>
            <i className="orderline" />
            {t('record.gauge.order')}
          </span>
        )}
        {scale.end !== null && (
          <span className="seats">{t('record.gauge.seats', { n: format.count(scale.end) })}</span>
        )}
      </p>
    </div>
  );
}
