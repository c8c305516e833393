import type { ImpactSums } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface SumsRow extends ImpactSums {
  readonly key: string;
  readonly name: string;
}

interface SumsTableProps {
  readonly title: string;
  readonly rows: readonly SumsRow[];
  /** Says of each row whether it is shown; a month alone is too short to be. */
  readonly withResult?: boolean;
}

const columns = ['days', 'surplus', 'other', 'avoided', 'range', 'shortage'] as const;

/** The figures behind a drawing: surplus with the shortage beside it. */
export function SumsTable({ title, rows, withResult = false }: SumsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list sums">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="r">
              {t(`impact.columns.${column}`)}
            </th>
          ))}
          {withResult && <th scope="col">{t('impact.columns.result')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, siteDays, surplus, avoided, shortage, shown }) => (
          <tr key={key}>
            <th scope="row" className="cut" title={name}>
              {name}
            </th>
            <td className="r">{format.count(siteDays)}</td>
            <td className="r">{format.count(surplus.ours)}</td>
            <td className="r">{format.count(surplus.other)}</td>
            <td className="r">
              <b>{format.count(avoided.value)}</b>
            </td>
            <td className="r mute">
              {t('impact.fromTo', { low: format.count(avoided.low), high: format.count(avoided.high) })}
            </td>
            <td className="r">{format.count(shortage.value)}</td>
            {withResult && <td>{t(shown ? 'impact.shown' : 'impact.notShown')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
