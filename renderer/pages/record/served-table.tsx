import type { KeyboardEvent } from 'react';
import type { RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { fieldPlaceOf, useFieldKeys } from '../coverage/field-keys.ts';
import { ServedLine } from './served-line.tsx';
import { cellKey, type DayTotals, noDrafts, type RowDrafts, rowKey, servedFields } from './served-model.ts';
import type { ServedActions } from './use-served.ts';

interface ServedTableProps {
  readonly rows: readonly RecordRow[];
  readonly totals: DayTotals;
  readonly drafts: ReadonlyMap<string, RowDrafts>;
  readonly selected: number | null;
  readonly actions: ServedActions;
  onSelect(siteId: number): void;
  /** To the dishes of the site that has the focus. */
  onDishes(): void;
}

/** The sites of a day, a field for each value, in the order of the return sheet. */
export function ServedTable(props: ServedTableProps) {
  const { rows, totals, drafts, selected, actions, onSelect, onDishes } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const isTyped = (row: number, column: number) => {
    const field = servedFields[column];
    const at = rows[row];
    const own = at && drafts.get(rowKey(at));
    return field !== undefined && own?.has(cellKey({ dish: null, field })) === true;
  };
  const moves = useFieldKeys(isTyped);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || event.key !== 'ArrowRight' || !fieldPlaceOf(event.target)) return moves(event);
    event.preventDefault();
    onDishes();
  };
  const numbers = ['ordered', 'headCount', ...servedFields, 'difference'] as const;
  return (
    <div className="record-wrap">
      <table className="list record-table" aria-label={t('record.tableOf', { n: format.count(rows.length) })}>
        <thead>
          <tr>
            <th scope="col">{t('record.sites', { count: rows.length, n: format.count(rows.length) })}</th>
            {numbers.map((name) => (
              <th key={name} scope="col" className="r">
                {t(`record.columns.${name}`)}
              </th>
            ))}
            <th scope="col">{t('record.columns.state')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <ServedLine
              key={row.siteId}
              row={row}
              index={index}
              drafts={drafts.get(rowKey(row)) ?? noDrafts}
              selected={row.siteId === selected}
              actions={actions}
              onSelect={onSelect}
            />
          ))}
        </tbody>
        {rows.length > 1 && <ServedTotals totals={totals} />}
      </table>
    </div>
  );
}

/** The sums of the complete sites, which say that they are no others. */
function ServedTotals({ totals }: { readonly totals: DayTotals }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (count: number | null) => (count === null ? '–' : format.count(count));
  const { complete, estimated, check, open } = totals;
  const without = [
    ...(estimated > 0
      ? [t('record.without.estimated', { count: estimated, n: format.count(estimated) })]
      : []),
    ...(check > 0 ? [t('record.without.check', { count: check, n: format.count(check) })] : []),
    ...(open > 0 ? [t('record.without.open', { count: open, n: format.count(open) })] : []),
  ];
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('record.completeSites', { count: complete, n: format.count(complete) })}</th>
        <td className="r given">{shown(totals.ordered)}</td>
        <td className="r given">{shown(totals.headCount)}</td>
        <td className="r in">{shown(totals.children)}</td>
        <td className="r in">{shown(totals.adults)}</td>
        <td className="r in">{shown(totals.left)}</td>
        <td className="r gap">{totals.difference === null ? '–' : format.signed(totals.difference)}</td>
        <td className="mute">{without.join(', ')}</td>
      </tr>
    </tfoot>
  );
}
