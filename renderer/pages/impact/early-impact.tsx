import { useState } from 'react';
import { Link } from 'wouter';
import type { ImpactReport, IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useBoxSize } from '../../ui/use-box-size.ts';
import { StaffOffer } from '../staff-figures/staff-choice.tsx';
import { DayBars } from './day-bars.tsx';
import { HowCounted } from './how-counted.tsx';
import { ImpactNumber } from './impact-lead.tsx';

/** Fewer days or weeks show nothing; see `forecasting/impact`. */
const daysNeeded = 20;
/** The range is one of weeks drawn again: of a few it would be far too sure, of one no range at all. */
const weeksNeeded = 5;

interface EarlyProps {
  readonly report: ImpactReport;
}

interface StepsProps extends EarlyProps {
  readonly openWeek: IsoDate | null;
}

/** Before there are days enough: what happened, and what is still missing to show what was avoided. */
export function EarlyImpact({ report, openWeek }: StepsProps) {
  return (
    <>
      <Facts report={report} />
      <Days report={report} />
      <Steps report={report} openWeek={openWeek} />
    </>
  );
}

function Facts({ report }: EarlyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, avoided } = report;
  const days = facts.dates.length;
  const rate = facts.served > 0 ? (100 * facts.surplus) / facts.served : 0;
  const range =
    report.weeks >= weeksNeeded
      ? t('impact.start.earlyRange', {
          low: format.signed(Math.round(avoided.low)),
          high: format.signed(Math.round(avoided.high)),
        })
      : t('impact.start.early');
  return (
    <section className="block impact-lead" aria-label={t('impact.lead')}>
      <h2 className="sentence">{report.headline}</h2>
      <div className="figures">
        <ImpactNumber
          measured
          big={format.count(facts.surplus)}
          unit={t('impact.start.surplus')}
          range={t('impact.start.surplusRate', { rate: format.rate(rate), n: format.count(facts.served) })}
        >
          {t('impact.start.ordered')}
        </ImpactNumber>
        <ImpactNumber
          measured
          big={format.count(facts.missing)}
          unit={t('impact.start.missing')}
          range={t('impact.start.shortDays', {
            count: facts.shortDays,
            n: format.count(facts.shortDays),
            all: format.count(days),
          })}
        >
          {t('impact.start.served')}
        </ImpactNumber>
        <Waste weighed={report.weighed} />
        <div className="fig">
          <p className="big none">
            –<span>{t('impact.start.avoided')}</span>
          </p>
          <p className="rg">
            {t('impact.start.days', { count: days, n: format.count(days), all: format.count(daysNeeded) })}
          </p>
          <progress className="days-so-far" max={daysNeeded} value={Math.min(days, daysNeeded)}>
            {format.count(days)}
          </progress>
        </div>
      </div>
      <p className="beside">
        <Icon name="help" small />
        <span>{range}</span>
        <HowCounted report={report} />
      </p>
    </section>
  );
}

function Waste({ weighed }: { readonly weighed: ImpactReport['weighed'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (weighed === null) {
    return (
      <div className="fig">
        <p className="big none">
          –<span>{t('impact.start.waste')}</span>
        </p>
        <p className="rg">{t('impact.start.notWeighed')}</p>
      </div>
    );
  }
  const perMeal =
    weighed.perMeal === null ? '' : t('impact.start.perMeal', { n: format.count(weighed.perMeal) });
  return (
    <ImpactNumber
      measured
      big={format.tenths(weighed.kilograms)}
      unit={t('impact.start.waste')}
      range={perMeal}
    >
      {t('impact.start.weighed')}
    </ImpactNumber>
  );
}

function Days({ report }: EarlyProps) {
  const { t } = useTranslation();
  const [table, setTable] = useState(false);
  const [box, size] = useBoxSize<HTMLDivElement>();
  return (
    <section className="block impact-months" aria-label={t('impact.start.chart')}>
      <h2>
        {t('impact.start.chart')} <span>{t('impact.start.chartUnit')}</span>
        <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'impact.asChart' : 'impact.asTable')}
        </button>
      </h2>
      {table ? (
        <ScrollArea className="scroll" label={t('impact.start.chart')}>
          <DaysTable report={report} />
        </ScrollArea>
      ) : (
        <div ref={box} className="drawing">
          {size && size.height > 0 && <DayBars days={report.facts.dates} size={size} />}
        </div>
      )}
    </section>
  );
}

function DaysTable({ report }: EarlyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{t('impact.start.day')}</th>
          <th scope="col" className="r">
            {t('leaks.dayColumns.served')}
          </th>
          <th scope="col" className="r">
            {t('impact.start.surplus')}
          </th>
          <th scope="col" className="r">
            {t('impact.start.missing')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.facts.dates.map(({ date, served, surplus, missing }) => (
          <tr key={date}>
            <th scope="row">{format.day(date)}</th>
            <td className="r">{format.count(served)}</td>
            <td className="r">{format.count(surplus)}</td>
            <td className="r">{format.count(missing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Steps({ report, openWeek }: StepsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = daysNeeded - report.facts.dates.length;
  return (
    <section className="block impact-steps" aria-label={t('impact.start.steps')}>
      <h2>{t('impact.start.steps')}</h2>
      <ol>
        <li>
          <div>
            <h3>
              {left > 0
                ? t('impact.start.more', { count: left, n: format.count(left) })
                : t('impact.start.moreWeeks')}
            </h3>
            <p>{t('impact.start.moreHint')}</p>
          </div>
          <Link className="btn primary" href="/record">
            {t('impact.toRecord')}
          </Link>
        </li>
        {report.weighed === null && (
          <li>
            <div>
              <h3>{t('impact.start.weigh')}</h3>
              <p>{t('impact.start.weighHint')}</p>
            </div>
            <Link className="btn" href="/record/weighings">
              {t('impact.start.prepare')}
            </Link>
          </li>
        )}
        <StaffOffer openWeek={openWeek} />
      </ol>
    </section>
  );
}
