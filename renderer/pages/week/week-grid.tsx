import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Attention, IsoDate } from '../../../electron/api/records.ts';
import { isoWeek } from '../../format/dates.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RowGap } from '../../ui/row-gap.tsx';
import { useGridEditing } from './use-grid-editing.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridMeasures } from './use-row-height.ts';
import { WeekFoot } from './week-foot.tsx';
import { WeekHead } from './week-head.tsx';
import type { Week } from './week-model.ts';
import { GroupRow, WeekRow } from './week-row.tsx';
import type { GridLine, Grouping, ShownWeek, Sort } from './week-view.ts';
import { type Supposition, supposedBy } from './what-if-model.ts';

export interface WeekGridHandle {
  /** Brings a site into sight, and marks it. The focus stays where it is. */
  showSite(siteId: number): void;
  focusCell(siteId: number, date: IsoDate): void;
  /** To the first site that is shown, on the day where the focus was last. */
  focusFirst(): void;
}

/** What can be typed in the grid, for those who cannot see that it can. */
const KEYS_ID = 'week-keys';

interface WeekGridProps {
  /** The sites that are shown, in their order. */
  readonly week: Week;
  readonly whole: Week;
  readonly shown: ShownWeek;
  readonly sort: Sort;
  readonly grouping: Grouping;
  onSort(sort: Sort): void;
  readonly today: IsoDate;
  readonly selected: { readonly siteId: number; readonly date: IsoDate } | null;
  /** The only site there is: its row is the sum. */
  readonly alone: boolean;
  readonly handle: Ref<WeekGridHandle>;
  onOpen(siteId: number, date: IsoDate, supposed?: Supposition | null): void;
  /** A letter was pressed: sites are looked for. */
  onFind(): void;
  /** Escape, wherever in the grid. */
  onClose(): void;
  /** The key, right under the grid. */
  readonly children: ReactNode;
}

/** Sites × days. Only the rows in sight are drawn; head, foot and site names stay. */
export function WeekGrid(props: WeekGridProps) {
  const { week, whole, shown, selected, onOpen } = props;
  const { lines } = shown;
  const { t } = useTranslation();
  const format = useFormat();
  const space = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const measures = useGridMeasures(space, table, { rows: lines.length, sites: whole.sites.length });
  const [marked, setMarked] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => measures.row,
    getItemKey: (index) => `${keyOf(lines[index], week)}:${measures.row}`,
    overscan: 6,
    scrollPaddingStart: measures.head,
    scrollPaddingEnd: measures.foot,
    paddingStart: measures.head,
    paddingEnd: measures.foot,
    initialRect: { width: 800, height: 600 },
  });
  const scrollToRow = useCallback(
    (row: number) =>
      rows.scrollToIndex(lines.findIndex((line) => line.type === 'site' && line.index === row)),
    [rows, lines],
  );
  const size = { rows: week.sites.length, columns: week.days.length };
  const focus = useGridFocus(table, size, scrollToRow, firstOpenDay(week));
  useImperativeHandle(props.handle, () => ({
    showSite: (siteId) => {
      setMarked(siteId);
      const row = week.sites.findIndex((site) => site.siteId === siteId);
      if (row >= 0) scrollToRow(row);
    },
    focusCell: (siteId, date) => {
      const row = week.sites.findIndex((site) => site.siteId === siteId);
      const column = week.days.findIndex((day) => day.date === date);
      // A day of another week has no column here.
      if (row >= 0) focus.focusPlace({ row, column: column < 0 ? focus.active.column : column });
    },
    focusFirst: () => focus.focusPlace({ row: 0, column: focus.active.column }),
  }));
  const drawn = rows.getVirtualItems();
  const drawnRows = drawn.flatMap(({ index }) => siteLine(lines[index]) ?? []);
  const tabRow = drawnRows.includes(focus.active.row) ? focus.active.row : drawnRows[0];
  const above = (drawn[0]?.start ?? measures.head) - measures.head;
  const below = rows.getTotalSize() - measures.foot - (drawn.at(-1)?.end ?? measures.head);
  const editing = useGridEditing(week, focus);
  const onKeyDown = (event: KeyboardEvent) => {
    // The heads of the columns are buttons with keys of their own.
    const inCells = event.target instanceof Element && event.target.closest('thead') === null;
    if (event.key === 'Escape') return props.onClose();
    // Keys with others are the page's, but for those that walk.
    if (!inCells || event.altKey) return;
    const plain = !event.ctrlKey && !event.metaKey;
    const cell = week.sites[focus.active.row]?.cells[focus.active.column];
    if (event.key === 'Enter' || event.key === ' ') {
      if (!plain) return;
      if (cell) onOpen(cell.siteId, cell.date);
      event.preventDefault();
    } else if (cell && plain && supposedBy(event.key)) {
      onOpen(cell.siteId, cell.date, supposedBy(event.key));
      event.preventDefault();
    } else if (plain && /^\p{L}$/u.test(event.key)) {
      // The letter itself is written by the field, which has the focus by then.
      props.onFind();
    } else if (!editing.onKeyDown(event)) focus.onKeyDown(event);
  };
  const sites = t('site.count', { count: week.sites.length, n: format.count(week.sites.length) });
  const label = t('week.grid', { n: isoWeek(week.days[0]?.date ?? props.today), sites });
  return (
    <div className="gridspace" ref={space}>
      <div className="gridwrap" ref={scroller}>
        <table
          ref={table}
          className={measures.oneLine ? 'week one-line' : 'week'}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with the arrow keys is a grid.
          role="grid"
          aria-label={label}
          aria-describedby={KEYS_ID}
          aria-rowcount={lines.length + (shown.filtered ? 3 : 2)}
          style={{ '--row-h': `${measures.row}px` } as CSSProperties}
          onKeyDown={onKeyDown}
        >
          <Columns week={week} />
          <WeekHead
            week={week}
            of={whole.sites.length}
            today={props.today}
            sort={props.sort}
            onSort={props.onSort}
          />
          <tbody>
            {above > 0 && <RowGap height={above} columns={week.days.length + 2} />}
            {drawn.map((item) => {
              const line = lines[item.index];
              if (line?.type === 'group') {
                return (
                  <GroupRow
                    key={`group ${line.name}`}
                    line={line}
                    days={week.days}
                    index={item.index}
                    grouping={props.grouping}
                  />
                );
              }
              const site = line && week.sites[line.index];
              if (!site) return null;
              return (
                <WeekRow
                  key={site.siteId}
                  site={site}
                  days={week.days}
                  index={line.index}
                  line={item.index}
                  look={shown.bySite.get(site.siteId) ?? NOTHING_TO_LOOK_AT}
                  marked={marked === site.siteId}
                  last={item.index === lines.length - 1}
                  tabColumn={line.index === tabRow ? focus.active.column : null}
                  selectedDate={selected?.siteId === site.siteId ? selected.date : null}
                  edited={editing.at?.row === line.index ? editing.at : null}
                  onEdited={editing.onEdited}
                  onOpen={onOpen}
                  onFocusPlace={focus.onFocusPlace}
                />
              );
            })}
            {below > 0 && <RowGap height={below} columns={week.days.length + 2} />}
          </tbody>
          {!props.alone && <WeekFoot week={whole} shown={shown.filtered ? week : null} line={lines.length} />}
        </table>
        <p id={KEYS_ID} className="sr">
          {t('decide.keys')}
        </p>
      </div>
      {props.children}
    </div>
  );
}

/** Where the week's work begins: what is over is not decided any more. */
const firstOpenDay = ({ days }: Week): number =>
  Math.max(
    0,
    days.findIndex(({ past }) => !past),
  );

const NOTHING_TO_LOOK_AT: readonly Attention[] = [];

const siteLine = (line: GridLine | undefined): number | null => (line?.type === 'site' ? line.index : null);

const keyOf = (line: GridLine | undefined, week: Week) =>
  line?.type === 'site' ? week.sites[line.index]?.siteId : `group ${line?.name}`;

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
