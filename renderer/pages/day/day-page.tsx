import type { AppState } from '../../../electron/api/records.ts';
import { useApiQuery, useJob } from '../../bridge/use-api.ts';
import { addCalendarDays, mondayOf, weekdayOf } from '../../format/dates.ts';
import { LAST_DAY_OF_WEEK } from '../../routes/open-week.ts';
import { NoticeView } from '../../shell/notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ClosedDay } from './closed-day.tsx';
import { DayHead } from './day-head.tsx';
import { DayOrders } from './day-orders.tsx';
import { FRIDAY, useDayPlace } from './day-place.ts';
import { HeadCountView } from './head-count.tsx';
import { HeadCountTable } from './head-count-table.tsx';
import { SheetPreview, sheetWish } from './sheet-preview.tsx';

export function DayPage(props: { readonly state: AppState }) {
  const { state } = props;
  const { date, place, view, goTo } = useDayPlace(state);
  const { siteId } = place;
  const wish = view === 'count' ? null : sheetWish(date, view, place);
  const { serviceLevel } = state.settings;
  // The whole week, as the week page and the sheet: a day forecast on its own would know more, and say other numbers.
  const monday = mondayOf(date);
  const plan = useApiQuery('plan.week', {
    from: monday,
    to: weekdayOf(date) > FRIDAY ? date : addCalendarDays(monday, LAST_DAY_OF_WEEK),
    serviceLevel,
  });
  const day = plan.data?.days.find((candidate) => candidate.date === date);
  const row = plan.data?.rows.find((one) => one.siteId === siteId && one.date === date);
  const open = day?.closed === null;
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
      <NoticeView />
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <QueryView query={plan}>
        {(data) =>
          day && !open ? (
            <ClosedDay day={day} onGo={(to) => goTo(to, place)} />
          ) : wish === null ? (
            <HeadCountTable plan={data} date={date} today={state.today} place={place} />
          ) : (
            <div className="day">
              <SheetPreview wish={wish} />
              <DayOrders
                plan={data}
                date={date}
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
