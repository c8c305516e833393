import { useCallback, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { AppState, IsoDate, MenuMonth, SiteRecord } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { daysBetween, isIsoDate } from '../../format/dates.ts';
import { addMonths, isMonth, monthOf } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { DayPanel } from './day-panel.tsx';
import { DishFinder } from './dish-finder.tsx';
import { Frequencies } from './frequencies.tsx';
import { type CalendarHandle, MenuCalendar } from './menu-calendar.tsx';

type View = 'calendar' | 'frequencies';
const VIEWS: readonly View[] = ['calendar', 'frequencies'];
const ALL_SITES = 0;

/** The month, or the open day, stands in the address, so that back and forward work. */
function usePlace(suggested: IsoDate) {
  const { when = '' } = useParams<{ when?: string }>();
  const [, go] = useLocation();
  const date = isIsoDate(when) ? when : null;
  const month = date ? monthOf(date) : isMonth(when) ? when : monthOf(suggested);
  const goToMonth = useCallback((to: string) => go(`/menus/${to}`), [go]);
  const open = useCallback((day: IsoDate) => go(`/menus/${day}`, { replace: true }), [go]);
  const close = useCallback(() => go(`/menus/${month}`, { replace: true }), [go, month]);
  return {
    view: when === 'frequencies' ? ('frequencies' as const) : ('calendar' as const),
    month,
    date,
    goToMonth,
    open,
    close,
  };
}

export function MenusPage({ state }: { readonly state: AppState }) {
  const place = usePlace(state.suggestedWeek);
  const [siteId, setSiteId] = useState(ALL_SITES);
  const sites = useApiQuery('sites.list', {});
  const site = sites.data?.find(({ id }) => id === siteId) ?? null;
  const ofSite = site ? { siteId: site.id } : {};
  const query = useApiQuery('menus.month', { month: place.month, ...ofSite }, { keep: () => true });
  const calendar = useRef<CalendarHandle>(null);
  const { date, close, goToMonth } = place;
  const closeDay = useCallback(() => {
    if (date) calendar.current?.focusDay(date);
    close();
  }, [date, close]);
  const panel = place.view === 'calendar' && date !== null;
  return (
    <main className={panel ? 'page with-panel' : 'page'}>
      <div className="column fill">
        <MenusHead state={state} month={place.month} view={place.view} onGo={goToMonth} />
        <MenusBar view={place.view} sites={sites.data ?? []} siteId={siteId} onSite={setSiteId} />
        {place.view === 'frequencies' ? (
          <Frequencies siteId={site?.id ?? null} />
        ) : (
          <QueryView query={query}>
            {(menus) => (
              <>
                <MonthNotice menus={menus} />
                <MenuCalendar
                  menus={menus}
                  today={state.today}
                  selected={date}
                  handle={calendar}
                  onOpen={place.open}
                  onClose={closeDay}
                  onLeave={(day) => goToMonth(monthOf(day))}
                />
              </>
            )}
          </QueryView>
        )}
      </div>
      {panel && date && (
        <DayPanel
          date={date}
          day={dayOf(query.data, date)}
          site={site}
          onGo={place.open}
          onClose={closeDay}
        />
      )}
    </main>
  );
}

interface MenusBarProps {
  readonly view: View;
  readonly sites: readonly SiteRecord[];
  readonly siteId: number;
  onSite(siteId: number): void;
}

function MenusBar({ view, sites, siteId, onSite }: MenusBarProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <div className="bar">
      <Choice<View>
        label={t('menus.view')}
        options={VIEWS.map((id) => ({ id, label: t(`menus.views.${id}`) }))}
        value={view}
        onChange={(chosen) => go(chosen === 'calendar' ? '/menus' : '/menus/frequencies', { replace: true })}
      />
      <SiteSelect sites={sites} value={siteId} onChange={onSite} />
      <span className="push" />
      <DishFinder />
    </div>
  );
}

const dayOf = (menus: MenuMonth | undefined, date: IsoDate) =>
  menus?.weeks.flatMap(({ days }) => days).find((day) => day.date === date) ?? null;

interface MenusHeadProps {
  readonly state: AppState;
  readonly month: string;
  readonly view: View;
  onGo(month: string): void;
}

const WEEK = 7;

function MenusHead({ state, month, view, onGo }: MenusHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // When the records end long ago, the month proposed is not the one the calendar shows.
  const near = Math.abs(daysBetween(state.today, state.suggestedWeek)) <= WEEK;
  return (
    <div className="head">
      <h1>{t('page.menus')}</h1>
      {view === 'calendar' && (
        <>
          <span className="group">
            <IconButton
              icon="previous"
              label={t('menus.previous')}
              onClick={() => onGo(addMonths(month, -1))}
            />
            <Button onClick={() => onGo(monthOf(near ? state.today : state.suggestedWeek))}>
              {near ? t('menus.current') : t('menus.suggested')}
            </Button>
            <IconButton icon="next" label={t('menus.next')} onClick={() => onGo(addMonths(month, 1))} />
          </span>
          <span className="month" role="status">
            {format.month(month)}
          </span>
        </>
      )}
    </div>
  );
}

interface SiteSelectProps {
  readonly sites: readonly SiteRecord[];
  readonly value: number;
  onChange(siteId: number): void;
}

/** One canteen's own menus; with a single canteen there is nothing to choose. */
function SiteSelect({ sites, value, onChange }: SiteSelectProps) {
  const { t } = useTranslation();
  if (sites.length < 2) return null;
  return (
    <Select<number>
      label={t('menus.site')}
      options={[
        { id: ALL_SITES, label: t('site.all') },
        ...sites.map(({ id, name }) => ({ id, label: name })),
      ]}
      value={value}
      width={200}
      onChange={onChange}
    />
  );
}

/** A month without menus says where there are some, or how to begin. */
function MonthNotice({ menus }: { readonly menus: MenuMonth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstDay, lastDay } = menus;
  if (menus.weeks.some(({ days }) => days.some(({ dishes }) => dishes.length > 0))) return null;
  return (
    <div className="notice">
      <Icon name="no-menu" />
      <span>
        {firstDay && lastDay ? (
          t('menus.emptyMonth', { first: format.date(firstDay), last: format.date(lastDay) })
        ) : (
          <>
            <b>{t('menus.emptyTitle')}</b> {t('menus.emptyHint')}
          </>
        )}
      </span>
    </div>
  );
}
