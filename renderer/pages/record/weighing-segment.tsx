import { useState } from 'react';
import type { AppState, IsoDate, WeighingCampaign } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { MaCantine } from './ma-cantine.tsx';
import { RecordHead } from './record-head.tsx';
import { type Field, useWeights, weightKey } from './use-weights.ts';
import { WeighingBins } from './weighing-bins.tsx';
import { formOf, WEIGHING_FORMS, type WeighingForm } from './weighing-model.ts';
import { WeighingNotes } from './weighing-notes.tsx';
import { WeighingStart } from './weighing-start.tsx';
import { WeighingTable } from './weighing-table.tsx';

/** A new campaign, among the numbers of those on record. */
const NEW = -1;

/** Campaigns of weighing waste: which site, which campaign, its table. */
export function WeighingSegment({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sites = useApiQuery('sites.list', {}).data ?? [];
  const query = useApiQuery('weighings.list', {}, { keep: () => true });
  const [site, setSite] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const all = query.data ?? [];
  const siteId = site ?? all.find((one) => one.siteId !== null)?.siteId ?? sites[0]?.id ?? null;
  const own = all.filter((one) => one.siteId === siteId);
  const campaign = chosen === NEW ? undefined : (own.find(({ id }) => id === chosen) ?? own[0]);
  return (
    <main className="page">
      <RecordHead segment="weighings">
        <Select
          label={t('day.site')}
          options={sites.map(({ id, name }) => ({ id, label: name }))}
          value={siteId}
          width={190}
          onChange={(id) => {
            setSite(id);
            setChosen(null);
          }}
        />
        {own.length > 0 && (
          <Select<number>
            label={t('weighing.campaign')}
            options={[
              ...own.map(({ id, from, to }) => ({ id, label: format.range(from, to) })),
              { id: NEW, label: t('weighing.another') },
            ]}
            value={campaign?.id ?? NEW}
            width={230}
            onChange={setChosen}
          />
        )}
        {campaign && <PrintSheets campaign={campaign} />}
      </RecordHead>
      <QueryView query={query}>
        {() =>
          campaign ? (
            <CampaignView key={campaign.id} campaign={campaign} today={state.today} />
          ) : siteId === null ? null : (
            <WeighingStart
              siteId={siteId}
              onStarted={setChosen}
              onClose={own.length > 0 ? () => setChosen(null) : null}
            />
          )
        }
      </QueryView>
    </main>
  );
}

function PrintSheets({ campaign }: { readonly campaign: WeighingCampaign }) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const job = useJob('weighings.sheet');
  const print = async () => {
    const sheet = await job.run({ campaignId: campaign.id, format: 'html' });
    if (sheet) await bridge.printSheet(sheet.body);
  };
  return (
    <>
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <Button icon="print" disabled={job.running} onClick={() => void print()}>
        {t('weighing.sheet')}
      </Button>
    </>
  );
}

function CampaignView(props: { readonly campaign: WeighingCampaign; readonly today: IsoDate }) {
  const { campaign, today } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [form, setForm] = useState<WeighingForm>(() => formOf(campaign));
  const [at, setAt] = useState<{ readonly date: IsoDate; readonly field: Field } | null>(null);
  const weights = useWeights(campaign);
  const { days } = campaign.figures;
  const field = at && typeof at.field !== 'string' ? at.field : null;
  return (
    <div className="weighing">
      <div className="weighmain">
        <div className="bar">
          <b>{t('weighing.title', { period: format.range(campaign.from, campaign.to) })}</b>
          <span className="mute">
            {t('weighing.weighed', { n: format.count(days), of: format.count(campaign.dates.length) })}
          </span>
          <span className="push" />
          <Choice<WeighingForm>
            label={t('weighing.form')}
            options={WEIGHING_FORMS.map((id) => ({ id, label: t(`weighing.forms.${id}`) }))}
            value={form}
            onChange={setForm}
          />
          <RemoveCampaign campaign={campaign} />
        </div>
        <section
          className="weighbox"
          aria-label={t('weighing.title', { period: format.range(campaign.from, campaign.to) })}
        >
          <WeighingTable
            {...{ campaign, form, today, weights }}
            selected={field && at ? weightKey(at.date, field) : null}
            onSelect={(date, of) => setAt({ date, field: of })}
          />
          <WeighingNotes campaign={campaign} weights={weights} />
        </section>
        <p className="hint">
          <kbd>{t('weighing.keyEnter')}</kbd> {t('weighing.nextWeight')} <kbd>→</kbd> {t('weighing.nextDay')}
          <span>{t('weighing.whatCounts')}</span>
        </p>
      </div>
      <aside className="weighside" aria-label={t('weighing.side')}>
        {field && at ? (
          <>
            <header>
              <h2>{format.day(at.date)}</h2>
              <p className="mute">
                {t(`weighing.source.${field.source}`)} – {t(`weighing.part.${field.part}`)}
              </p>
            </header>
            <WeighingBins key={weightKey(at.date, field)} {...{ campaign, date: at.date, field, weights }} />
          </>
        ) : (
          <p className="mute">{t('weighing.chooseWeight')}</p>
        )}
        <MaCantine campaign={campaign} />
      </aside>
    </div>
  );
}

function RemoveCampaign({ campaign }: { readonly campaign: WeighingCampaign }) {
  const { t } = useTranslation();
  const job = useJob('weighings.removeCampaign');
  const notice = useUndoableNotice();
  const remove = async () => {
    const done = await job.edit({ id: campaign.id });
    if (done) notice(t('weighing.removed'), done.edits, { takesFocus: true });
  };
  return (
    <Button look="ghost" disabled={job.running} onClick={() => void remove()}>
      {t('weighing.remove')}
    </Button>
  );
}
