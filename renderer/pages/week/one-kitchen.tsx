import { type SubmitEvent, useState } from 'react';
import type { Catalogue } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

/** Where every site cooks for itself: an invitation to name the one kitchen that cooks for all. */
export function OneKitchen() {
  const catalogue = useApiQuery('catalogue.read', {}, { keep: () => true }).data;
  if (!catalogue || catalogue.kitchens.length > 0 || catalogue.sites.length < 2) return null;
  return <Invitation sites={catalogue.sites} />;
}

const NAME_LENGTH = 60;

function Invitation({ sites }: Pick<Catalogue, 'sites'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('catalogue.save');
  const [name, setName] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const kitchen = { id: null, name: name.trim(), pools: true };
    const siteIds = sites.map(({ siteId }) => siteId);
    const done = await job.edit({ entries: [{ type: 'kitchen', kitchen, siteIds }] });
    if (done) notifyUndoable(t('provision.saved', { name: kitchen.name }), done.edits);
  };
  return (
    <form className="onekitchen" onSubmit={(event) => void submit(event)}>
      <p>{t('orderFile.oneKitchen', { n: format.count(sites.length) })}</p>
      <input
        className="field"
        maxLength={NAME_LENGTH}
        aria-label={t('orderFile.oneKitchenName')}
        placeholder={t('orderFile.oneKitchenName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" aria-disabled={job.running || name.trim() === ''}>
        {t('orderFile.oneKitchenSave')}
      </Button>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
    </form>
  );
}
