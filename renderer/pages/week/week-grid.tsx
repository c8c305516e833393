import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../electron/api/records.ts';
import { isoWeek } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { RowGap } from '../../ui/row-gap.tsx';
import { useGridEditing } from './use-grid-editing.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridMeasures } from './use-row-height.ts';
import { WeekFoot } from './week-foot.tsx';
import { WeekHead } from './week-head.tsx';
import type { Week } from './week-model.ts';
import { WeekRow } from './week-row.tsx';

export interface WeekGridHandle {
  focusCell(siteId: number, date: IsoDate): void;
}

/** What can be typed in the grid, for those who cannot see that it can. */
const KEYS_ID = 'week-keys';

interface WeekGridProps {
  readonly week: Week;
  readonly today: IsoDate;
  readonly selected: { readonly siteId: number; readonly date: IsoDate } | null;
  /** The only site there is: its row is the sum. */
  readonly alone: boolean;
  readonly handle: Ref<WeekGridHandle>;
  onOpen(siteId: number, date: IsoDate): void;
  /** Escape, wherever in the grid. */
  onClose(): void;
  /** The key, right under the grid. */
  readonly children: ReactNode;
}

/** Sites × days. Only the rows in sight are drawn; head, foot and site names stay. */
export function WeekGrid(props: WeekGridProps) {
  const { week, selected, onOpen } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const space = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const measures = useGridMeasures(space, table, week.sites.length);
  const rows = useVirtualizer({
    count: week.sites.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => measures.row,
    getItemKey: (index) => `${week.sites[index]?.siteId}:${measures.row}`,
    overscan: 6,
    scrollPaddingStart: measures.head,
    scrollPaddingEnd: measures.foot,
    paddingStart: measures.head,
    paddingEnd: measures.foot,
    initialRect: { width: 800, height: 600 },
  });
  const scrollToRow = useCallback((row: number) => rows.scrollToIndex(row), [rows]);
  const size = { rows: week.sites.length, columns: week.days.length };
  const focus = useGridFocus(table, size, scrollToRow);
  useImperativeHandle(props.handle, () => ({
    focusCell: (siteId, date) => {
      const row = week.sites.findIndex((site) => site.siteId === siteId);
      const column = week.days.findIndex((day) => day.date === date);
      if (row >= 0 && column >= 0) focus.focusPlace({ row, column });
    },
  }));
  const drawn = rows.getVirtualItems();
  const tabRow = drawn.some((item) => item.index === focus.active.row) ? focus.active.row : drawn[0]?.index;
  const above = (drawn[0]?.start ?? measures.head) - measures.head;
  const below = rows.getTotalSize() - measures.foot - (drawn.at(-1)?.end ?? measures.head);
  const editing = useGridEditing(week, focus);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      const cell = week.sites[focus.active.row]?.cells[focus.active.column];
      if (cell) onOpen(cell.siteId, cell.date);
      event.preventDefault();
    } else if (event.key === 'Escape') props.onClose();
    else if (!editing.onKeyDown(event)) focus.onKeyDown(event);
  };
  const sites = t('site.count', { count: week.sites.length, n: format.count(week.sites.length) });
  const label = t('week.grid', { n: isoWeek(week.days[0]?.date ?? props.today), sites });
  return (
    <div className="gridspace" ref={space}>
      <div className="gridwrap" ref={scroller}>
        <table
          ref={table}
          className="week"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with the arrow keys is a grid.
          role="grid"
          aria-label={label}
          aria-describedby={KEYS_ID}
          aria-rowcount={week.sites.length + 2}
          style={{ '--row-h': `${measures.row}px` } as CSSProperties}
          onKeyDown={onKeyDown}
        >
          <Columns week={week} />
          <WeekHead week={week} today={props.today} />
          <tbody>
            {above > 0 && <RowGap height={above} columns={week.days.length + 2} />}
            {drawn.map((item) => {
              const site = week.sites[item.index];
              if (!site) return null;
              return (
                <WeekRow
                  key={site.siteId}
                  site={site}
                  days={week.days}
                  index={item.index}
                  last={item.index === week.sites.length - 1}
                  tabColumn={item.index === tabRow ? focus.active.column : null}
                  selectedDate={selected?.siteId === site.siteId ? selected.date : null}
                  edited={editing.at?.row === item.index ? editing.at : null}
                  onEdited={editing.onEdited}
                  onOpen={onOpen}
                  onFocusPlace={focus.onFocusPlace}
                />
              );
            })}
            {below > 0 && <RowGap height={below} columns={week.days.length + 2} />}
          </tbody>
          {!props.alone && <WeekFoot week={week} />}
        </table>
        <p id={KEYS_ID} className="sr">
          {t('decide.keys')}
        </p>
      </div>
      {props.children}
    </div>
  );
}

/** Letters that the usual column of sites shows. */
const LONG_NAME = 20;

function Columns(props: { readonly week: Week }) {
  return (
    <colgroup>
      <col
        className={
          props.week.sites.some(({ name }) => name.length > LONG_NAME) ? 'col-site long' : 'col-site'
        }
      />
      {props.week.days.map((day) => (
        <col key={day.date} className={day.narrow ? 'col-narrow' : ''} />
      ))}
      <col className="col-sum" />
    </colgroup>
  );
}
