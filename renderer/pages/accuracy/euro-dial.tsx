import { Input, NumberField } from 'react-aria-components';
import { Trans } from 'react-i18next';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAccuracyPart } from '../../routes/accuracy-parts.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { Button } from '../../ui/button.tsx';
import { Help } from '../../ui/help.tsx';
import { type Costs, levelFromCosts, missingAt } from './costs.ts';
import { Frontier } from './frontier-view.tsx';
import { LevelRule } from './level-rule.tsx';

interface DialProps {
  readonly report: BacktestReport;
  /** The service level in force. */
  readonly level: number;
  readonly costs: Costs;
  onCosts(costs: Costs): void;
}

/** From what a missing meal is worth to the service level, and what that level would have done. */
export function EuroDial({ report, level, costs, onCosts }: DialProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tried = levelFromCosts(costs);
  const part = useAccuracyPart('dial');
  return (
    <section className="block dial" ref={part} tabIndex={-1} aria-label={t('accuracy.dial')}>
      <div className="dialhead">
        <h2>
          {t('accuracy.dial')}
          <Help term={t('accuracy.dial')} text={t('accuracy.dialHelp')} />
        </h2>
        <Adopt level={level} tried={tried} />
      </div>
      <div className="euro">
        <CostField name="wasted" costs={costs} onCosts={onCosts} />
        <CostField name="missing" costs={costs} onCosts={onCosts} />
        <p>
          <Trans
            t={t}
            i18nKey="accuracy.worth"
            components={{ b: <b /> }}
            values={{ ratio: format.tenths(tried / (1 - tried)), level: format.percent(tried) }}
          />
        </p>
      </div>
      <LevelRule
        value={tried}
        wasted={costs.wasted}
        onChange={(chosen) => onCosts({ ...costs, missing: missingAt(chosen, costs.wasted) })}
      />
      <Frontier report={report} level={level} tried={tried} />
    </section>
  );
}

const MONEY: Intl.NumberFormatOptions = { style: 'currency', currency: 'EUR', minimumFractionDigits: 2 };
const LEAST = 0.05;
const MOST = 200;

interface CostProps {
  readonly name: keyof Costs;
  readonly costs: Costs;
  onCosts(costs: Costs): void;
}

function CostField({ name, costs, onCosts }: CostProps) {
  const { t } = useTranslation();
  return (
    <NumberField
      aria-label={t(`accuracy.${name}Long`)}
      formatOptions={MONEY}
      minValue={LEAST}
      maxValue={MOST}
      value={Math.round(costs[name] * 100) / 100}
      onChange={(euros) => {
        if (Number.isFinite(euros)) onCosts({ ...costs, [name]: euros });
      }}
    >
      <span aria-hidden="true">{t(`accuracy.${name}`)}</span>
      <Input className="field num" />
    </NumberField>
  );
}

function Adopt({ level, tried }: { readonly level: number; readonly tried: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const save = useSaveSettings();
  const adopt = async () => {
    const edits = await save({ serviceLevel: tried });
    notifyUndoable(t('accuracy.adopted', { level: format.percent(tried) }), edits);
  };
  if (tried === level) return <span className="mute">{t('accuracy.inForce')}</span>;
  return (
    <Button look="primary" onClick={() => void adopt()}>
      {t('accuracy.adopt', { level: format.percent(tried) })}
    </Button>
  );
}
