import { Link } from 'wouter';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface CountBarsProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  /** What the rows are. */
  readonly head: string;
  /** Said when there are no rows. */
  readonly none?: string;
  readonly rows: readonly { readonly label: string; readonly count: number; readonly href?: string }[];
}

/** Counts as a table whose rows carry bars from zero. */
export function CountBars({ id, title, hint, head, none, rows }: CountBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section className="block">
      <h2 id={id}>
        {title} {hint && <span>{hint}</span>}
      </h2>
      {rows.length === 0 && none ? (
        <p className="mute">{none}</p>
      ) : (
        <table className="list count-bars" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="r">
                {t('dishPage.count')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, count, href }) => (
              <tr key={label}>
                <th scope="row" className="cut" title={label}>
                  {href ? (
                    <Link className="link" href={href}>
                      {label}
                    </Link>
                  ) : (
                    label
                  )}
                </th>
                <td className="r">{format.count(count)}</td>
                <td className="bar-cell" aria-hidden="true">
                  <div className="count-bar" style={{ width: `${(100 * count) / most}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
