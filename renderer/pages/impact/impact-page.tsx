import { useState } from 'react';
import { Link } from 'wouter';
import type { AppState, Counterfactual, ImpactReport, IsoDate } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addCalendarDays } from '../../format/dates.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StateView } from '../../ui/states.tsx';
import { schoolYearOfDate } from '../accuracy/period.ts';
import { StaffOffer } from '../staff-figures/staff-choice.tsx';
import { EarlyImpact } from './early-impact.tsx';
import { HatchPattern } from './hatch.tsx';
import { ImpactHead, type ImpactInput, type ImpactPeriod } from './impact-head.tsx';
import { ImpactLead } from './impact-lead.tsx';
import { Leaks } from './leaks.tsx';
import { Months } from './months.tsx';
import { SiteGains } from './site-gains.tsx';

const yearDays = 365;

/** What the orders on record brought, as it happened; replaying the past is the page of accuracy. */
export function ImpactPage({ state }: { readonly state: AppState }) {
  const [period, setPeriod] = useState<ImpactPeriod>('year');
  const [asked, setAsked] = useState<Counterfactual | null>(null);
  const { today, settings } = state;
  const from = period === 'year' ? `${schoolYearOfDate(today)}-09-01` : addCalendarDays(today, 1 - yearDays);
  const input: ImpactInput = {
    from,
    to: today,
    ...(asked === null ? {} : { counterfactual: asked }),
    ...(settings.foodCost === null ? {} : { foodCost: settings.foodCost }),
  };
  const query = useApiQuery('impact.report', input, { keep: (earlier) => earlier.from === from });
  return (
    <main className="page">
      <ImpactHead period={period} onPeriod={setPeriod} input={input} query={query} />
      <QueryView query={query}>
        {(report) => (
          <ImpactContent
            report={report}
            input={input}
            settings={settings}
            openWeek={state.staffWeeks[0] ?? null}
            onCounterfactual={setAsked}
          />
        )}
      </QueryView>
    </main>
  );
}

interface ContentProps {
  readonly report: ImpactReport;
  readonly input: ImpactInput;
  readonly settings: AppState['settings'];
  /** Monday of a week for which the staff write their own figures first; `null`: none is chosen. */
  readonly openWeek: IsoDate | null;
  onCounterfactual(asked: Counterfactual): void;
}

function ImpactContent({ report, input, settings, openWeek, onCounterfactual }: ContentProps) {
  const { t } = useTranslation();
  if (report.facts.siteDays === 0) return <NothingYet openWeek={openWeek} />;
  const leaks = <Leaks input={input} weekdaysOnly={!report.enough} />;
  return (
    <>
      <HatchPattern />
      {report.enough ? (
        <div className="impact">
          <ImpactLead report={report} settings={settings} />
          <Months report={report} openWeek={openWeek} onCounterfactual={onCounterfactual} />
          <SiteGains sites={report.sites} input={input} />
          {leaks}
        </div>
      ) : (
        <div className="impact early">
          <EarlyImpact report={report} openWeek={openWeek} />
          {leaks}
        </div>
      )}
      <p className="impact-hint">
        <Icon name="help" small />
        {t('impact.third')}{' '}
        <Link className="link" href="/record/weighings">
          {t('impact.toWeighings')}
        </Link>
      </p>
    </>
  );
}

/** No order can be judged yet; a week of the staff's own figures can be chosen before the first one is. */
function NothingYet({ openWeek }: Pick<ContentProps, 'openWeek'>) {
  const { t } = useTranslation();
  return (
    <div className="impact-nothing">
      <StateView icon="impact" title={t('impact.nothing')} text={t('impact.nothingHint')}>
        <Link className="btn" href="/week">
          {t('impact.toWeek')}
        </Link>
        <Link className="btn primary" href="/record">
          {t('impact.toRecord')}
        </Link>
      </StateView>
      <section className="impact-steps from-nothing" aria-label={t('impact.start.steps')}>
        <ol>
          <StaffOffer openWeek={openWeek} />
        </ol>
      </section>
    </div>
  );
}
