import { useState } from 'react';
import type { IsoDate, ProposedCampaign, RecordFinding, WasteSource } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';

const SOURCES = ['preparation', 'unserved', 'plates'] as const;

interface StartProps {
  readonly siteId: number;
  /** `null`: there is no campaign yet. */
  readonly onClose: (() => void) | null;
  onStarted(id: number): void;
}

/** A campaign begins with its days and with who weighs what: five days are proposed. */
export function WeighingStart(props: StartProps) {
  const query = useApiQuery('weighings.propose', { siteId: props.siteId });
  return (
    <QueryView query={query}>
      {(proposed) => <StartForm key={props.siteId} proposed={proposed} {...props} />}
    </QueryView>
  );
}

function StartForm({
  proposed,
  siteId,
  onClose,
  onStarted,
}: StartProps & { readonly proposed: ProposedCampaign }) {
  const { t } = useTranslation();
  const job = useJob('weighings.saveCampaign');
  const notice = useUndoableNotice();
  const [period, setPeriod] = useState<{ readonly from: IsoDate; readonly to: IsoDate }>({
    from: proposed.from,
    to: proposed.to,
  });
  const [sources, setSources] = useState<readonly WasteSource[]>(proposed.sources);
  const [findings, setFindings] = useState<readonly RecordFinding[]>([]);
  const start = async () => {
    const done = await job.edit({ id: null, siteId, ...period, sources });
    if (!done) return;
    setFindings(done.output.findings);
    notice(t('weighing.started'), done.edits);
    onStarted(done.output.id);
  };
  const tick = (source: WasteSource, on: boolean) =>
    setSources(SOURCES.filter((one) => (one === source ? on : sources.includes(one))));
  const day = (name: 'from' | 'to') => (
    <span>
      <span className="label">{t(`weighing.${name}`)}</span>
      <DateField
        label={t(`weighing.${name}`)}
        value={period[name]}
        onChange={(date) => setPeriod({ ...period, [name]: date })}
      />
    </span>
  );
  return (
    <form
      className="weighstart"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <h2>{t('weighing.startTitle')}</h2>
      <p>{t('weighing.startText')}</p>
      <div className="row">
        {day('from')}
        {day('to')}
      </div>
      <fieldset>
        <legend>{t('weighing.whoTitle')}</legend>
        <p className="mute">
          {proposed.kitchen === null
            ? t('weighing.whoHere')
            : t('weighing.whoKitchen', { kitchen: proposed.kitchen })}
        </p>
        {SOURCES.map((source) => (
          <label key={source} className="tick">
            <input
              type="checkbox"
              checked={sources.includes(source)}
              onChange={(event) => tick(source, event.target.checked)}
            />
            <span>
              {t(`weighing.source.${source}`)} <span className="mute">{t(`weighing.where.${source}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      {findings.map(({ message, remedy }) => (
        <p key={message} className="tag warn">
          {message} {remedy}
        </p>
      ))}
      <div className="row">
        <Button
          look="primary"
          type="submit"
          disabled={job.running || sources.length === 0 || period.from === '' || period.to === ''}
        >
          {t('weighing.start')}
        </Button>
        {onClose && <Button onClick={onClose}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}
