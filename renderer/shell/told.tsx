import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { useShellState } from './shell-context.tsx';

/** Long enough to be read twice. */
const SHOWN_MS = 12_000;

/** What has just been done; a page shows it under its head. */
export function Told() {
  const { t } = useTranslation();
  const { told, hush } = useShellState();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!told) return;
    if (told.takesFocus) notice.current?.querySelector('button')?.focus();
    // Whoever stands on the notice is not left standing on nothing.
    const timer = setInterval(() => {
      if (!notice.current?.contains(document.activeElement)) hush();
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [told, hush]);
  return (
    <div role="status">
      {told && (
        <div className="notice" ref={notice}>
          <Icon name="done" />
          <span>{told.words}</span>
          <span className="push" />
          {told.undo && (
            <Button icon="undo" onClick={told.undo}>
              {t('common.undo')}
            </Button>
          )}
          <IconButton look="ghost" icon="close" label={t('common.close')} onClick={hush} />
        </div>
      )}
    </div>
  );
}
