import { useEffect, useState, useSyncExternalStore } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useBridge } from '../bridge/bridge-context.tsx';
import type { ApiQuery } from '../bridge/use-api.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { IconButton } from './button.tsx';
import { useDelayed } from './progress-view.tsx';

export interface RefreshingProps {
  readonly query: Pick<ApiQuery<unknown>, 'refreshing' | 'progress' | 'cancel'>;
  /** May the new answer be given up? Not where the old one would then pass for it. */
  readonly stoppable?: boolean;
}

/**
 * What is shown is being worked out anew: it stays where it is, and the line of the title says how far the new one is.
 * Stands in a `.head` in place of its `.push`.
 */
export function Refreshing({ query, stoppable }: RefreshingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = useKnownAsOld(query.refreshing);
  const late = useDelayed(query.refreshing);
  if (!late && !known) return <span className="push" />;
  const { progress, cancel } = query;
  const done = progress?.done ?? 0;
  const words = progress ? t(`stage.${progress.stage}`) : t('stage.wait');
  return (
    <ProgressBar className="refreshing" aria-label={words} value={done * 100} isIndeterminate={!progress}>
      <div className="track">
        <div className="fill" style={{ width: `${progress ? done * 100 : 8}%` }} />
      </div>
      {stoppable && <IconButton look="ghost" icon="close" label={t('common.stop')} onClick={cancel} />}
      <span title={words}>{words}</span>
      {progress && <span className="num">{format.percent(done)}</span>}
    </ProgressBar>
  );
}

/**
 * Opened while another page's work goes on, or on an answer that is read again: what is shown is old from its first
 * moment, and that is said at once, until the new one is there.
 */
function useKnownAsOld(refreshing: boolean): boolean {
  const { works } = useBridge();
  const working = useSyncExternalStore(works.subscribe, works.any);
  const [old, setOld] = useState(refreshing || working);
  const still = old && (refreshing || working);
  useEffect(() => setOld(still), [still]);
  return still;
}
