import { ProgressBar } from 'react-aria-components';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useDelayed } from '../../ui/progress-view.tsx';
import type { PastWork } from './use-past.ts';

/** One line: how the past forecasts were made, how far they are, or why they are not there. */
export function PastNote(props: { readonly work: PastWork }) {
  const { data, error, stopped, working, resume } = props.work;
  const { t } = useTranslation();
  const format = useFormat();
  const late = useDelayed(working);
  if (error || stopped) {
    return (
      <p className="behind">
        {error ? error.message : t('pastDays.stopped')}{' '}
        <button type="button" className="link" onClick={resume}>
          {t(error ? 'common.again' : 'error.resume')}
        </button>
      </p>
    );
  }
  if (late) return <Progress work={props.work} />;
  if (working || !data) return <p className="behind">{'\u00a0'}</p>;
  const { lead } = data;
  return <p className="behind">{t('pastDays.honest', { count: lead, n: format.count(lead) })}</p>;
}

function Progress({ work }: { readonly work: PastWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = work.data?.done ?? 0;
  return (
    <div className="behind working">
      <ProgressBar aria-label={t('pastDays.working')} value={done * 100}>
        <span>{t('pastDays.working')}</span>
        <span className="thin">
          <span style={{ width: `${done * 100}%` }} />
        </span>
        <span className="num">{format.percent(done)}</span>
      </ProgressBar>
      <button type="button" className="link" onClick={work.stop}>
        {t('common.stop')}
      </button>
    </div>
  );
}
