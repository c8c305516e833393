import type { RecordRow } from '../../../electron/api/records.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFieldKeys } from '../coverage/field-keys.ts';
import { RecordField } from './record-field.tsx';
import { type Cell, cellKey, detailsOf, problemOf, type RowDrafts } from './served-model.ts';
import { StateSign } from './state-sign.tsx';
import type { ServedActions } from './use-served.ts';

interface PanelDetailsProps {
  readonly row: RecordRow;
  readonly drafts: RowDrafts;
  readonly actions: ServedActions;
}

/** Of the meal as a whole: children and second helpings, by class where the site has several, meals prepared. */
export function PanelDetails({ row, drafts, actions }: PanelDetailsProps) {
  const { t } = useTranslation();
  const fields = detailsOf(row);
  const cells = fields.map((field): Cell => ({ dish: null, field }));
  const moves = useFieldKeys((at) => {
    const cell = cells[at];
    return cell !== undefined && drafts.has(cellKey(cell));
  });
  const noteId = `details-${row.siteId}`;
  const problem = cells.flatMap((cell) => {
    const draft = drafts.get(cellKey(cell));
    return (draft && problemOf(row, drafts, draft, actions.planned)) ?? [];
  })[0];
  return (
    <section>
      <h3>
        {t('record.details')} <span>{t('record.inMeals')}</span>
      </h3>
      <table className="record-details" aria-label={t('record.detailsOf', { site: row.site })}>
        <tbody onKeyDown={moves}>
          {fields.map((field, index) => (
            <tr key={field}>
              <th scope="row">{t(`record.detail.${field}`)}</th>
              <td className="in">
                <RecordField
                  row={row}
                  cell={{ dish: null, field }}
                  drafts={drafts}
                  actions={actions}
                  label={t('record.field', { site: row.site, what: t(`record.detail.${field}`) })}
                  place={`${index}-0`}
                  noteId={noteId}
                  odd={row.findings.some((one) => one.field === field)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p id={noteId} className="wrong" role="status">
        {problem && (
          <>
            <StateSign sign="refused" /> {t(`record.problems.${problem}`)}
          </>
        )}
      </p>
    </section>
  );
}
