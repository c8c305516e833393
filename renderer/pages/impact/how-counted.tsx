import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { ImpactReport, Settings } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { DialogView } from '../../ui/dialog.tsx';

interface HowCountedProps {
  readonly report: ImpactReport;
  /** Absent: before there are figures in euros. */
  readonly settings?: Settings;
}

/** Opens what the figures rest on: what is compared with what, what is left out, and the cost of a meal. */
export function HowCounted(props: HowCountedProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('impact.how')}
      </button>
      {open && <HowDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function HowDialog({ report, settings, onClose }: HowCountedProps & { onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useId();
  const { leftOut, atEqualShortage: equal } = report;
  const lines = [
    t('impact.howLines.days', { n: format.count(report.siteDays) }),
    t(`impact.howLines.${report.counterfactual}`),
    report.measured !== 0 && report.counterfactual !== 'measured' ? t('impact.howLines.own') : null,
    // One week has no range: “between 39 and 39” would claim what is not shown.
    report.enough &&
      equal &&
      t('impact.howLines.equal', {
        n: format.count(equal.value),
        low: format.count(equal.low),
        high: format.count(equal.high),
      }),
    t('impact.howLines.leftOut', {
      notServed: format.count(leftOut.notServed),
      ranOut: format.count(leftOut.ranOut),
      none: format.count(leftOut.noCounterfactual),
    }),
    t('impact.howLines.range'),
    t('impact.howLines.shown'),
    t('impact.howLines.carbon'),
  ].filter((line) => typeof line === 'string');
  return (
    <DialogView open shape="box" labelledBy={title} onClose={onClose}>
      <header className="row">
        <h2 id={title}>{t('impact.how')}</h2>
        <span className="push" />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <div className="how-counted">
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {settings && <FoodCost cost={settings.foodCost} />}
        <p>
          {t('impact.replay')}{' '}
          <Link className="link" href="/accuracy">
            {t('impact.toAccuracy')}
          </Link>
        </p>
      </div>
    </DialogView>
  );
}

const mostEuros = 100;

/** A cost that is no cost leaves the one before. */
function FoodCost({ cost }: { readonly cost: number | null }) {
  const { t } = useTranslation();
  const save = useSaveSettings();
  const [draft, setDraft] = useState(cost === null ? '' : String(cost));
  const typed = Number(draft.replace(',', '.'));
  const wrong = draft.trim() !== '' && !(typed > 0 && typed <= mostEuros);
  const keep = () => {
    if (!wrong) void save({ foodCost: draft.trim() === '' ? null : typed });
  };
  return (
    <label className="food-cost">
      {t('impact.foodCost')}
      <input
        className="field num"
        inputMode="decimal"
        value={draft}
        aria-invalid={wrong}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
      />
      <span className="mute">{t('impact.foodCostHint')}</span>
    </label>
  );
}
