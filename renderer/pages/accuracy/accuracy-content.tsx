import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { BiggestErrors } from './biggest-errors.tsx';
import { Comparison } from './comparison-table.tsx';
import { type Costs, levelFromCosts, missingAt, USUAL_WASTED } from './costs.ts';
import { EuroDial } from './euro-dial.tsx';
import { isTooNarrow } from './light.ts';
import { SiteErrors } from './site-errors.tsx';

interface ContentProps {
  readonly report: BacktestReport;
  /** The service level in force. */
  readonly level: number;
}

/** Fewer site-days than this say little about a practice. */
const FEW = 60;

export function AccuracyContent({ report, level }: ContentProps) {
  const { t } = useTranslation();
  const [costs, setCosts] = useCosts(level);
  return (
    <>
      {report.measures.order.n < FEW && (
        <div className="notice warn">
          <Icon name="warning" />
          <span>{t('accuracy.few')}</span>
        </div>
      )}
      <RangeNotice report={report} />
      <div className="accuracy">
        <Comparison report={report} level={level} costs={costs} />
        <SiteErrors sites={report.bySite} />
        <EuroDial report={report} level={level} costs={costs} onCosts={setCosts} />
        <BiggestErrors errors={report.biggest} />
      </div>
    </>
  );
}

/** That the range holds far less than it promises, and whose library it leans on. */
function RangeNotice({ report: { coverage80, library, measures } }: { readonly report: BacktestReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (measures.order.n < FEW || !isTooNarrow(coverage80)) return null;
  return (
    <div className="notice warn">
      <Icon name="warning" />
      <span>
        {t('accuracy.narrow', { n: format.count(Math.round(coverage80)) })}
        {library !== null && (
          <>
            {' '}
            {library === '' ? t('accuracy.leansUnnamed') : t('accuracy.leans', { name: library })}{' '}
            <Link className="link" href="/settings/models">
              {t('accuracy.toLibrary')}
            </Link>
          </>
        )}
      </span>
    </div>
  );
}

/** The costs that the level in force stands for, until the user says others. */
function useCosts(level: number): readonly [Costs, (costs: Costs) => void] {
  const [costs, setCosts] = useState<Costs>({
    wasted: USUAL_WASTED,
    missing: missingAt(level, USUAL_WASTED),
  });
  useEffect(() => {
    setCosts((before) =>
      levelFromCosts(before) === level ? before : { ...before, missing: missingAt(level, before.wasted) },
    );
  }, [level]);
  return [costs, setCosts];
}
