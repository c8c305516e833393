import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SiteDetails, SiteRecord } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { DialogView } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

interface ActionsProps {
  readonly site: SiteDetails;
  readonly sites: readonly SiteRecord[];
}

/** Merging and removing, each after a plain word on what is kept; undo takes both back. */
export function SiteActions({ site, sites }: ActionsProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [asking, setAsking] = useState<'merge' | 'remove' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      {sites.length > 1 && <Button onClick={() => setAsking('merge')}>{t('sitePage.merge')}</Button>}
      <Button onClick={() => setAsking('remove')}>{t('sitePage.remove')}</Button>
      <Button icon="week" onClick={() => go('/week')}>
        {t('sitePage.toWeek')}
      </Button>
      {asking === 'merge' && <Merge site={site} sites={sites} onClose={close} />}
      {asking === 'remove' && <Remove site={site} onClose={close} />}
    </>
  );
}

function Merge({ site, sites, onClose }: ActionsProps & { onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const [into, setInto] = useState<number | null>(null);
  const notifyUndoable = useUndoableNotice();
  const job = useJob('sites.merge');
  const overlap = useApiQuery(
    'sites.overlap',
    { siteId: site.id, into: into ?? site.id },
    { enabled: into !== null },
  ).data;
  const options = sites
    .filter(({ id }) => id !== site.id)
    .map(({ id, name, kind }) => ({ id, label: `${name} (${t(`siteKind.${kind}`)})` }));
  const merge = async () => {
    if (into === null) return;
    const done = await job.edit({ siteId: site.id, into });
    if (!done) return;
    notifyUndoable(t('sitePage.merged', { site: site.name, into: done.output.name }), done.edits);
    onClose();
    go(`/data/sites/${into}`, { replace: true });
  };
  return (
    <DialogView open shape="box" labelledBy="merge-title" onClose={onClose}>
      <h2 id="merge-title">{t('sitePage.mergeTitle', { site: site.name })}</h2>
      <p>{t('sitePage.mergeText')}</p>
      <Select<number>
        label={t('sitePage.mergeInto')}
        placeholder={t('sitePage.mergeInto')}
        options={options}
        value={into}
        onChange={setInto}
      />
      {into !== null && overlap && overlap.days > 0 && (
        <p className="warn">
          {t('sitePage.overlap', { count: overlap.days, n: format.count(overlap.days) })}
        </p>
      )}
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <footer>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={into === null || job.running} onClick={() => void merge()}>
          {t('sitePage.mergeDo')}
        </Button>
      </footer>
    </DialogView>
  );
}

function Remove({ site, onClose }: { readonly site: SiteDetails; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('sites.remove');
  const remove = async () => {
    const done = await job.edit({ siteId: site.id });
    if (!done) return;
    notifyUndoable(t('sitePage.removed', { site: site.name }), done.edits);
    onClose();
    go('/data/sites', { replace: true });
  };
  return (
    <DialogView open shape="box" labelledBy="remove-title" onClose={onClose}>
      <h2 id="remove-title">{t('sitePage.removeTitle', { site: site.name })}</h2>
      <p>{t('sitePage.removeText', { count: site.siteDays, n: format.count(site.siteDays) })}</p>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <footer>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={job.running} onClick={() => void remove()}>
          {t('sitePage.removeDo')}
        </Button>
      </footer>
    </DialogView>
  );
}
