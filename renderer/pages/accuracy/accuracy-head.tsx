import { useState } from 'react';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { isIsoDate } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Help } from '../../ui/help.tsx';
import { Refreshing, type RefreshingProps } from '../../ui/refreshing.tsx';
import { Select } from '../../ui/select.tsx';
import type { Lead, NamedPeriod, PeriodId, TestPeriod } from './period.ts';

interface HeadProps {
  readonly periods: readonly NamedPeriod[];
  readonly period: TestPeriod;
  readonly lead: Lead;
  readonly ruled: boolean;
  readonly report: BacktestReport | null;
  /** The run that makes it. */
  readonly query: RefreshingProps['query'];
  onPeriod(period: TestPeriod): void;
  onLead(lead: Lead): void;
}

const LEADS = [1, 2, 3, 7, 14];

/** Which days are replayed, when their orders would have left, and how many there were. */
export function AccuracyHead(props: HeadProps) {
  const { lead, ruled, report, query, onLead } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const days = LEADS.map((n) => ({ id: n as Lead, label: t('accuracy.leads.days', { count: n, n }) }));
  const measuredWords = ({ measures, leftOut }: BacktestReport) => {
    const { n } = measures.order;
    const words = t('accuracy.measured', { count: n, n: format.count(n) });
    return leftOut.strike > 0
      ? t('accuracy.withoutStrikes', { words, n: format.count(leftOut.strike) })
      : words;
  };
  return (
    <div className="head">
      <h1>{t('page.accuracy')}</h1>
      <PeriodChoice {...props} />
      <Select<Lead>
        label={t('accuracy.lead')}
        options={ruled ? [{ id: 'rules', label: t('accuracy.leads.rules') }, ...days] : days}
        value={lead}
        width={210}
        onChange={onLead}
      />
      <Help
        term={t('accuracy.lead')}
        text={t('accuracy.leadHelp')}
        more={{ place: '/help/backtest', words: t('help.glossary') }}
      />
      <Refreshing query={query} stoppable />
      {report && <span className="mute days">{measuredWords(report)}</span>}
    </div>
  );
}

const OWN = 'own';

function PeriodChoice({ periods, period, onPeriod }: HeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<PeriodId | typeof OWN>(periods[0]?.id ?? OWN);
  const label = ({ id }: NamedPeriod) => {
    if (id === 'weeks' || id === 'months') return t(`accuracy.periods.${id}`);
    const year = Number(id.slice('year-'.length));
    return t('accuracy.periods.year', { from: year, to: year + 1 });
  };
  const choose = (id: PeriodId | typeof OWN) => {
    setChosen(id);
    const found = periods.find((named) => named.id === id);
    if (found) onPeriod(found);
  };
  return (
    <>
      <Select<PeriodId | typeof OWN>
        label={t('accuracy.period')}
        options={[
          ...periods.map((named) => ({ id: named.id, label: label(named) })),
          { id: OWN, label: t('accuracy.periods.own') },
        ]}
        value={chosen}
        width={220}
        onChange={choose}
      />
      {chosen === OWN ? (
        <OwnDates period={period} onPeriod={onPeriod} />
      ) : (
        <span className="soft num dates">{format.range(period.from, period.to)}</span>
      )}
    </>
  );
}

interface OwnProps {
  readonly period: TestPeriod;
  onPeriod(period: TestPeriod): void;
}

/** Dates that are typed take effect once they make a period. */
function OwnDates({ period, onPeriod }: OwnProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(period);
  const wrong = !isIsoDate(draft.from) || !isIsoDate(draft.to) || draft.from > draft.to;
  const change = (part: Partial<TestPeriod>) => setDraft((before) => ({ ...before, ...part }));
  const settle = () => {
    if (!wrong) onPeriod({ from: draft.from, to: draft.to });
  };
  const field = (end: 'from' | 'to') => (
    <DateField
      label={t(`accuracy.${end}`)}
      wrong={wrong}
      title={wrong ? t('accuracy.wrongDates') : undefined}
      value={draft[end]}
      onChange={(date) => change({ [end]: date })}
      onSettle={settle}
    />
  );
  return (
    <span className="row">
      {field('from')}
      {field('to')}
    </span>
  );
}
