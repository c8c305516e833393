import type { ReactNode } from 'react';
import type { IsoDate, Plan, PlanDay, PlanRow, PlanTotal } from '../../../electron/api/records.ts';
import { bySiteName } from '../../format/site-order.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { FLAG_TONES } from '../week/flags.ts';
import { DayDishes } from './day-dishes.tsx';
import { DayNotes } from './day-notes.tsx';
import { EVERYWHERE, placeOfOne } from './day-place.ts';
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
  const rows = plan.rows.filter((row) => row.date === date).toSorted(bySiteName);
  const day = plan.days.find((candidate) => candidate.date === date);
  const total = plan.totals.find((candidate) => candidate.date === date);
  const only = placeOfOne(plan, EVERYWHERE).siteId === null ? undefined : rows[0];
  const notes = date >= today && <DayNotes rows={rows} day={day} date={date} today={today} />;
  // Of a day that is past, what would have been recommended was nobody's portion.
  const cookedFor = date >= today || rows.some((row) => row.siteId === siteId && row.decision.recorded);
  return (
    <aside className="orders" aria-label={t('day.ordersTitle')}>
      {children}
      {day && <Menu day={day} siteId={cookedFor ? siteId : null} />}
      {/* Below a list of many sites nobody would see them. */}
      {only === undefined && notes}
      {rows.length > 0 && (
        <>
          <h2>{t('day.ordersTitle')}</h2>
          {date < today ? (
            <PastOrders rows={rows} siteId={siteId} onSite={onSite} />
          ) : only ? (
            <OneOrder row={only} />
          ) : (
            <OrdersTable rows={rows} total={total} siteId={siteId} onSite={onSite} />
          )}
        </>
      )}
      {date >= today && <Revisions rows={rows} />}
      {only !== undefined && notes}
    </aside>
  );
}

interface OrdersTableProps extends Pick<DayOrdersProps, 'siteId' | 'onSite'> {
  readonly rows: readonly PlanRow[];
  readonly total: PlanTotal | undefined;
}

function OrdersTable({ rows, total, siteId, onSite }: OrdersTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Once guests are counted, how many were likely is of no more use.
  const called = rows.some((row) => row.decision.headCount !== null);
  return (
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
              <button type="button" className="link" title={row.site} onClick={() => onSite(row.siteId)}>
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
              <td className="r">{row.decision.headCount ? format.count(row.decision.mealsToCook) : '–'}</td>
            )}
          </tr>
        ))}
      </tbody>
      {total && <TotalRow total={total} called={called} />}
    </table>
  );
}

/** A day of one site is no list. */
function OneOrder({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { order, low, high, decision } = row;
  return (
    <p className="oneorder">
      <b className="big">{format.count(order)}</b>{' '}
      {decision.headCount ? (
        <span>
          {t('rollCall.column')} {format.count(decision.mealsToCook)}
        </span>
      ) : (
        <span className="mute">
          {t('day.range')} {format.counts(low, high)} <TermHelp name="range" />
        </span>
      )}
    </p>
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

/** `siteId`: the site whose portions are told; `null`: the dishes alone. */
function Menu(props: { readonly day: PlanDay; readonly siteId: number | null }) {
  const { t } = useTranslation();
  const { day, siteId } = props;
  return (
    <div>
      <h2>{t('day.menu')}</h2>
      {siteId === null ? (
        <Dishes day={day} />
      ) : (
        <DayDishes date={day.date} siteId={siteId}>
          <Dishes day={day} />
        </DayDishes>
      )}
      {day.flags.map((flag) => (
        <p key={flag} className={`tag ${FLAG_TONES[flag]}`}>
          <Icon name={flag} small />
          {t(`flagHelp.${flag}`)}
        </p>
      ))}
    </div>
  );
}

function Dishes({ day: { dishes } }: { readonly day: PlanDay }) {
  const { t } = useTranslation();
  if (dishes.length === 0) return <p className="mute">{t('day.noDishes')}</p>;
  return (
    <ol>
      {dishes.map(({ dish, choice }) => (
        <li key={`${dish} ${choice}`}>{dish}</li>
      ))}
    </ol>
  );
}
