import { Link, Redirect, useParams } from 'wouter';
import type { AppState, IsoDate } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { mondayOf } from '../../format/dates.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordPlace } from '../../routes/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice, StateView } from '../../ui/states.tsx';
import { ClosedDay } from './closed-day.tsx';
import { DayHead } from './day-head.tsx';
import { DayOrders } from './day-orders.tsx';
import { placeOfOne, useDayPlace } from './day-place.ts';
import { HeadCountView } from './head-count.tsx';
import { SheetPreview, sheetWish } from './sheet-preview.tsx';
import { useDayPlan } from './use-day-plan.ts';

export function DayPage({ state }: { readonly state: AppState }) {
  const { date, site = 'all', view } = useParams<{ date?: string; site?: string; view?: string }>();
  // Where head counts were typed once; a place that is kept still leads there.
  if (date && view === 'count') return <Redirect to={recordPlace('head-count', date, site)} replace />;
  return <DaySheets state={state} />;
}

/** The orders of a week for which the staff write their own figures first. */
function HiddenDay({ monday }: { readonly monday: IsoDate }) {
  const { t } = useTranslation();
  return (
    <StateView icon="deadline" title={t('staffFigures.hidden')} text={t('staffFigures.hiddenHint')}>
      <Link className="btn primary" href={`/week/${monday}`}>
        {t('staffFigures.toWeek')}
      </Link>
    </StateView>
  );
}

function DaySheets({ state }: { readonly state: AppState }) {
  const { date, place: asked, view, goTo } = useDayPlace(state);
  const plan = useDayPlan(date, state.settings.serviceLevel);
  const place = plan.data ? placeOfOne(plan.data, asked) : asked;
  const { siteId } = place;
  const wish = sheetWish(date, view, place);
  const day = plan.data?.days.find((candidate) => candidate.date === date);
  const row = plan.data?.rows.find((one) => one.siteId === siteId && one.date === date);
  const monday = mondayOf(date);
  const hidden = state.staffWeeks.includes(monday);
  const open = day?.closed === null && !hidden;
  const job = useJob('sheet.make');
  return (
    <main className="page">
      <DayHead
        date={date}
        view={view}
        wish={open ? wish : null}
        place={place}
        plan={plan.data}
        job={job}
        onGo={goTo}
        onView={(shown) => goTo(date, place, shown)}
      />
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <QueryView query={plan}>
        {(data) =>
          hidden ? (
            <HiddenDay monday={monday} />
          ) : day && !open ? (
            <ClosedDay day={day} onGo={(to) => goTo(to, place)} />
          ) : (
            <div className="day">
              <SheetPreview wish={wish} />
              <DayOrders
                plan={data}
                date={date}
                today={state.today}
                siteId={siteId}
                onSite={(site) => goTo(date, { siteId: site, kitchenId: null })}
              >
                {row && <HeadCountView row={row} today={state.today} />}
              </DayOrders>
            </div>
          )
        }
      </QueryView>
    </main>
  );
}
