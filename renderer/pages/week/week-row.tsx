import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import type { Move } from './cell-editor.tsx';
import type { EditedCell } from './use-grid-editing.ts';
import { WeekCell } from './week-cell.tsx';
import type { WeekDay, WeekSite } from './week-model.ts';

interface WeekRowProps {
  readonly site: WeekSite;
  readonly days: readonly WeekDay[];
  readonly index: number;
  readonly last: boolean;
  /** The column that is in the tab order, when it is in this row. */
  readonly tabColumn: number | null;
  readonly selectedDate: IsoDate | null;
  /** The cell of this row that is being typed in. */
  readonly edited: EditedCell | null;
  onEdited(row: PlanRow, quantity: number | null, move: Move): void;
  onOpen(siteId: number, date: IsoDate): void;
  onFocusPlace(place: string): void;
}

export const WeekRow = memo(function WeekRow(props: WeekRowProps) {
  const { site } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const kind = t(`siteKind.${site.kind}`);
  const detail = site.capacity === null ? kind : t('site.places', { kind, n: format.count(site.capacity) });
  return (
    <tr aria-rowindex={props.index + 2} className={props.last ? 'last' : ''}>
      <th scope="row" title={`${site.name}\n${detail}`}>
        <span className="site">{site.name}</span>
        <span className="kind">{detail}</span>
      </th>
      {props.days.map((day, column) => (
        <WeekCell
          key={day.date}
          site={site}
          day={day}
          row={site.cells[column] ?? null}
          place={`${props.index}-${column}`}
          tabbable={props.tabColumn === column}
          selected={props.selectedDate === day.date}
          start={props.edited?.column === column ? props.edited.start : null}
          onEdited={props.onEdited}
          onOpen={props.onOpen}
          onFocusPlace={props.onFocusPlace}
        />
      ))}
      <td className="sum">{format.count(site.total)}</td>
    </tr>
  );
});
