import { memo } from 'react';
import type { RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RecordField } from './record-field.tsx';
import { problemOf, type RowDrafts, type ServedField, servedFields } from './served-model.ts';
import { StateSign } from './state-sign.tsx';
import type { ServedActions } from './use-served.ts';

interface LineProps {
  readonly row: RecordRow;
  /** Its place in the table, from 0. */
  readonly index: number;
  readonly drafts: RowDrafts;
  readonly selected: boolean;
  readonly actions: ServedActions;
  onSelect(siteId: number): void;
}

/** The fields that a finding of a meal stands beside. */
const fieldOf: Readonly<Record<string, ServedField>> = { served: 'children', date: 'children', left: 'left' };

/** One site of the day. What is typed elsewhere does not draw it again. */
export const ServedLine = memo(function ServedLine(props: LineProps) {
  const { row, index, drafts, selected, actions, onSelect } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const noteId = `record-${row.siteId}`;
  const odd = new Set(row.findings.map(({ field }) => fieldOf[field]));
  const estimates = row.state === 'estimated' ? { children: row.headCount, adults: row.headCountAdults } : {};
  const shown = (count: number | null) => (count === null ? '–' : format.count(count));
  return (
    <tr
      data-site={row.siteId}
      data-state={row.state}
      data-current={selected ? '' : undefined}
      onFocus={() => onSelect(row.siteId)}
    >
      <th scope="row" title={row.site}>
        <span className="two-lines">{row.site}</span>
      </th>
      <td className="r given">{shown(row.ordered)}</td>
      <td className="r given">{shown(row.headCount)}</td>
      {servedFields.map((field, column) => (
        <td key={field} className="in">
          <RecordField
            row={row}
            cell={{ dish: null, field }}
            drafts={drafts}
            actions={actions}
            label={t('record.field', { site: row.site, what: t(`record.fields.${field}`) })}
            place={`${index}-${column}`}
            noteId={noteId}
            odd={odd.has(field)}
            estimate={field === 'left' ? null : (estimates[field] ?? null)}
          />
        </td>
      ))}
      <td className="r gap">
        {row.difference === null || row.state === 'check'
          ? '–'
          : row.difference === 0
            ? '0'
            : format.signed(row.difference)}
      </td>
      <td id={noteId}>
        <LineState row={row} drafts={drafts} actions={actions} />
      </td>
    </tr>
  );
});

/** What was found; what became of it, and what to do, stands in the panel. */
const firstSentence = (text: string) => text.replace(/\.\s.*$/s, '');

/** What became of a day's record, with what to do. */
export function LineState({ row, drafts, actions }: Pick<LineProps, 'row' | 'drafts' | 'actions'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const problem = [...drafts.values()]
    .map((draft) => problemOf(row, drafts, draft, actions.planned))
    .find((one) => one !== null);
  if (problem) {
    return (
      <span className="tag bad" role="alert">
        <StateSign sign="refused" />
        {t(`record.problems.${problem}`)}
      </span>
    );
  }
  const more = (words: string | null) => words !== null && <span className="mute">{words}</span>;
  switch (row.state) {
    case 'check': {
      const [finding] = row.findings;
      const sure = row.findings.every(({ canBeTrue }) => canBeTrue);
      return (
        <span className="record-state">
          <span className="tag warn" title={finding && `${finding.message} ${finding.remedy}`}>
            <StateSign sign="look" />
            {firstSentence(finding?.message ?? '')}
          </span>
          {sure && <SureButton row={row} actions={actions} />}
        </span>
      );
    }
    case 'complete':
      return (
        <span className="record-state">
          <span className="tag good">
            <StateSign sign="done" />
            {t('record.states.complete')}
          </span>
          {more(row.entered === null ? null : format.time(row.entered.at.slice(11)))}
          {row.file !== null && more(t('record.fileSays', { n: format.count(row.file) }))}
        </span>
      );
    case 'estimated':
      return (
        <span className="record-state">
          <span className="tag">
            <StateSign sign="estimated" />
            {t('record.states.estimated')}
          </span>
          {more(t('record.asHeadCount'))}
        </span>
      );
    case 'incomplete':
      return (
        <span className="tag">
          <StateSign sign="partly" />
          {t('record.missingChildren')}
        </span>
      );
    default:
      if (!row.due) {
        return <span className="mute">{t(noOrder(row))}</span>;
      }
      return (
        <span className="record-state">
          <span className="tag">
            <StateSign sign="open" />
            {t('record.states.open')}
          </span>
          {more(row.headCount === null ? t('record.noHeadCount') : null)}
        </span>
      );
  }
}

/** What is known of a site's day without an order. */
export const noOrder = ({ closed }: RecordRow) =>
  closed === 'strike' ? 'record.states.strike' : 'record.states.notOrdered';

/** What is odd is true all the same. */
export function SureButton({ row, actions }: Pick<LineProps, 'row' | 'actions'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { siteId, date, site } = row;
  const words = t('record.sureSaved', { site, day: format.day(date) });
  return (
    <button
      type="button"
      className="link"
      aria-label={t('record.sureOf', { site, n: format.count(row.children ?? 0) })}
      onClick={() => actions.save([{ siteId, date, sure: true }], words)}
    >
      {t('record.sure')}
    </button>
  );
}
