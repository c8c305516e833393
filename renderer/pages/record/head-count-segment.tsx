import { useLocation, useParams } from 'wouter';
import type { AppState, IsoDate } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { isIsoDate } from '../../format/dates.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { recordPlace } from '../../routes/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { ClosedDay } from '../day/closed-day.tsx';
import { firstDayToShow, placeOf, placeOptions, placeText } from '../day/day-place.ts';
import { PlaceSelect } from '../day/place-select.tsx';
import { useDayPlan } from '../day/use-day-plan.ts';
import { HeadCountTable } from './head-count-table.tsx';
import { DaySteps, RecordHead } from './record-head.tsx';

/** The morning's head count of all sites, or of a kitchen's. */
export function HeadCountSegment({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const params = useParams<{ date?: string; site?: string }>();
  const [, go] = useLocation();
  const date = params.date && isIsoDate(params.date) ? params.date : firstDayToShow(state);
  const place = placeOf(params.site);
  const goTo = (day: IsoDate, to = place) => go(recordPlace('head-count', day, placeText(to)));
  const plan = useDayPlan(date, state.settings.serviceLevel);
  const catalogue = useApiQuery('catalogue.read', {});
  const rows = plan.data?.rows.filter((row) => row.date === date) ?? [];
  const { options, value } = placeOptions(rows, catalogue.data, 'roll-call', place, t('site.all'));
  const day = plan.data?.days.find((candidate) => candidate.date === date);
  return (
    <main className="page">
      <RecordHead segment="head-count">
        <PlaceSelect options={options} value={value} onChoose={(chosen) => goTo(date, chosen)} />
        <DaySteps date={date} onGo={goTo} />
      </RecordHead>
      <QueryView query={plan}>
        {(data) =>
          day && day.closed !== null ? (
            <ClosedDay day={day} onGo={goTo} />
          ) : (
            <HeadCountTable plan={data} date={date} today={state.today} place={place} />
          )
        }
      </QueryView>
    </main>
  );
}
