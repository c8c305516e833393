import { useState } from 'react';
import type { Input } from '../../../electron/api/contract.ts';
import type { AppState, OrderRuleRecord } from '../../../electron/api/records.ts';
import { type ApiQuery, useApiQuery } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StateView } from '../../ui/states.tsx';
import { AccuracyContent } from './accuracy-content.tsx';
import { AccuracyHead } from './accuracy-head.tsx';
import { OwnFigures } from './own-figures.tsx';
import { type Lead, type NamedPeriod, periodsOf, type TestPeriod } from './period.ts';

/** What the forecasts would have been worth in the past. */
export function AccuracyPage(props: { readonly state: AppState }) {
  const { state } = props;
  const { t } = useTranslation();
  const { importFiles } = useShell();
  const rules = useApiQuery('orderRules.list', {});
  const periods = periodsOf(state.firstDay, state.lastDay);
  const [first] = periods;
  return (
    <main className="page">
      {first ? (
        <HindcastRun state={state} periods={periods} first={first} rules={rules} />
      ) : (
        <>
          <div className="head">
            <h1>{t('page.accuracy')}</h1>
          </div>
          <StateView icon="accuracy" title={t('accuracy.none')} text={t('accuracy.noneHint')}>
            <Button look="primary" icon="file" onClick={() => importFiles({ type: 'dialog' })}>
              {t('accuracy.import')}
            </Button>
          </StateView>
        </>
      )}
    </main>
  );
}

const USUAL_LEAD = 7;

interface HindcastProps {
  readonly state: AppState;
  readonly periods: readonly NamedPeriod[];
  readonly first: NamedPeriod;
  readonly rules: ApiQuery<readonly OrderRuleRecord[]>;
}

function HindcastRun({ state, periods, first, rules }: HindcastProps) {
  const ruled = rules.data?.some(({ rule }) => rule !== null) ?? false;
  const [period, setPeriod] = useState<TestPeriod>(first);
  const [asked, setLead] = useState<Lead | null>(null);
  const lead = asked ?? (ruled ? 'rules' : USUAL_LEAD);
  const input: Input<'backtest.run'> = {
    from: period.from,
    to: period.to,
    ...(lead === 'rules' ? { lead: USUAL_LEAD, rules: true } : { lead }),
  };
  // No level is asked for: the curve holds them all, so that another one is shown at once.
  const query = useApiQuery('backtest.run', input, { stays: true, enabled: rules.data !== undefined });
  return (
    <>
      <AccuracyHead
        periods={periods}
        period={period}
        onPeriod={setPeriod}
        lead={lead}
        ruled={ruled}
        onLead={setLead}
        report={query.data?.report ?? null}
        query={query}
      />
      <QueryView query={rules.error ? { ...query, error: rules.error, again: rules.again } : query}>
        {({ report }) => <AccuracyContent report={report} level={state.settings.serviceLevel} />}
      </QueryView>
      <OwnFigures from={period.from} to={period.to} ready={query.data !== undefined} />
    </>
  );
}
