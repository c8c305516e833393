import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { MealReason, RecordedDishRow, RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { fieldPlaceOf, useFieldKeys } from '../coverage/field-keys.ts';
import { DishNotes } from './dish-notes.tsx';
import { RecordField } from './record-field.tsx';
import {
  cellKey,
  type DishField,
  leftoverFields,
  panelFields,
  problemOf,
  type RowDrafts,
  reasons,
  taken,
} from './served-model.ts';
import { StateSign } from './state-sign.tsx';
import type { ServedActions } from './use-served.ts';

interface PanelDishesProps {
  readonly row: RecordRow;
  readonly drafts: RowDrafts;
  readonly actions: ServedActions;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** Enter on the last dish goes on with the next site; `null`: there is none. */
  readonly onEnd: (() => void) | null;
}

/** The dishes of the day at one site, in portions: prepared, left, when one ran out, and what was taken then. */
export function PanelDishes({ row, drafts, actions, body, onEnd }: PanelDishesProps) {
  const { t } = useTranslation();
  const { dishes } = row;
  const [leftovers, setLeftovers] = useState(false);
  const fields = leftovers ? leftoverFields : panelFields;
  const isTyped = (at: number, column: number) => {
    const [dish, field] = [dishes[at]?.dish, fields[column]];
    return dish !== undefined && field !== undefined && drafts.has(cellKey({ dish, field }));
  };
  const moves = useFieldKeys(isTyped);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const place = fieldPlaceOf(event.target);
    const ends = event.key === 'Enter' && !event.shiftKey && place?.row === dishes.length - 1;
    if (!ends || onEnd === null) return moves(event);
    event.preventDefault();
    // Kept as of any field that one leaves.
    if (event.target instanceof HTMLElement) event.target.blur();
    onEnd();
  };
  const noteId = `dishes-${row.siteId}`;
  const isProposed = dishes.some((one) => one.prepared === null && actions.planned(row, one.dish) !== null);
  const problem = [...drafts.values()]
    .filter(({ cell }) => cell.dish !== null)
    .map((draft) => ({ dish: draft.cell.dish, problem: problemOf(row, drafts, draft, actions.planned) }))
    .find((one) => one.problem !== null);
  return (
    <section>
      <h3>
        {t('record.dishes')} <span>{t('record.inPortions')}</span>
        {dishes.length > 0 && (
          <button
            type="button"
            className="link"
            aria-pressed={leftovers}
            onClick={() => setLeftovers(!leftovers)}
          >
            {t('record.leftovers')}
          </button>
        )}
      </h3>
      {dishes.length === 0 ? (
        <p className="mute">{t('record.noDishes')}</p>
      ) : (
        <table className="record-dishes" aria-label={t('record.dishesOf', { site: row.site })}>
          <thead>
            <tr>
              <th scope="col">{t('record.columns.dish')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(`record.dishFields.${field}`)}
                </th>
              ))}
              <th scope="col">{t(leftovers ? 'record.reason' : 'record.columns.taken')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {dishes.map((dish, index) => (
              <tr key={dish.dish}>
                <th scope="row" title={dish.dish}>
                  {dish.dish}
                </th>
                {fields.map((field, column) => (
                  <td key={field} className="in">
                    <RecordField
                      row={row}
                      cell={{ dish: dish.dish, field }}
                      drafts={drafts}
                      actions={actions}
                      label={t('record.field', { site: dish.dish, what: t(`record.dishFields.${field}`) })}
                      place={`${index}-${column}`}
                      noteId={noteId}
                      odd={isOdd(row, index, field)}
                    />
                  </td>
                ))}
                <td>
                  {leftovers ? <DishReason row={row} dish={dish} actions={actions} /> : <Taken dish={dish} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {dishes.length > 0 && (
        <p className="mute record-hint">
          {t('record.leftHint')}
          {isProposed && <> {t('record.plannedHint')}</>}
        </p>
      )}
      <DishNotes row={row} />
      <p id={noteId} className="wrong" role="status">
        {problem?.problem && (
          <>
            <StateSign sign="refused" />{' '}
            {t('record.problemOf', {
              what: problem.dish ?? '',
              problem: t(`record.problems.${problem.problem}`),
            })}
          </>
        )}
      </p>
    </section>
  );
}

interface DishReasonProps extends Pick<PanelDishesProps, 'row' | 'actions'> {
  readonly dish: RecordedDishRow;
}

/** Why of this dish more or less was taken; the reason of the day stands below. */
function DishReason({ row, dish: { dish, reason }, actions }: DishReasonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { siteId, date, site } = row;
  const save = (chosen: MealReason | null) =>
    actions.save(
      [{ siteId, date, dishes: [{ dish, reason: chosen }] }],
      t('record.saved', { site, day: format.day(date) }),
    );
  return (
    <select
      className="field dish-reason"
      aria-label={t('record.field', { site: dish, what: t('record.reason') })}
      value={reason ?? ''}
      onChange={({ currentTarget: { value } }) => save(reasons.find((one) => one === value) ?? null)}
    >
      <option value="">–</option>
      {reasons.map((one) => (
        <option key={one} value={one}>
          {t(`record.reasons.${one}`)}
        </option>
      ))}
    </select>
  );
}

const isOdd = ({ findings }: RecordRow, index: number, field: DishField) =>
  findings.some((one) => one.field === `dishes.${index}.${field}`);

function Taken({ dish }: { readonly dish: RecordedDishRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = taken(dish);
  if (known === null) return '–';
  const portions = format.count(known.portions);
  return known.atLeast ? <span title={t('record.atLeastHint')}>≥ {portions}</span> : portions;
}
