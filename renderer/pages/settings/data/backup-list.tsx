import { type RefObject, useEffect, useRef } from 'react';
import type { BackupRecord, KeptBackups } from '../../../../electron/api/records.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { ProgressView, useDelayed } from '../../../ui/progress-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { type BackupWork, useBackups } from './use-backups.ts';

interface BackupListProps {
  readonly backups: KeptBackups;
  readonly asked?: string | undefined;
  onAsked?(): void;
  /** The data cannot be read: all one can do is restore. */
  readonly rescue?: boolean;
}

/** What there is to go back to, and the ways to add to it. */
export function BackupList({ backups: { backups }, asked, onAsked, rescue = false }: BackupListProps) {
  const { t } = useTranslation();
  const work = useBackups();
  const section = useRef<HTMLElement>(null);
  useAsked(asked, onAsked, work, section);
  return (
    <section className="block" ref={section}>
      <h2 id="backups">
        {t('backups.title')} <LastMade backups={backups} />
      </h2>
      {!rescue && <p className="about">{t('backups.about')}</p>}
      <Actions work={work} first={backups.length === 0} rescue={rescue} />
      {work.error && <ErrorNotice error={work.error} onClose={work.reset} />}
      {backups.length > 0 ? (
        <BackupTable backups={backups} work={work} />
      ) : (
        <p className="mute">{t(rescue ? 'backups.noneToRescue' : 'backups.none')}</p>
      )}
      {work.chosen && <RestoreDialog source={work.chosen} work={work} />}
    </section>
  );
}

function LastMade({ backups }: { readonly backups: readonly BackupRecord[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [last] = backups;
  return last ? <span>{t('backups.last', { when: format.moment(last.at) })}</span> : null;
}

/** What was asked for from elsewhere is done once, when the page is there. */
function useAsked(
  asked: string | undefined,
  onAsked: (() => void) | undefined,
  work: BackupWork,
  section: RefObject<HTMLElement | null>,
): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (asked === 'backup') void latest.current.make();
    if (asked === 'copy') void latest.current.saveCopy();
    if (asked === 'restore') {
      const find = (what: string) => section.current?.querySelector<HTMLElement>(what);
      const first = find('td button') ?? find('[data-restore]');
      first?.scrollIntoView({ block: 'nearest' });
      first?.focus();
    }
    if (asked && asked !== 'check') onAsked?.();
  }, [asked, onAsked, section]);
}

interface ActionsProps {
  readonly work: BackupWork;
  /** There is no backup yet. */
  readonly first: boolean;
  readonly rescue: boolean;
}

function Actions({ work, first, rescue }: ActionsProps) {
  const { t } = useTranslation();
  const late = useDelayed(work.running);
  if (late) return <ProgressView progress={work.progress} onCancel={work.cancel} />;
  return (
    <div className="row">
      {!rescue && (
        <>
          <Button
            look={first ? 'primary' : 'plain'}
            icon="data"
            disabled={work.running}
            onClick={() => void work.make()}
          >
            {t('backups.make')}
          </Button>
          <Button icon="save" disabled={work.running} onClick={() => void work.saveCopy()}>
            {t('backups.saveCopy')}
          </Button>
        </>
      )}
      <Button icon="file" data-restore disabled={work.running} onClick={() => void work.pickFile()}>
        {t('backups.restoreFile')}
      </Button>
    </div>
  );
}

interface BackupTableProps {
  readonly backups: readonly BackupRecord[];
  readonly work: BackupWork;
}

function BackupTable({ backups, work }: BackupTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list" aria-labelledby="backups">
      <thead>
        <tr>
          <th scope="col">{t('backups.when')}</th>
          <th scope="col">{t('backups.reason')}</th>
          <th scope="col" className="r">
            {t('backups.size')}
          </th>
          <th scope="col">
            <span className="sr">{t('backups.restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.name}>
            <th scope="row">{format.moment(backup.at)}</th>
            <td>{t(`backups.reasons.${backup.reason}`)}</td>
            <td className="r num">{format.bytes(backup.bytes)}</td>
            <td className="r">
              <Button
                disabled={work.running}
                aria-label={t('backups.restoreOf', { when: format.moment(backup.at) })}
                onClick={() => work.choose({ input: { backup: backup.name }, name: backup.name, backup })}
              >
                {t('backups.restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
