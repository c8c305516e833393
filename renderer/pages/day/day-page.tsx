import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { AppState, IsoDate, Plan } from '../../../electron/api/records.ts';
import { type Job, useApiQuery, useJob } from '../../bridge/use-api.ts';
import { addDays, isIsoDate, mondayOf, schoolDayFrom, weekdayOf } from '../../format/dates.ts';
import { bySiteName } from '../../format/site-order.ts';
import { useFormat } from '../../format/use-format.ts';
import { Told } from '../../shell/told.tsx';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { LAST_DAY_OF_WEEK } from '../week/open-week.ts';
import { ClosedDay } from './closed-day.tsx';
import { DayOrders } from './day-orders.tsx';
import { RollCall } from './roll-call.tsx';
import { SheetButtons } from './sheet-buttons.tsx';
import { SheetPreview } from './sheet-preview.tsx';

const FRIDAY = 5;

/** Today when it lies in the suggested week, else that week's Monday. */
function firstDayToShow(state: AppState): IsoDate {
  const inWeek = mondayOf(state.today) === state.suggestedWeek && weekdayOf(state.today) <= FRIDAY;
  return inWeek ? state.today : state.suggestedWeek;
}

function useDayPlace(state: AppState) {
  const params = useParams<{ date?: string; site?: string }>();
  const [, go] = useLocation();
  const date = params.date && isIsoDate(params.date) ? params.date : firstDayToShow(state);
  const siteId = params.site && Number.isInteger(Number(params.site)) ? Number(params.site) : null;
  const goTo = useCallback(
    (day: IsoDate, site: number | null) => go(site === null ? `/day/${day}` : `/day/${day}/${site}`),
    [go],
  );
  return { date, siteId, goTo };
}

export function DayPage(props: { readonly state: AppState }) {
  const { state } = props;
  const { date, siteId, goTo } = useDayPlace(state);
  const { serviceLevel } = state.settings;
  // The whole week, as the week page and the sheet: a day forecast on its own would know more, and say other numbers.
  const monday = mondayOf(date);
  const plan = useApiQuery('plan.week', {
    from: monday,
    to: weekdayOf(date) > FRIDAY ? date : addDays(monday, LAST_DAY_OF_WEEK),
    serviceLevel,
  });
  const day = plan.data?.days.find((candidate) => candidate.date === date);
  const row = plan.data?.rows.find((one) => one.siteId === siteId && one.date === date);
  const open = day?.closed === null;
  const job = useJob('sheet.make');
  return (
    <main className="page">
      <DayHead date={date} siteId={siteId} plan={plan.data} sheet={open} job={job} onGo={goTo} />
      <Told />
      {job.error && <ErrorNotice error={job.error} onClose={job.reset} />}
      <QueryView query={plan}>
        {(data) =>
          day && !open ? (
            <ClosedDay day={day} onGo={(to) => goTo(to, siteId)} />
          ) : (
            <div className="day">
              <SheetPreview date={date} siteId={siteId} />
              <DayOrders plan={data} date={date} siteId={siteId} onSite={(site) => goTo(date, site)}>
                {row && <RollCall row={row} today={state.today} />}
              </DayOrders>
            </div>
          )
        }
      </QueryView>
    </main>
  );
}

interface DayHeadProps {
  readonly date: IsoDate;
  readonly siteId: number | null;
  readonly plan: Plan | undefined;
  /** Is there a sheet to print? */
  readonly sheet: boolean;
  readonly job: Job<'sheet.make'>;
  onGo(date: IsoDate, siteId: number | null): void;
}

const ALL_SITES = 0;

function DayHead({ date, siteId, plan, sheet, job, onGo }: DayHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = plan?.rows.filter((row) => row.date === date).toSorted(bySiteName) ?? [];
  const options = [
    { id: ALL_SITES, label: t('site.all') },
    ...rows.map((row) => ({ id: row.siteId, label: row.site })),
  ];
  return (
    <div className="head">
      <h1>{format.day(date)}</h1>
      <span className="group">
        <IconButton
          icon="previous"
          label={t('day.previous')}
          onClick={() => onGo(schoolDayFrom(date, -1), siteId)}
        />
        <IconButton icon="next" label={t('day.next')} onClick={() => onGo(schoolDayFrom(date, 1), siteId)} />
      </span>
      <Select
        label={t('day.site')}
        options={options}
        value={rows.some((row) => row.siteId === siteId) ? siteId : ALL_SITES}
        width={190}
        onChange={(id) => onGo(date, id === ALL_SITES ? null : id)}
      />
      <span className="push" />
      {sheet && <SheetButtons date={date} siteId={siteId} job={job} />}
    </div>
  );
}
