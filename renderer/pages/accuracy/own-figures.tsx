import type { IsoDate, OrderScores, ScoredGroup } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useAccuracyPart } from '../../routes/accuracy-parts.ts';
import { ErrorNotice } from '../../ui/states.tsx';
import { TermHelp } from '../../ui/term-help.tsx';

interface OwnFiguresProps {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The figures above are there. */
  readonly ready: boolean;
}

/** Fewer changed orders than this say nothing about whether changing them helps. */
const FEW = 20;

/** « Vos corrections »: orders that a person changed, against the recommendations that they replaced. */
export function OwnFigures({ from, to, ready }: OwnFiguresProps) {
  const { t } = useTranslation();
  const query = useApiQuery('orders.scores', { from, to }, { keep: () => true });
  const part = useAccuracyPart('own', ready && query.data !== undefined);
  if (query.error) return <ErrorNotice error={query.error} />;
  if (!query.data) return null;
  const scores = query.data;
  return (
    <section className="own-figures" ref={part} tabIndex={-1} aria-labelledby="own-figures">
      <h2>
        <b id="own-figures">{t('own.title')}</b> <TermHelp name="override" /> <span>{t('own.observed')}</span>
      </h2>
      <Finding scores={scores} />
      {scores.n > 0 && (
        <details>
          <summary>{t('own.byReason')}</summary>
          <Reasons scores={scores} />
        </details>
      )}
    </section>
  );
}

/** What came of it, and how much that says. */
function Finding({ scores }: { readonly scores: OrderScores }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { n, waiting, decided, recommended } = scores;
  const rest = waiting > 0 ? t('own.waiting', { count: waiting, n: format.count(waiting) }) : '';
  if (n === 0) return <p>{[t('own.none'), rest].filter(Boolean).join(' ')}</p>;
  const words = t('own.finding', {
    count: n,
    n: format.count(n),
    over: format.count(decided.over),
    overThen: format.count(recommended.over),
    under: format.count(decided.under),
    underThen: format.count(recommended.under),
  });
  return <p>{[words, t(n < FEW ? 'own.few' : verdict(scores)), rest].filter(Boolean).join(' ')}</p>;
}

/** Better only where neither the waste nor the shortage is worse. */
function verdict({ decided, recommended }: ScoredGroup) {
  const [waste, shortage] = [decided.over - recommended.over, decided.under - recommended.under];
  if (waste === 0 && shortage === 0) return 'own.even';
  if (waste <= 0 && shortage <= 0) return 'own.better';
  return waste >= 0 && shortage >= 0 ? 'own.worse' : 'own.mixed';
}

function Reasons({ scores }: { readonly scores: OrderScores }) {
  const { t } = useTranslation();
  const numbers = ['orders', 'over', 'overThen', 'under', 'underThen'] as const;
  return (
    <table className="list" aria-label={t('own.byReason')}>
      <thead>
        <tr>
          <th scope="col">{t('own.reason')}</th>
          {numbers.map((name) => (
            <th key={name} scope="col" className="r">
              {t(`own.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.byReason.map((group) => (
          <ReasonRow key={group.reason} name={group.reason || t('own.noReason')} group={group} />
        ))}
      </tbody>
    </table>
  );
}

function ReasonRow({ name, group }: { readonly name: string; readonly group: ScoredGroup }) {
  const format = useFormat();
  const { n, decided, recommended } = group;
  const figures = [n, decided.over, recommended.over, decided.under, recommended.under];
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are always these.
        <td key={i} className="r">
          {format.count(figure)}
        </td>
      ))}
    </tr>
  );
}
