import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate, Plan, PlanDay, PlanRow, PlanTotal } from '../../../electron/api/records.ts';
import { bySiteName } from '../../format/site-order.ts';
import { useFormat } from '../../format/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { FLAG_TONES } from '../week/flags.ts';
import { PastOrders } from './past-orders.tsx';

interface DayOrdersProps {
  readonly plan: Plan;
  readonly date: IsoDate;
  readonly today: IsoDate;
  readonly siteId: number | null;
  onSite(siteId: number): void;
  /** What belongs above them. */
  readonly children?: ReactNode;
}

/** The day beside its sheet: menu, what is special, and each site's order. */
export function DayOrders(props: DayOrdersProps) {
  const { plan, date, today, siteId, onSite, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const rows = plan.rows.filter((row) => row.date === date).toSorted(bySiteName);
  const day = plan.days.find((candidate) => candidate.date === date);
  // Once guests are counted, how many were likely is of no more use.
  const called = rows.some((row) => row.decision.headCount !== null);
  const total = plan.totals.find((candidate) => candidate.date === date);
  return (
    <aside className="orders" aria-label={t('day.ordersTitle')}>
      {children}
      {day && <Menu day={day} />}
      <h2>{t('day.ordersTitle')}</h2>
      {date < today ? (
        <PastOrders rows={rows} siteId={siteId} onSite={onSite} />
      ) : (
        <>
          <table className="list" aria-label={t('day.ordersTitle')}>
            <thead>
              <tr>
                <th scope="col">{t('day.site')}</th>
                {!called && (
                  <th scope="col" className="r">
                    {t('day.range')} <TermHelp name="range" />
                  </th>
                )}
                <th scope="col" className="r">
                  {t('day.order')}
                </th>
                {called && (
                  <th scope="col" className="r">
                    {t('rollCall.column')} <TermHelp name="rollCall" />
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.siteId} data-current={row.siteId === siteId ? '' : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className="link"
                      title={row.site}
                      onClick={() => onSite(row.siteId)}
                    >
                      {row.site}
                    </button>
                  </th>
                  {!called && (
                    <td className="r mute">
                      {format.count(row.low)}–{format.count(row.high)}
                    </td>
                  )}
                  <td className="r">{format.count(row.order)}</td>
                  {called && (
                    <td className="r">
                      {row.decision.headCount ? format.count(row.decision.mealsToCook) : '–'}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
            {total && rows.length > 1 && <TotalRow total={total} called={called} />}
          </table>
          <Revisions rows={rows} />
        </>
      )}
    </aside>
  );
}

function TotalRow(props: { readonly total: PlanTotal; readonly called: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { low, high, order } = props.total;
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {t('week.city')} <small className="mute">{t('week.sums')}</small>
        </th>
        {!props.called && (
          <td className="r mute">
            {format.count(low)}–{format.count(high)}
          </td>
        )}
        <td className="r">{format.count(order)}</td>
        {props.called && <td />}
      </tr>
    </tfoot>
  );
}

/** Orders that what became known since asks to correct. */
function Revisions({ rows }: { readonly rows: readonly PlanRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return rows.map(({ siteId, site, decision: { revision, approved } }) => {
    if (!revision) return null;
    const n = format.signed(revision.difference);
    const words = t(approved?.sending ? 'sending.cellRevision' : 'decide.cellRevision', { n });
    return (
      <p key={siteId} className="tag warn">
        <Icon name="warning" small />
        {t('day.revisionOf', { site, words })}
      </p>
    );
  });
}

function Menu(props: { readonly day: PlanDay }) {
  const { t } = useTranslation();
  const { dishes, flags } = props.day;
  return (
    <div>
      <h2>{t('day.menu')}</h2>
      {dishes.length === 0 && <p className="mute">{t('day.noDishes')}</p>}
      <ol>
        {dishes.map(({ dish, choice }) => (
          <li key={`${dish} ${choice}`}>{dish}</li>
        ))}
      </ol>
      {flags.map((flag) => (
        <p key={flag} className={`tag ${FLAG_TONES[flag]}`}>
          <Icon name={flag} small />
          {t(`flagHelp.${flag}`)}
        </p>
      ))}
    </div>
  );
}
