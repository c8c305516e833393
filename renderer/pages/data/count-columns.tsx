import type { IsoDate } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** The titles of the columns of `CountCells`; `more` columns without a title stand after them. */
export function CountHead({ more }: { readonly more: 1 | 2 }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('data.counts.site')}</th>
        <th scope="col">{t('data.counts.day')}</th>
        <th scope="col" className="r">
          {t('data.counts.served')}
        </th>
        <th scope="col" className="r">
          {t('data.counts.usual')}
        </th>
        <td colSpan={more} />
      </tr>
    </thead>
  );
}

interface CountCellsProps {
  readonly site: string;
  readonly count: {
    readonly date: IsoDate;
    readonly served: number;
    readonly low: number;
    readonly high: number;
  };
}

/** A count on record beside what is usual around its day, which may lie years back. */
export function CountCells({ site, count: { date, served, low, high } }: CountCellsProps) {
  const format = useFormat();
  return (
    <>
      <th scope="row" className="cut" title={site}>
        {site}
      </th>
      <td>{format.dayDate(date)}</td>
      <td className="r">
        <b>{format.count(served)}</b>
      </td>
      <td className="r">{`${format.count(low)}–${format.count(high)}`}</td>
    </>
  );
}
