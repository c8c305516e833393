import type { PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { differenceOf } from '../week/decisions.ts';

interface PastOrdersProps {
  readonly rows: readonly PlanRow[];
  readonly siteId: number | null;
  onSite(siteId: number): void;
}

/** A day that is past: what was ordered, what was served, and the difference. Nothing of it changes any more. */
export function PastOrders({ rows, siteId, onSite }: PastOrdersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <table className="list" aria-label={t('day.past')}>
        <thead>
          <tr>
            <th scope="col">{t('day.site')}</th>
            <th scope="col" className="r">
              {t('day.order')}
            </th>
            <th scope="col" className="r">
              {t('day.served')}
            </th>
            <th scope="col" className="r">
              {t('day.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const {
              siteId: id,
              site,
              order,
              served,
              decision: { recorded },
            } = row;
            const difference = differenceOf(row);
            return (
              <tr key={id} data-current={id === siteId ? '' : undefined}>
                <th scope="row">
                  <button type="button" className="link" title={site} onClick={() => onSite(id)}>
                    {site}
                  </button>
                </th>
                <td className="r">
                  {recorded ? format.count(order) : <Unknown words={t('past.noOrder')} />}
                </td>
                <td className="r">
                  {served === null ? <Unknown words={t('past.notServed')} /> : format.count(served)}
                </td>
                <td className="r mute">{difference === null ? '' : format.signed(difference)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mute">{t('past.readOnly')}</p>
      {rows.some(({ decision }) => !decision.recorded) && <p className="mute">{t('past.noOrderMark')}</p>}
    </>
  );
}

function Unknown({ words }: { readonly words: string }) {
  return (
    <span title={words}>
      <span aria-hidden="true">–</span>
      <span className="sr">{words}</span>
    </span>
  );
}
