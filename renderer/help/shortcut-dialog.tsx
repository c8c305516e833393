import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../ui/button.tsx';
import { DialogView } from '../ui/dialog.tsx';
import { ShortcutTable } from './shortcut-table.tsx';

export function ShortcutDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <DialogView open shape="box" labelledBy="shortcut-title" onClose={onClose}>
      <h2 id="shortcut-title">{t('help.shortcuts')}</h2>
      <ShortcutTable />
      <footer>
        <Button look="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </footer>
    </DialogView>
  );
}
