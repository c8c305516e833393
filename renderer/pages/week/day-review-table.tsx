import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ReviewedRow } from './day-review-model.ts';

/** More are on the page where days are recorded. */
const mostRows = 12;
const half = 36;

/** Ordered, served and the difference, the furthest first: surplus to the left, shortage to the right. */
export function DayReviewTable({ rows }: { readonly rows: readonly ReviewedRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...rows.map(({ difference }) => Math.abs(difference ?? 0)));
  return (
    <section>
      <h3>
        {t('yesterday.table')}{' '}
        <span>{t('site.count', { count: rows.length, n: format.count(rows.length) })}</span>
      </h3>
      <table className="past review" aria-label={t('yesterday.table')}>
        <tbody>
          {rows.slice(0, mostRows).map(({ siteId, site, ordered, children, difference }) => (
            <tr key={siteId}>
              <th scope="row" title={site}>
                {site}
              </th>
              <td className="mute">{ordered === null ? '–' : format.count(ordered)}</td>
              <td>{format.count(children)}</td>
              <td className="bar-at">
                <DifferenceBar share={(difference ?? 0) / most} />
              </td>
              <td className={(difference ?? 0) > 0 ? 'short' : ''}>
                {difference === null ? '–' : <b>{format.signed(difference)}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `share`: of the largest difference, below 0 for surplus. */
function DifferenceBar({ share }: { readonly share: number }) {
  const length = Math.abs(share) * half;
  return (
    <svg width={2 * half} height="10" aria-hidden="true">
      <rect
        x={share < 0 ? half - length : half}
        width={length}
        height="10"
        fill={share > 0 ? 'var(--bad)' : 'var(--c-band)'}
      />
      <line x1={half} x2={half} y1="0" y2="10" stroke="var(--c-axis)" />
    </svg>
  );
}
