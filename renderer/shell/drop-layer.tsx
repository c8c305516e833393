import { useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from '../ui/icons.tsx';
import { useShell } from './shell-context.tsx';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped anywhere on the window, or opened from the system. */
export function DropLayer() {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const { importFiles } = useShell();
  const over = useFilesOver((files) => importFiles({ type: 'dropped', files }));
  useEffect(
    () =>
      bridge.openedFiles((files) => {
        if (files.length > 0) importFiles({ type: 'opened', files });
      }),
    [bridge, importFiles],
  );
  if (!over) return null;
  return (
    <div className="drop" role="status">
      <Icon name="file" />
      <b>{t('app.dropHere')}</b>
      <span className="soft">{t('app.dropHint')}</span>
    </div>
  );
}

/** Is a drag with files over the window? Tells the files when they are dropped. */
function useFilesOver(onDrop: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      // None: what a mail program gives is said to be a file, and is none yet.
      onDrop([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDropped);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDropped);
    };
  }, [onDrop]);
  return over;
}
