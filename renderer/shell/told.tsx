import { useEffect } from 'react';
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
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(hush, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [told, hush]);
  return (
    <div role="status">
      {told && (
        <div className="notice">
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
