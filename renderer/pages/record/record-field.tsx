import type { KeyboardEvent } from 'react';
import type { RecordRow } from '../../../electron/api/records.ts';
import { type Cell, cellKey, headCountFor, keptText, problemOf, type RowDrafts } from './served-model.ts';
import type { ServedActions } from './use-served.ts';

interface RecordFieldProps {
  readonly row: RecordRow;
  readonly cell: Cell;
  readonly drafts: RowDrafts;
  readonly actions: ServedActions;
  readonly label: string;
  /** Place among the fields: row and column. */
  readonly place: string;
  /** Of what says what is wrong with it. */
  readonly noteId: string;
  /** Somebody should look again at what is kept. */
  readonly odd: boolean;
  /** Shown where nothing is kept: an estimate. */
  readonly estimate?: number | null;
}

/** A time, and what is left of a dish, which may be weighed. */
const isTextual = ({ dish, field }: Cell) => field === 'ranOut' || (dish !== null && field !== 'prepared');

/** One value of a day. It is kept when one leaves the field; `=` takes the head count, Escape what is kept. */
export function RecordField(props: RecordFieldProps) {
  const { row, cell, drafts, actions, label, place, noteId, odd, estimate = null } = props;
  const draft = drafts.get(cellKey(cell));
  const refused = draft !== undefined && problemOf(row, drafts, draft, actions.planned) !== null;
  const kept = keptText(row, cell);
  const planned = cell.field === 'prepared' ? actions.planned(row, cell.dish ?? '') : null;
  const proposed = estimate ?? planned;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation();
      actions.forget(row, cell);
    } else if (event.key === '=') {
      const count = headCountFor(row, cell) ?? (cell.dish === null ? planned : null);
      if (count !== null) actions.change(row, cell, String(count));
    } else return;
    event.preventDefault();
  };
  return (
    <input
      type="text"
      className="field num"
      inputMode={isTextual(cell) ? 'text' : 'numeric'}
      autoComplete="off"
      data-place={place}
      data-state={refused ? 'refused' : odd ? 'odd' : kept === '' ? 'open' : 'kept'}
      data-estimate={estimate === null || kept !== '' ? undefined : ''}
      aria-label={label}
      aria-invalid={refused}
      aria-describedby={refused || odd ? noteId : undefined}
      placeholder={proposed === null ? '' : String(proposed)}
      value={draft?.text ?? kept}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => actions.keep(row, cell)}
      onKeyDown={onKeyDown}
      onChange={(event) => actions.change(row, cell, event.currentTarget.value)}
    />
  );
}
