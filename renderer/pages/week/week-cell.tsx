import { memo, useEffect, useRef, useState } from 'react';
import type { ApprovedOrder, IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icons.tsx';
import { CellEditor, type Move } from './cell-editor.tsx';
import { type CellAttributes, CellFlags } from './cell-flags.tsx';
import { isApproved, isChanged, isOverridden } from './decisions.ts';
import { Gauge } from './gauge.tsx';
import { PastCell } from './past-cell.tsx';
import type { TypedOrder } from './usual-reasons.ts';
import type { WeekDay, WeekSite } from './week-model.ts';

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
  /** What a field over the cell starts with; `null`: the cell is not being typed in. */
  readonly start: string | null;
  onEdited(row: PlanRow, order: TypedOrder | null, move: Move): void;
  onOpen(siteId: number, date: IsoDate): void;
  onFocusPlace(place: string): void;
}

export const WeekCell = memo(function WeekCell(props: WeekCellProps) {
  const place = {
    'data-cell': props.place,
    tabIndex: props.tabbable ? 0 : -1,
    onFocus: () => props.onFocusPlace(props.place),
  };
  if (props.row && props.day.past)
    return <PastCell {...props} row={props.row} attributes={place} scale={props.site.scale} />;
  if (props.row) return <OrderCell {...props} row={props.row} attributes={place} />;
  return <VoidCell site={props.site} day={props.day} attributes={place} />;
});

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

interface OrderCellProps
  extends Pick<WeekCellProps, 'site' | 'day' | 'selected' | 'start' | 'onEdited' | 'onOpen'> {
  readonly row: PlanRow;
  readonly attributes: CellAttributes;
}

function OrderCell(props: OrderCellProps) {
  const { row, site, day } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const fresh = useFresh(row.order);
  const look = ['open', isApproved(row) && 'frozen', isChanged(row) && 'forced', fresh && 'fresh'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter and Space.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a cell is a gridcell, which may be selected.
    <td
      {...props.attributes}
      className={look.filter(Boolean).join(' ')}
      aria-selected={props.selected}
      onClick={() => props.onOpen(row.siteId, row.date)}
    >
      <div className="cell">
        {props.start === null ? (
          <span className="n">{format.count(row.order)}</span>
        ) : (
          <CellEditor
            label={t('decide.cell', { site: row.site, day: format.day(row.date) })}
            start={props.start}
            onDone={(order, move) => props.onEdited(row, order, move)}
          />
        )}
        <span className="r whole">
          <span>{format.counts(row.low, row.high)}</span>
        </span>
        <span className="marks-of-cell">
          <DecisionMark row={row} day={day} />
          <CellFlags row={row} day={day} />
        </span>
        <Gauge range={row} order={row.order} scale={site.scale} />
      </div>
    </td>
  );
}

/** Pencil, padlock and correction; a padlock that holds for the whole column stands in its head. */
function DecisionMark(props: { readonly row: PlanRow; readonly day: WeekDay }) {
  const { row, day } = props;
  const { approved } = row.decision;
  return (
    <>
      {isOverridden(row) && <ChangedMark row={row} />}
      {approved && <ApprovedMark approved={approved} inHead={day.approved === 'all'} />}
      <RevisionMark row={row} />
    </>
  );
}

function ChangedMark({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recommended, reason } = row.decision;
  const words = t('decide.cellForced', { n: format.count(recommended) });
  return (
    <span className="f own" title={reason ? `${words}\n${reason}` : words}>
      <Icon name="forced" small />
      <span className="sr">{words}</span>
    </span>
  );
}

function ApprovedMark(props: { readonly approved: ApprovedOrder; readonly inHead: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { approvedQuantity, correction, automatic, sending } = props.approved;
  const parts = [t(automatic ? 'decide.cellClock' : 'decide.cellFrozen')];
  if (correction !== 0) {
    const approved = format.count(approvedQuantity);
    parts.push(t('decide.cellFix', { n: format.signed(correction), sent: approved }));
  }
  if (sending) {
    parts.push(t('sending.toWhom', { to: sending.recipient, at: format.moment(sending.sentAt) }));
  }
  if (sending && sending.difference !== 0) {
    const sent = format.count(sending.quantity);
    parts.push(t('sending.since', { n: format.signed(sending.difference), sent }));
  }
  // What was sent is what others hold in their hands: the difference is from that, where it is known.
  const shown = sending ? sending.difference : correction;
  return (
    <span className="f lock" title={parts.join('\n')}>
      {shown !== 0 && <span className="fix">{format.signed(shown)}</span>}
      {!props.inHead && <Icon name="frozen" small />}
      <span className="sr">{parts.join(', ')}</span>
    </span>
  );
}

/** What became known since asks for another quantity. */
function RevisionMark({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { revision, approved } = row.decision;
  if (!revision) return null;
  const n = format.signed(revision.difference);
  const words = t(approved?.sending ? 'sending.cellRevision' : 'decide.cellRevision', { n });
  return (
    <span className="f due" title={words}>
      <span className="fix">{n}</span>
      <Icon name="warning" small />
      <span className="sr">{words}</span>
    </span>
  );
}
