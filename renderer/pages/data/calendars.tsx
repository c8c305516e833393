import { useState } from 'react';
import { publicHolidayRegions } from '../../../electron/api/domain-lists.ts';
import type { AppState, SchoolYearCalendar, Settings } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSaveSettings } from '../../shell/use-settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Select } from '../../ui/select.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { Closures } from './closures.tsx';
import { ManualCalendarBlock } from './manual-calendar.tsx';

/** A school year begins in August. */
const yearOf = (date: string) => Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0);

/** School and public holidays in force, and what was typed in: strikes, closures, outings. */
export function Calendars(props: { readonly state: AppState }) {
  const { t } = useTranslation();
  const [schoolYear, setSchoolYear] = useState(yearOf(props.state.today));
  const query = useApiQuery('calendar.year', { schoolYear }, { keep: () => true });
  const years = `${schoolYear}–${schoolYear + 1}`;
  return (
    <div className="blocks">
      <div className="row">
        <IconButton
          icon="previous"
          label={t('calendars.previous')}
          onClick={() => setSchoolYear(schoolYear - 1)}
        />
        <strong className="num" role="status">
          {t('calendars.year', { years })}
        </strong>
        <IconButton icon="next" label={t('calendars.next')} onClick={() => setSchoolYear(schoolYear + 1)} />
      </div>
      <Closures schoolYear={schoolYear} />
      <ManualCalendarBlock state={props.state} />
      <QueryView query={query}>
        {(calendar) => (
          <div className="two-blocks">
            <SchoolHolidays calendar={calendar} />
            <PublicHolidays calendar={calendar} chosen={props.state.settings.publicHolidays} />
          </div>
        )}
      </QueryView>
    </div>
  );
}

const sourceOf = ({ imported, manual, guessed }: SchoolYearCalendar['holidays'][number]) =>
  imported ? 'imported' : manual ? 'typed' : guessed ? 'guessed' : 'builtIn';

function SchoolHolidays(props: { readonly calendar: SchoolYearCalendar }) {
  const { holidays, zone } = props.calendar;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="block">
      <h2>
        <b id="school-holidays">{t('calendars.school')}</b> <TermHelp name="zone" />{' '}
        <span>{zone.zone ? t(`settings.zones.${zone.zone}`) : t('calendars.noZone')}</span>
      </h2>
      <table className="list" aria-labelledby="school-holidays">
        <thead>
          <tr>
            <th scope="col">{t('calendars.name')}</th>
            <th scope="col">{t('calendars.firstDay')}</th>
            <th scope="col">{t('calendars.lastDay')}</th>
            <th scope="col">{t('calendars.source')}</th>
          </tr>
        </thead>
        <tbody>
          {holidays.map((holiday) => (
            <tr key={`${holiday.zone} ${holiday.firstDay} ${holiday.name}`}>
              <th scope="row" className="cut" title={holiday.name}>
                {holiday.name}
              </th>
              <td>{format.date(holiday.firstDay)}</td>
              <td>{format.date(holiday.lastDay)}</td>
              <td>{t(`calendars.${sourceOf(holiday)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {holidays.length === 0 && <p>{t('calendars.noHolidays')}</p>}
    </section>
  );
}

type Region = Settings['publicHolidays'];

const REGIONS: readonly Region[] = ['auto', ...publicHolidayRegions];

function PublicHolidays(props: { readonly calendar: SchoolYearCalendar; readonly chosen: Region }) {
  const { publicHolidays } = props.calendar;
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveSettings();
  return (
    <section className="block">
      <h2 id="public-holidays">
        {t('calendars.public')} <span>{t('calendars.computed')}</span>
      </h2>
      <Select<Region>
        label={t('calendars.region')}
        options={REGIONS.map((id) => ({ id, label: t(`calendars.regions.${id}`) }))}
        value={props.chosen}
        width={240}
        onChange={(region) => void save({ publicHolidays: region })}
      />
      <table className="list" aria-labelledby="public-holidays">
        <thead>
          <tr>
            <th scope="col">{t('calendars.name')}</th>
            <th scope="col">{t('calendars.day')}</th>
          </tr>
        </thead>
        <tbody>
          {publicHolidays.map(({ date, name }) => (
            <tr key={date}>
              <th scope="row">{name}</th>
              <td>{format.dayFull(date)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
