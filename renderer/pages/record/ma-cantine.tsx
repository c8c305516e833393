import { useState } from 'react';
import type { WeighingCampaign } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useCopy } from '../../shell/use-copy.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { kilos } from './weighing-model.ts';
import { YearlyQuestions } from './yearly-questions.tsx';

/** The fields of ma-cantine in the order of its screens; one button copies them one after the other. */
export function MaCantine({ campaign }: { readonly campaign: WeighingCampaign }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bridge } = useBridge();
  const { tell } = useShell();
  const copyText = useCopy();
  const [next, setNext] = useState(0);
  const measure = campaign.maCantine;
  if (measure === null) {
    return (
      <section>
        <h3>{t('weighing.maCantine')}</h3>
        <p className="mute">{t('weighing.nothingToCopy')}</p>
      </section>
    );
  }
  const fields = Object.entries(measure).map(([name, value]) => ({ name, shown: shownValue(value) }));
  function shownValue(value: string | number | boolean | null): string | null {
    if (value === null) return null;
    if (typeof value === 'boolean') return t(value ? 'weighing.yes' : 'weighing.no');
    if (typeof value === 'string') return format.dateNumeric(value);
    return Number.isInteger(value) && value === measure?.mealCount
      ? String(value)
      : kilos(value * 1000, format.language);
  }
  const toCopy = fields.filter(({ shown }) => shown !== null);
  const current = toCopy[next % Math.max(1, toCopy.length)];
  const label = (name: string) => t(`weighing.mc.${name as 'mealCount'}`);
  const copy = async (name: string, shown: string) => {
    if (!(await copyText(shown))) return;
    tell(t('weighing.copied', { field: label(name), value: shown }));
    setNext(toCopy.findIndex((field) => field.name === name) + 1);
  };
  const save = async () => {
    const fileName = `ma-cantine-${measure.periodStartDate}.json`;
    const body = `${JSON.stringify({ site: campaign.site, ...measure }, null, 2)}\n`;
    if (await bridge.saveSheet({ fileName, mime: 'text/json', body }))
      tell(t('day.saved', { name: fileName }));
  };
  return (
    <section className="macantine">
      <h3>
        {t('weighing.maCantine')} <span className="mute">{t('weighing.itsOrder')}</span>
      </h3>
      <div className="row">
        {current && (
          <Button look="primary" icon="copy" onClick={() => void copy(current.name, current.shown ?? '')}>
            {t('weighing.copyNext')}
          </Button>
        )}
        <Button icon="save" onClick={() => void save()}>
          {t('weighing.file')}
        </Button>
      </div>
      <dl>
        {fields.map(({ name, shown }) => (
          <div key={name} className={name === current?.name ? 'next' : ''}>
            <dt
              className={
                /(Sorted|EdibleMass|InedibleMass)$/.test(name) && name !== 'isSortedBySource' ? 'in2' : ''
              }
            >
              {label(name)}
            </dt>
            <dd>
              {shown ?? <span className="mute">–</span>}
              {shown !== null && (
                <IconButton
                  look="ghost"
                  icon="copy"
                  label={t('weighing.copyOf', { field: label(name) })}
                  onClick={() => void copy(name, shown)}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {campaign.maCantineFindings.map(({ field, code, values }) => (
        <p key={`${field} ${code}`} className="tag warn">
          {label(field)} – {t(`weighing.mcFinding.${code as 'missing'}`, values)}
        </p>
      ))}
      <YearlyQuestions campaign={campaign} />
    </section>
  );
}
