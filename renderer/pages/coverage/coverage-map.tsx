import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type Ref, useCallback, useImperativeHandle, useMemo, useRef } from 'react';
import type { SiteCoverage } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RowGap } from '../../ui/row-gap.tsx';
import { useGridFocus } from '../week/use-grid-focus.ts';
import { type DataMap, type MapColumn, schoolYearOfMonth, type Tone } from './coverage-model.ts';
import { MapRow } from './map-row.tsx';

export interface MapHandle {
  focusSquare(siteId: number, month: string): void;
}

interface CoverageMapProps {
  readonly map: DataMap;
  readonly handle: Ref<MapHandle>;
  readonly selected: { readonly site: SiteCoverage; readonly month: string } | null;
  onOpen(siteId: number, month: string): void;
  onClose(): void;
}

/** Heights of a row and of the head, in pixels; the style sheet has the same. */
const ROW = 30;
const HEAD = 44;

/** Sites × months as squares. Only the rows in sight are drawn; months and names stay. */
export function CoverageMap({ map, handle, selected, onOpen, onClose }: CoverageMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { columns, sites } = map;
  const names = useMemo(() => columns.map(({ month }) => format.month(month)), [columns, format]);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = useVirtualizer({
    count: sites.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: ROW,
    initialRect: { width: 800, height: 600 },
  });
  const scrollToRow = useCallback((row: number) => rows.scrollToIndex(row), [rows]);
  const focus = useGridFocus(table, { rows: sites.length, columns: columns.length }, scrollToRow);
  useImperativeHandle(handle, () => ({
    focusSquare: (siteId, month) => {
      const row = sites.findIndex((site) => site.siteId === siteId);
      const column = columns.findIndex((one) => one.month === month);
      if (row >= 0 && column >= 0) focus.focusPlace({ row, column });
    },
  }));
  const drawn = rows.getVirtualItems();
  const tabRow = drawn.some((item) => item.index === focus.active.row) ? focus.active.row : drawn[0]?.index;
  const tabColumn = Math.min(focus.active.column, columns.length - 1);
  const above = drawn[0]?.start ?? 0;
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    const site = sites[focus.active.row];
    const column = columns[tabColumn];
    if ((event.key === 'Enter' || event.key === ' ') && site && column) {
      event.preventDefault();
      onOpen(site.siteId, column.month);
    } else if (event.key === 'Escape') onClose();
    else focus.onKeyDown(event);
  };
  const count = t('site.count', { count: sites.length, n: format.count(sites.length) });
  return (
    <>
      <div className="map-wrap" ref={scroller}>
        <table
          ref={table}
          className="datamap"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with the arrow keys is a grid.
          role="grid"
          aria-label={t('coverage.grid', { sites: count, months: format.count(columns.length) })}
          aria-rowcount={sites.length + (sites.length > 1 ? 3 : 2)}
          onKeyDown={onKeyDown}
        >
          <MapHead columns={columns} />
          <tbody>
            {above > 0 && <RowGap height={above} columns={columns.length + 1} />}
            {drawn.map(({ index }) => {
              const site = sites[index];
              if (!site) return null;
              return (
                <MapRow
                  key={site.siteId}
                  site={site}
                  index={index}
                  columns={columns}
                  names={names}
                  tabColumn={index === tabRow ? tabColumn : null}
                  selectedMonth={selected?.site.siteId === site.siteId ? selected.month : null}
                  onOpen={onOpen}
                  onFocusPlace={focus.onFocusPlace}
                />
              );
            })}
            {below > 0 && <RowGap height={below} columns={columns.length + 1} />}
          </tbody>
          {sites.length > 1 && <MapFoot columns={columns} />}
        </table>
      </div>
      <MapKeys />
    </>
  );
}

/** School years over their months. */
const MapHead = memo(function MapHead({ columns }: { readonly columns: readonly MapColumn[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const years = [...Map.groupBy(columns, ({ month }) => schoolYearOfMonth(month))];
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          <span className="sr">{t('coverage.site')}</span>
        </th>
        {years.map(([year, months]) => (
          <th key={year} scope="colgroup" colSpan={months.length} className="year">
            {`${year}–${year + 1}`}
          </th>
        ))}
      </tr>
      <tr>
        {columns.map(({ month }) => (
          <th key={month} scope="col" title={format.month(month)}>
            {format.monthShort(month)}
          </th>
        ))}
      </tr>
    </thead>
  );
});

/** Of all sites together: the share of the days that are recorded. */
const MapFoot = memo(function MapFoot({ columns }: { readonly columns: readonly MapColumn[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('coverage.total')}</th>
        {columns.map(({ month, expected, recorded }) => (
          <td
            key={month}
            title={t('coverage.totalOf', {
              count: recorded,
              recorded: format.count(recorded),
              expected: format.count(expected),
            })}
          >
            {format.percent(Math.floor((100 * recorded) / expected) / 100)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
});

const TONES: readonly Tone[] = ['empty', 'few', 'some', 'most', 'all', 'none'];

function MapKeys() {
  const { t } = useTranslation();
  return (
    <div className="keys map-keys">
      {TONES.map((tone) => (
        <span key={tone}>
          <span className={`swatch ${toneClass(tone)}`} aria-hidden="true" />
          {t(`coverage.keys.${tone}`)}
        </span>
      ))}
    </div>
  );
}

const toneClass = (tone: Tone) => `tone-${tone}`;
