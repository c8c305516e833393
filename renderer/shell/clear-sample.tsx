import { useLocation } from 'wouter';
import { useJob } from '../bridge/use-api.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from '../ui/icons.tsx';

/** Says that the canteens are invented, and takes them away in one step. */
export function ClearSample() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const job = useJob('sample.clear');
  const clear = async () => {
    await job.run({});
    go('/week');
  };
  return (
    <span className="tag">
      <Icon name="sample" small />
      <span className="sample-words">{t('week.sample')}</span>
      <button type="button" className="link" disabled={job.running} onClick={() => void clear()}>
        {t('week.clearSample')}
      </button>
      {job.error && <span className="tag bad">{job.error.message}</span>}
    </span>
  );
}
