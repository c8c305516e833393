import type { IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type CellAttributes, CellFlags } from './cell-flags.tsx';
import { differenceOf } from './decisions.ts';
import { Gauge } from './gauge.tsx';
import type { GaugeScale } from './gauge-scale.ts';
import type { WeekDay } from './week-model.ts';

interface PastCellProps {
  readonly row: PlanRow;
  readonly day: WeekDay;
  readonly selected: boolean;
  readonly attributes: CellAttributes;
  readonly scale: GaugeScale;
  onOpen(siteId: number, date: IsoDate): void;
}

/** A day that is past: what was ordered, what was served, and the difference. Nothing can be typed. */
export function PastCell({ row, day, selected, attributes, scale, onOpen }: PastCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recorded } = row.decision;
  const difference = differenceOf(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Enter and Space.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid a cell is a gridcell, which may be selected.
    <td
      {...attributes}
      className="open past"
      aria-selected={selected}
      aria-readonly="true"
      title={recorded ? undefined : t('past.noOrder')}
      onClick={() => onOpen(row.siteId, row.date)}
    >
      <div className="cell">
        <span className="n">
          {recorded ? (
            format.count(row.order)
          ) : (
            <>
              <span aria-hidden="true">–</span>
              <span className="sr">{t('past.noOrder')}</span>
            </>
          )}
        </span>
        <span className="r whole">
          <span>
            {row.served === null ? t('past.notServed') : t('past.servedN', { n: format.count(row.served) })}
          </span>
        </span>
        <span className="marks-of-cell">
          {difference !== null && (
            <span className="f" title={t('past.difference')}>
              <span className="fix">{format.signed(difference)}</span>
            </span>
          )}
          <CellFlags row={row} day={day} />
        </span>
        {recorded && <Gauge range={row} order={row.order} served={row.served} scale={scale} />}
      </div>
    </td>
  );
}

/** The foot of the panel for a day that is past. */
export function PastFooter({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recorded } = row.decision;
  const difference = differenceOf(row);
  return (
    <footer className="deciding">
      {difference !== null && row.served !== null ? (
        <p>
          {t('past.result', {
            ordered: format.count(row.order),
            served: format.count(row.served),
            difference: format.signed(difference),
          })}
        </p>
      ) : (
        <p>
          {recorded ? t('past.orderedN', { n: format.count(row.order) }) : t('past.noOrderLong')}{' '}
          {row.served === null
            ? t('past.notServedLong')
            : t('past.servedLong', { n: format.count(row.served) })}
        </p>
      )}
      <p className="mute">{t('past.readOnly')}</p>
    </footer>
  );
}
