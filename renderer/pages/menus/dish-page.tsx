import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { DishProfile as DishRecords, DishTakeUp } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addCalendarDays } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Help } from '../../ui/help.tsx';
import { Icon } from '../../ui/icons.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { FamilySelect } from '../data/family-select.tsx';
import { useDishCorrections } from '../data/use-dish-corrections.ts';
import { CountBars } from './count-bars.tsx';
import { DishAttributes } from './dish-attributes.tsx';
import { DishDates } from './dish-dates.tsx';

/** What the records say about one dish. */
export function DishPage() {
  const { t } = useTranslation();
  const params = useParams<{ key: string }>();
  const key = decodeURIComponent(params.key);
  const query = useApiQuery('menus.dish', { key }, { keep: (earlier) => earlier.key === key });
  return (
    <main className="page">
      <div className="column fill">
        <div className="head">
          <Link className="btn ghost" href="/menus">
            <Icon name="previous" />
            {t('dishPage.back')}
          </Link>
          <h1 className="dish-title" title={query.data?.dish.name}>
            {query.data?.dish.name ?? t('page.menus')}
          </h1>
        </div>
        <QueryView query={query}>{(page) => <Records page={page} />}</QueryView>
      </div>
    </main>
  );
}

function Records({ page }: { readonly page: DishRecords }) {
  return (
    <div className="blocks">
      <Facts page={page} />
      <div className="dish-blocks">
        <div className="two">
          <ByYear page={page} />
          <ByWeekday page={page} />
          <Attendance page={page} />
        </div>
        <Companions page={page} />
      </div>
      <DishAttributes dish={page.dish.name} />
      <TakeUp rows={page.takeUp} />
      <DishDates days={page.days} />
    </div>
  );
}

function Facts({ page }: { readonly page: DishRecords }) {
  const { t } = useTranslation();
  const format = useFormat();
  const corrections = useDishCorrections();
  const { dish, interval } = page;
  const marks = dish.markers.map((marker) => t(`dishes.marks.${marker}`)).join(', ');
  const first = page.days.at(-1)?.date;
  return (
    <section className="block">
      <h2>{t('dishPage.facts')}</h2>
      {corrections.error && <ErrorNotice error={corrections.error} onClose={corrections.reset} />}
      <dl className="facts">
        <Fact term={t('dishes.family')}>
          <FamilySelect dish={dish} corrections={corrections} />
        </Fact>
        <Fact term={t('dishes.times')}>
          {t('dishPage.times', { count: dish.times, n: format.count(dish.times) })}
        </Fact>
        {first && <Fact term={t('dishPage.first')}>{format.date(first)}</Fact>}
        <Fact term={t('dishPage.last')}>{format.date(dish.lastServed)}</Fact>
        {interval !== null && (
          <Fact term={t('dishPage.interval')}>
            {t('dishPage.days', { count: interval, n: format.count(interval) })}
          </Fact>
        )}
        {marks && <Fact term={t('dishPage.signs')}>{marks}</Fact>}
        <Fact term={t('dishPage.spellings')}>{dish.spellings.join(' · ')}</Fact>
      </dl>
    </section>
  );
}

function Fact(props: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function ByYear({ page }: { readonly page: DishRecords }) {
  const { t } = useTranslation();
  const rows = page.schoolYears.map(({ schoolYear, times }) => ({
    label: `${schoolYear}–${schoolYear + 1}`,
    count: times,
  }));
  return <CountBars id="by-year" title={t('dishPage.byYear')} head={t('dishPage.year')} rows={rows} />;
}

/** Any Monday: the names of the days are all that is wanted of it. */
const MONDAY = '2024-01-01';

function ByWeekday({ page }: { readonly page: DishRecords }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = page.weekdays.map(({ weekday, times }) => ({
    label: format.weekday(addCalendarDays(MONDAY, weekday - 1)),
    count: times,
  }));
  return (
    <CountBars id="by-weekday" title={t('dishPage.byWeekday')} head={t('dishPage.weekday')} rows={rows} />
  );
}

function Companions({ page }: { readonly page: DishRecords }) {
  const { t } = useTranslation();
  const rows = page.companions.map(({ key, name, times }) => ({
    label: name,
    count: times,
    href: `/menus/dish/${encodeURIComponent(key)}`,
  }));
  return (
    <CountBars
      id="companions"
      title={t('dishPage.companions')}
      hint={t('dishPage.companionsHint')}
      head={t('dishPage.dish')}
      none={t('dishPage.noCompanions')}
      rows={rows}
    />
  );
}

function TakeUp({ rows }: { readonly rows: readonly DishTakeUp[] }) {
  const { t } = useTranslation();
  return (
    <section className="block">
      <h2>
        <b id="take-up">{t('dishPage.takeUp')}</b> <TermHelp name="takeUp" />{' '}
        <span>{t('dishPage.takeUpHint')}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="mute">{t('dishPage.noTakeUp')}</p>
      ) : (
        <table className="list" aria-labelledby="take-up">
          <thead>
            <tr>
              <th scope="col">{t('dishPage.site')}</th>
              <th scope="col" className="r">
                {t('dishPage.served')}
              </th>
              <th scope="col" className="r">
                {t('dishPage.share')}
              </th>
              <th scope="col" className="r">
                {t('dishPage.left')} <Help term={t('dishPage.left')} text={t('dishPage.leftHelp')} />
              </th>
              <th scope="col" className="r">
                {t('dishPage.soldOut')} <Help term={t('dishPage.soldOut')} text={t('dishPage.soldOutHelp')} />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TakeUpRow key={row.siteId} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Share of days on which a dish ran out, above which its share of the guests cannot be known. */
const tooOften = 0.9;

function TakeUpRow({ row }: { readonly row: DishTakeUp }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = row.left === null ? '–' : format.percent(row.left);
  const shareOf = ({ share, days, soldOut }: DishTakeUp) => {
    if (share === null) return '–';
    // What was served is then what was cooked: it says nothing of what the children would take.
    return soldOut > tooOften * days ? t('dishPage.soldOutTooOften') : format.percent(share);
  };
  return (
    <tr>
      <th scope="row" className="cut" title={row.site}>
        {row.site}
      </th>
      <td className="r">{format.count(row.days)}</td>
      <td className="r">{shareOf(row)}</td>
      <td className="r">
        {row.left !== null && row.leftEstimated ? t('dishPage.estimated', { n: left }) : left}
      </td>
      <td className="r">
        {row.soldOut === 0 ? '–' : t('dishPage.days', { count: row.soldOut, n: format.count(row.soldOut) })}
      </td>
    </tr>
  );
}

function Attendance({ page }: { readonly page: DishRecords }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { attendance } = page;
  return (
    <section className="block">
      <h2>{t('dishPage.attendance')}</h2>
      {attendance ? (
        <>
          <p>
            {t('dishPage.attendanceText', {
              count: attendance.days,
              n: format.count(attendance.days),
              median: format.rate(attendance.median),
              low: format.rate(attendance.low),
              high: format.rate(attendance.high),
            })}
          </p>
          <p className="mute">{t('dishPage.attendanceHint')}</p>
        </>
      ) : (
        <p className="mute">{t('dishPage.noAttendance')}</p>
      )}
    </section>
  );
}
