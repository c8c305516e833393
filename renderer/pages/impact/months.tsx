import { useState } from 'react';
import type { Counterfactual, ImpactReport, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Choice } from '../../ui/choice.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { StaffChoice } from '../staff-figures/staff-choice.tsx';
import { AvoidedBars } from './avoided-bars.tsx';
import { OriginMark } from './hatch.tsx';
import { SumsTable } from './sums-table.tsx';

interface MonthsProps {
  readonly report: ImpactReport;
  readonly openWeek: IsoDate | null;
  onCounterfactual(asked: Counterfactual): void;
}

/** Surplus avoided by month, as bars or as the table behind them, and what it is compared with. */
export function Months({ report, openWeek, onCounterfactual }: MonthsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [table, setTable] = useState(false);
  const choices = report.counterfactuals;
  const chosen = choices.find((one) => one === report.counterfactual);
  return (
    <section className="block impact-months" aria-label={t('impact.months')}>
      <h2>
        {t('impact.months')}
        <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'impact.asChart' : 'impact.asTable')}
        </button>
        <span className="against">
          {t('impact.against')}
          {choices.length > 1 && chosen ? (
            <Choice<Counterfactual>
              label={t('impact.against')}
              options={choices.map((id) => ({ id, label: t(`impact.counterfactuals.${id}`) }))}
              value={chosen}
              onChange={onCounterfactual}
            />
          ) : (
            chosen && <b>{t(`impact.counterfactuals.${chosen}`)}</b>
          )}
        </span>
      </h2>
      {table ? (
        <ScrollArea className="scroll" label={t('impact.months')}>
          <SumsTable
            title={t('impact.columns.month')}
            rows={report.months.map((one) => ({ ...one, key: one.month, name: format.month(one.month) }))}
          />
        </ScrollArea>
      ) : (
        <>
          <Drawing report={report} />
          <Keys report={report} />
          <p className="keys staff-offer">
            <span>{t('staffFigures.offer')}</span>
            <StaffChoice openWeek={openWeek} />
          </p>
        </>
      )}
    </section>
  );
}

function Drawing({ report }: Pick<MonthsProps, 'report'>) {
  const [box, size] = useBoxSize<HTMLDivElement>();
  return (
    <div ref={box} className="drawing">
      {size && size.height > 0 && <AvoidedBars report={report} size={size} />}
    </div>
  );
}

function Keys({ report: { counterfactual, measured } }: Pick<MonthsProps, 'report'>) {
  const { t } = useTranslation();
  const shown = counterfactual === 'measured' ? [true] : measured === 0 ? [false] : [true, false];
  return (
    <p className="keys">
      {shown.map((one) => (
        <span key={String(one)}>
          <OriginMark measured={one} />
          {t(one ? 'impact.measured' : 'impact.estimated')}
        </span>
      ))}
      <span>
        <svg width="10" height="12" aria-hidden="true">
          <path d="M5 1v10M2 1h6M2 11h6" stroke="var(--ink)" fill="none" />
        </svg>
        {t('impact.chance')}
      </span>
    </p>
  );
}
