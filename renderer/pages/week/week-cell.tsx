import { type ComponentProps, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { Icon } from '../../ui/icons.tsx';
import { FLAG_TONES, ownFlags } from './flags.ts';
import { Gauge } from './gauge.tsx';
import type { WeekDay, WeekSite } from './week-model.ts';
import { halfRange } from './week-model.ts';

const FRESH_MS = 600;

/** True for a moment after a number has changed on the page, never when it first appears. */
function useFresh(value: number): boolean {
  const before = useRef(value);
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setFresh(true);
    const timer = setTimeout(() => setFresh(false), FRESH_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return fresh;
}

interface WeekCellProps {
  readonly site: WeekSite;
  readonly day: WeekDay;
  readonly row: PlanRow | null;
  /** Place in the grid, for the keyboard: `row-column`. */
  readonly place: string;
  readonly tabbable: boolean;
  readonly selected: boolean;
  onOpen(siteId: number, date: IsoDate): void;
  onFocusPlace(place: string): void;
}

export const WeekCell = memo(function WeekCell(props: WeekCellProps) {
  const place = {
    'data-cell': props.place,
    tabIndex: props.tabbable ? 0 : -1,
    onFocus: () => props.onFocusPlace(props.place),
  };
  if (props.row) return <OrderCell {...props} row={props.row} attributes={place} />;
  return <VoidCell site={props.site} day={props.day} attributes={place} />;
});

type CellAttributes = Pick<ComponentProps<'td'>, 'tabIndex' | 'onFocus'>;

function VoidCell(props: {
  readonly site: WeekSite;
  readonly day: WeekDay;
  readonly attributes: CellAttributes;
}) {
  const { site, day } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const label = t('week.void', { site: site.name, day: format.day(day.date) });
  return (
    <td {...props.attributes} className={day.closed ? 'shut void' : 'void'} aria-label={label}>
      {day.closed ? '' : '–'}
    </td>
  );
}

interface OrderCellProps extends Pick<WeekCellProps, 'site' | 'day' | 'selected' | 'onOpen'> {
  readonly row: PlanRow;
  readonly attributes: CellAttributes;
}

function OrderCell(props: OrderCellProps) {
  const { row, site, day } = props;
  const format = useFormat();
  const fresh = useFresh(row.order);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter and Space.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a cell is a gridcell, which may be selected.
    <td
      {...props.attributes}
      className={fresh ? 'open fresh' : 'open'}
      aria-selected={props.selected}
      onClick={() => props.onOpen(row.siteId, row.date)}
    >
      <div className="cell">
        <span className="n">{format.count(row.order)}</span>
        <span className="r">
          {site.small
            ? format.plusMinus(halfRange(row))
            : `${format.count(row.low)}–${format.count(row.high)}`}
        </span>
        <CellFlags row={row} day={day} />
        <Gauge row={row} scale={site.scale} />
      </div>
    </td>
  );
}

/** Icons for what the column does not say already; all of it in words for those who hear the cell alone. */
function CellFlags(props: { readonly row: PlanRow; readonly day: WeekDay }) {
  const { t } = useTranslation();
  const { row, day } = props;
  const flags = ownFlags(row.flags, day.flags);
  const [loudest] = flags;
  return (
    <span className={loudest ? `f ${FLAG_TONES[loudest]}` : 'f'}>
      {flags.slice(0, 2).map((flag) => (
        <span key={flag} title={t(`flagHelp.${flag}`)}>
          <Icon name={flag} small />
        </span>
      ))}
      {row.flags.length > 0 && (
        <span className="sr">{row.flags.map((flag) => t(`flag.${flag}`)).join(', ')}</span>
      )}
    </span>
  );
}
