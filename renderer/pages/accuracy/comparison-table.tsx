import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAccuracyPart } from '../../routes/accuracy-parts.ts';
import { Help } from '../../ui/help.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import {
  type ComparisonFinding,
  type ComparisonRow,
  comparisonRows,
  costOfThousand,
  expectedErrors,
  findingOf,
  type RowName,
} from './comparison.ts';
import type { Costs } from './costs.ts';

const COLOURS: Record<RowName, string> = {
  order: 'var(--c-model)',
  equal: 'var(--c-model)',
  staff: 'var(--c-staff)',
  mean4: 'var(--c-naive)',
};

interface ComparisonProps {
  readonly report: BacktestReport;
  /** The service level in force. */
  readonly level: number;
  readonly costs: Costs;
}

/** The model's order beside the staff's and the simplest rule, on the same site-days. */
export function Comparison({ report, level, costs }: ComparisonProps) {
  const { t } = useTranslation();
  const rows = comparisonRows(report, level);
  const most = Math.max(...rows.flatMap(({ over, under }) => [over, under]));
  const part = useAccuracyPart('comparison');
  const mostDays = Math.max(...rows.map(({ shortDays }) => shortDays));
  return (
    <section className="block compare" ref={part} tabIndex={-1} aria-label={t('accuracy.comparison')}>
      <h2>
        <FindingWords finding={findingOf(rows, costs)} />
        <Help term={t('accuracy.comparison')} text={t('accuracy.comparisonHelp')} />
      </h2>
      <table className="list" aria-label={t('accuracy.comparison')}>
        <thead>
          <tr>
            <th scope="col">{t('accuracy.who')}</th>
            <th scope="col">
              {t('accuracy.over')} <TermHelp name="surplus" />
            </th>
            <th scope="col">
              {t('accuracy.under')} <TermHelp name="shortage" />
            </th>
            <th scope="col">
              {t('accuracy.shortDays')} <TermHelp name="shortDays" />
            </th>
            <th scope="col" className="r">
              {t('accuracy.euros')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} most={most} mostDays={mostDays} costs={costs} />
          ))}
        </tbody>
      </table>
      <ExpectedErrors report={report} />
    </section>
  );
}

/** The one figure in which forecasts, unlike orders, can be compared without a price. */
function ExpectedErrors({ report }: Pick<ComparisonProps, 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="expected">
      <dt>
        {t('accuracy.expectedError')} <TermHelp name="wape" />
      </dt>
      {expectedErrors(report).map(({ name, error }) => (
        <dd key={name} data-who={name}>
          {t(`accuracy.${name}`)} <b>{format.rate(error)}</b>
        </dd>
      ))}
    </dl>
  );
}

interface RowProps {
  readonly row: ComparisonRow;
  readonly most: number;
  readonly mostDays: number;
  readonly costs: Costs;
}

function Row({ row, most, mostDays, costs }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const colour = COLOURS[row.name];
  const name = t(`accuracy.rows.${row.name}`, { level: format.percent(row.level ?? 0) });
  return (
    <tr className={row.name === 'order' ? 'me' : ''} data-row={row.name}>
      <th scope="row" title={name}>
        {name}
      </th>
      <Bar words={format.rate(row.over)} share={row.over / most} colour={colour} />
      <Bar words={format.rate(row.under)} share={row.under / most} colour={colour} />
      <Bar words={format.percent(row.shortDays / 100)} share={row.shortDays / mostDays} colour={colour} />
      <td className="r">{format.euros(costOfThousand(row, costs))}</td>
    </tr>
  );
}

function Bar(props: { readonly words: string; readonly share: number; readonly colour: string }) {
  const share = Number.isFinite(props.share) ? props.share : 0;
  return (
    <td className="barcell">
      <span className="v">{props.words}</span>
      <svg height="10" aria-hidden="true" className="draw">
        <rect width={`${share * 100}%`} height="10" rx="1" fill={props.colour} />
      </svg>
    </td>
  );
}

function FindingWords({ finding }: { readonly finding: ComparisonFinding }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (finding.says === 'alone') return t('accuracy.finding.alone');
  if ('than' in finding) {
    return t(`accuracy.finding.${finding.than}.${finding.says}`, { euros: format.euros(finding.euros) });
  }
  if (finding.says === 'same') return t('accuracy.finding.same');
  const values = { count: finding.meals, n: format.count(finding.meals) };
  return finding.says === 'less' ? t('accuracy.finding.less', values) : t('accuracy.finding.more', values);
}
