import type { ApiError } from '../../../../electron/api/contract.ts';
import { useApiQuery } from '../../../bridge/use-api.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { BackupList } from './backup-list.tsx';

interface RescuePageProps {
  readonly error: ApiError;
  onAgain(): void;
}

/** In place of every page while the data cannot be opened: a backup can take their place. */
export function RescuePage({ error, onAgain }: RescuePageProps) {
  const { t } = useTranslation();
  const query = useApiQuery('backups.list', {});
  return (
    <main className="page">
      <div className="head">
        <h1>{t('app.name')}</h1>
      </div>
      <div className="blocks">
        <ErrorNotice error={error} />
        <div className="row">
          <Button onClick={onAgain}>{t('common.again')}</Button>
        </div>
        <QueryView query={query}>{(backups) => <BackupList backups={backups} rescue />}</QueryView>
      </div>
    </main>
  );
}
