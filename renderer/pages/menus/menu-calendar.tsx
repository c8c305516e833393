import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import type { IsoDate, MenuMonth, MenuWeek } from '../../../electron/api/records.ts';
import { monthOf } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { TermHelp } from '../../ui/term-help.tsx';
import { MenuCell } from './menu-cell.tsx';
import { useDayFocus } from './use-day-focus.ts';

export interface CalendarHandle {
  focusDay(date: IsoDate): void;
}

interface MenuCalendarProps {
  readonly menus: MenuMonth;
  readonly today: IsoDate;
  readonly selected: IsoDate | null;
  readonly handle: Ref<CalendarHandle>;
  onOpen(date: IsoDate): void;
  /** Escape, wherever in the calendar. */
  onClose(): void;
  /** The keyboard leads to a day that is not shown. */
  onLeave(date: IsoDate): void;
}

/** Weeks × school days, and beside each week whether it has a vegetarian menu. */
export function MenuCalendar(props: MenuCalendarProps) {
  const { menus, today, selected, onOpen } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const focus = useDayFocus(table, props.onLeave);
  useImperativeHandle(props.handle, () => ({ focusDay: focus.focusDay }));
  const days = menus.weeks.flatMap((week) => week.days);
  const isShown = (date: IsoDate | null) => days.some((day) => day.date === date);
  const ofMonth = days.filter(({ date }) => monthOf(date) === menus.month);
  const first = ofMonth.find(({ closed }) => closed === null) ?? ofMonth[0];
  const tabDay = [focus.active, selected, today].find(isShown) ?? first?.date ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!tabDay) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(tabDay);
    } else if (event.key === 'Escape') props.onClose();
    else focus.onKeyDown(event, tabDay);
  };
  const narrow = [0, 1, 2, 3, 4].map((i) => isNarrow(menus, i));
  return (
    <div className="gridwrap menu-month">
      <table
        ref={table}
        className="menus"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with the arrow keys is a grid.
        role="grid"
        aria-label={t('menus.grid', { month: format.month(menus.month) })}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {narrow.map((isIt, i) => (
            <col key={menus.weeks[0]?.days[i]?.date} className={isIt ? 'col-shut' : ''} />
          ))}
          <col className="col-vegetarian" />
        </colgroup>
        <thead>
          <tr>
            {menus.weeks[0]?.days.map(({ date }) => (
              <th key={date} scope="col">
                {format.weekday(date)}
              </th>
            ))}
            <th scope="col">
              {t('menus.vegetarian')} <TermHelp name="vegetarian" />
            </th>
          </tr>
        </thead>
        <tbody>
          {menus.weeks.map((week) => (
            <tr key={week.monday}>
              {week.days.map((day) => (
                <MenuCell
                  key={day.date}
                  day={day}
                  outside={monthOf(day.date) !== menus.month}
                  today={day.date === today}
                  past={day.date < today}
                  tabbable={day.date === tabDay}
                  selected={day.date === selected}
                  onOpen={() => onOpen(day.date)}
                  onFocus={() => focus.setActive(day.date)}
                />
              ))}
              <VegetarianCell week={week} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A weekday on which nothing is served, all month long. */
function isNarrow({ weeks, weekdays }: MenuMonth, column: number): boolean {
  const days = weeks.flatMap((week) => week.days[column] ?? []);
  return !weekdays.includes(column + 1) && days.every(({ dishes }) => dishes.length === 0);
}

const SHAPES: Record<MenuWeek['vegetarian'], readonly [IconName, string] | null> = {
  yes: ['done', 'good'],
  unsure: ['help', 'warn'],
  no: ['warning', 'warn'],
  none: null,
};

function VegetarianCell({ week }: { readonly week: MenuWeek }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shape = SHAPES[week.vegetarian];
  const found = week.vegetarian === 'no' ? null : week.vegetarianDay;
  const spoilt = week.vegetarian === 'yes' ? undefined : week.vegetarianDay;
  const because = spoilt?.because ?? [];
  const isOff = week.days.every(({ closed }) => closed !== null);
  return (
    <td className="vegetarian">
      {shape ? (
        <span className={`tag ${shape[1]}`}>
          <Icon name={shape[0]} small />
          {found && format.dayShort(found.date)}
          {!found && week.vegetarian !== 'yes' && t(`menus.week.${week.vegetarian}`)}
        </span>
      ) : (
        <span className="mute">{isOff ? '' : t('menus.week.none')}</span>
      )}
      {found && <span className="dish">{found.dish ?? t('menus.noMainDish')}</span>}
      {because.length > 0 && (
        <span className="mute">
          {t(`menus.because.${found ? 'unsure' : 'no'}`, {
            day: spoilt ? format.dayShort(spoilt.date) : '',
            names: because.join(', '),
          })}
        </span>
      )}
      {found && week.vegetarian === 'unsure' && because.length === 0 && (
        <span className="mute">{t('menus.week.unsure')}</span>
      )}
    </td>
  );
}
