import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useDelayed } from '../../ui/progress-view.tsx';

/** One line about the past forecasts while they are made, or when they are not there. */
export function PastWork(props: { readonly query: ApiQuery<unknown> }) {
  const { query } = props;
  const { t } = useTranslation();
  const late = useDelayed(query.loading);
  if (query.error || query.stopped) {
    return (
      <p className="behind">
        {query.error ? query.error.message : t('pastDays.stopped')}{' '}
        <button type="button" className="link" onClick={query.again}>
          {t(query.error ? 'common.again' : 'error.resume')}
        </button>
      </p>
    );
  }
  return late ? <Progress query={query} /> : <p className="behind">{'\u00a0'}</p>;
}

function Progress({ query }: { readonly query: ApiQuery<unknown> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = query.progress?.done ?? 0;
  return (
    <div className="behind working">
      <ProgressBar
        aria-label={t('pastDays.working')}
        value={done * 100}
        isIndeterminate={query.progress === null}
      >
        <span>{t('pastDays.working')}</span>
        <span className="thin">
          <span style={{ width: `${done * 100}%` }} />
        </span>
        <span className="num">{format.percent(done)}</span>
      </ProgressBar>
      <button type="button" className="link" onClick={query.cancel}>
        {t('common.stop')}
      </button>
    </div>
  );
}
