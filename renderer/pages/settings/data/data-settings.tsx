import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { AppState, KeptBackups } from '../../../../electron/api/records.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useApiQuery } from '../../../bridge/use-api.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { ClearSample } from '../../../shell/clear-sample.tsx';
import { useCopy } from '../../../shell/use-copy.ts';
import { Button } from '../../../ui/button.tsx';
import { FolderNotes } from '../../../ui/folder-notes.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { BackupList } from './backup-list.tsx';
import { DataCheck } from './data-check.tsx';

interface DataSettingsProps {
  readonly state: AppState;
  /** What the palette or the native menu asks for; it is done once. */
  readonly asked: string | undefined;
}

/** Where the data are, whether they are sound, and their backups. */
export function DataSettings({ state, asked }: DataSettingsProps) {
  const query = useApiQuery('backups.list', {}, { keep: () => true });
  const [, go] = useLocation();
  // Opened again, the page does nothing by itself.
  const onAsked = useCallback(() => go('/settings/data', { replace: true }), [go]);
  return (
    <QueryView query={query}>
      {(backups) => (
        <div className="blocks">
          <Folder state={state} backups={backups} asked={asked} onAsked={onAsked} />
          <BackupList backups={backups} asked={asked} onAsked={onAsked} />
        </div>
      )}
    </QueryView>
  );
}

interface FolderProps extends DataSettingsProps {
  readonly backups: KeptBackups;
  onAsked(): void;
}

function Folder({ state, backups, asked, onAsked }: FolderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const contents = t('backups.contentsText', {
    sites: t('site.count', { count: state.sites, n: format.count(state.sites) }),
    days: t('backups.contentsDays', { count: state.siteDays, n: format.count(state.siteDays) }),
    menus: t('backups.contentsMenus', { count: state.menuDays, n: format.count(state.menuDays) }),
    size: format.bytes(backups.dataBytes),
  });
  return (
    <section className="block">
      <h2>{t('settings.dataTitle')}</h2>
      <dl className="settings">
        <dt>{t('settings.folder')}</dt>
        <dd>
          <FolderPath path={state.dataFolder} />
          <FolderNotes notes={state.folderNotes} />
        </dd>
        <dt>{t('settings.contents')}</dt>
        <dd>{contents}</dd>
        {state.sample && (
          <>
            <dt>{t('settings.sample')}</dt>
            <dd>
              <ClearSample />
              <p>{t('settings.sampleHint')}</p>
            </dd>
          </>
        )}
        <dt>{t('settings.check')}</dt>
        <dd>
          <DataCheck asked={asked === 'check'} onAsked={onAsked} />
        </dd>
        <dt>{t('settings.version')}</dt>
        <dd>{state.version}</dd>
      </dl>
    </section>
  );
}

/** The window of the system shows it where there is one; a browser may only name it. */
function FolderPath({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const [copied, setCopied] = useState(false);
  const copyText = useCopy();
  const copy = async () => setCopied(await copyText(path));
  return (
    <>
      <div className="row">
        <span className="path">{path}</span>
        {bridge.host === 'desktop' ? (
          <Button onClick={() => void bridge.openDataFolder()}>{t('backups.openFolder')}</Button>
        ) : (
          <Button onClick={() => void copy()}>{t('backups.copyPath')}</Button>
        )}
        <span role="status">{copied && t('backups.copied')}</span>
      </div>
      <p>{t('settings.folderHint')}</p>
    </>
  );
}
