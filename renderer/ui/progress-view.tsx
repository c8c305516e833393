import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { JobProgress } from '../bridge/progress-store.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';

/** Work that is done within this time shows nothing: a flash would only disturb. */
const QUIET_MS = 300;

export function useDelayed(active: boolean, delay = QUIET_MS): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), delay);
    return () => clearTimeout(timer);
  }, [active, delay]);
  return active && late;
}

interface ProgressViewProps {
  readonly progress: JobProgress | null;
  readonly label?: string;
  onCancel?(): void;
}

export function ProgressView({ progress, label, onCancel }: ProgressViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = progress?.done ?? 0;
  const words = progress ? t(`stage.${progress.stage}`) : (label ?? t('stage.wait'));
  return (
    <div className="progress">
      <ProgressBar aria-label={words} value={done * 100} isIndeterminate={!progress}>
        <div className="words">
          <span>{words}</span>
          {progress && <span className="num">{format.percent(done)}</span>}
        </div>
        <div className="track">
          <div className="fill" style={{ width: `${progress ? done * 100 : 8}%` }} />
        </div>
      </ProgressBar>
      {onCancel && (
        <div className="row">
          <Button onClick={onCancel}>{t('common.stop')}</Button>
        </div>
      )}
    </div>
  );
}
