import type { ReactNode } from 'react';
import type { ConvertedFigure, ImpactFigure, ImpactReport, Settings } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { OriginMark } from './hatch.tsx';
import { HowCounted } from './how-counted.tsx';

interface LeadProps {
  readonly report: ImpactReport;
  readonly settings: Settings;
}

/** One sentence, four figures, and the shortage beside them. */
export function ImpactLead({ report, settings }: LeadProps) {
  const { t } = useTranslation();
  const clearlyMore = report.shortage.low > 0;
  return (
    <section className="block impact-lead" aria-label={t('impact.lead')}>
      <h2 className="sentence">{report.headline}</h2>
      <div className="figures">
        <Meals report={report} />
        <Kilograms report={report} />
        <Euros report={report} />
        <Carbon report={report} />
      </div>
      <p className="beside">
        <svg width="12" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="5" fill={clearlyMore ? 'var(--bad)' : 'var(--good)'} />
        </svg>
        <span>{report.shortageLine}</span>
        <HowCounted report={report} settings={settings} />
      </p>
    </section>
  );
}

interface NumberProps {
  /** `null`: not shown yet. */
  readonly big: string | null;
  readonly unit: string;
  readonly range: string;
  readonly measured?: boolean;
  /** Shown in place of either where a part was measured and the rest estimated. */
  readonly origin?: ReactNode;
  readonly children: ReactNode;
}

/** A figure with its range, whether it was measured or estimated, and by what. */
export function ImpactNumber({ big, unit, range, measured = false, origin, children }: NumberProps) {
  const { t } = useTranslation();
  return (
    <div className="fig">
      <p className={big === null ? 'big none' : 'big'}>
        {big ?? '–'}
        <span>{unit}</span>
      </p>
      <p className="rg">{range}</p>
      {origin}
      <p className="origin">
        {!origin && <OriginMark measured={measured} />}
        <span>
          {!origin && <b>{t(measured ? 'impact.measured' : 'impact.estimated')}</b>} {children}
        </span>
      </p>
    </div>
  );
}

/** Of a factor that is worked out. */
const twoDigits = (value: number) => Number(value.toPrecision(2));

function useRange() {
  const { t } = useTranslation();
  return ({ low, high }: ImpactFigure, number: (value: number) => string) =>
    t('impact.between', { low: number(low), high: number(high) });
}

/** “620 measured, 3,340 estimated”, each with its sign. */
function Parts({ measured, estimated }: { readonly measured: number; readonly estimated: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="origin">
      <OriginMark measured />
      <b>{t('staffFigures.measured', { n: format.count(measured) })}</b>
      <OriginMark measured={false} />
      <b>{t('staffFigures.estimated', { n: format.count(estimated) })}</b>
    </p>
  );
}

function Meals({ report }: Pick<LeadProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const range = useRange();
  const { avoided, surplus, shown, measured } = report;
  const estimated = avoided.value - measured;
  const all = measured !== 0 && Math.round(estimated) === 0;
  return (
    <ImpactNumber
      big={shown ? format.count(avoided.value) : null}
      unit={t('impact.units.meals')}
      range={range(avoided, format.count)}
      measured={all}
      {...(measured !== 0 && !all ? { origin: <Parts measured={measured} estimated={estimated} /> } : {})}
    >
      {t('impact.surplusInstead', {
        ours: format.count(surplus.ours),
        other: format.count(surplus.other),
      })}
    </ImpactNumber>
  );
}

/** A figure that a factor makes of meals says nothing before the meals do. */
function useConverted(report: ImpactReport) {
  const { t } = useTranslation();
  const format = useFormat();
  const range = useRange();
  return (figure: ImpactFigure, digits: number) => {
    const number = (value: number) => format.tenths(Number(value.toPrecision(digits)));
    return {
      big: report.shown ? number(figure.value) : null,
      range: report.shown ? range(figure, number) : t('impact.notShown'),
    };
  };
}

function Kilograms({ report }: Pick<LeadProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kilograms } = report;
  const words = kilograms.source === 'weighed' ? 'weighed' : 'meal';
  return (
    <ImpactNumber unit={t('impact.units.kilograms')} {...useConverted(report)(kilograms, kilograms.digits)}>
      {t(`impact.factor.${words}`, { n: format.amount(twoDigits(kilograms.factor)) })}
    </ImpactNumber>
  );
}

function Euros({ report }: Pick<LeadProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { euros } = report;
  return (
    <ImpactNumber unit={t('impact.units.euros')} {...useConverted(report)(euros, euros.digits)}>
      {t(euros.source === 'own' ? 'impact.factor.own' : 'impact.factor.euros', {
        n: format.unitCost(euros.factor),
      })}
    </ImpactNumber>
  );
}

const kilogramsPerTonne = 1000;

const scaled = ({ value, low, high }: ConvertedFigure, by: number): ImpactFigure => ({
  value: value / by,
  low: low / by,
  high: high / by,
});

function Carbon({ report }: Pick<LeadProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { carbon } = report;
  const inTonnes = Math.abs(carbon.value) >= kilogramsPerTonne;
  const figure = scaled(carbon, inTonnes ? kilogramsPerTonne : 1);
  return (
    <ImpactNumber
      unit={t(inTonnes ? 'impact.units.tonnes' : 'impact.units.carbon')}
      {...useConverted(report)(figure, carbon.digits)}
    >
      {t('impact.factor.carbon', { n: format.amount(carbon.factor), year: carbon.year })}
    </ImpactNumber>
  );
}
