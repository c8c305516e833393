import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { EarlierValues } from './earlier-values.tsx';
import { PanelDetails } from './panel-details.tsx';
import { PanelDishes } from './panel-dishes.tsx';
import { Score } from './score.tsx';
import { SureButton } from './served-line.tsx';
import { type RowDrafts, reasons } from './served-model.ts';
import { StateSign } from './state-sign.tsx';
import type { ServedActions } from './use-served.ts';

const none = '';

interface SitePanelProps {
  readonly row: RecordRow;
  readonly drafts: RowDrafts;
  readonly actions: ServedActions;
  /** Of the dishes' table: their first field is led to. */
  readonly dishes: RefObject<HTMLTableSectionElement | null>;
  /** Back to the site's line. */
  onBack(): void;
  /** Another thing to show here, chosen in the head. */
  readonly choice?: ReactNode;
  /** To the dishes of the next site; `null`: there is none. */
  readonly onNext: (() => void) | null;
}

/** One site of the day beside the table: how it went, its dishes, and every earlier value. */
export function SitePanel({ row, drafts, actions, dishes, choice, onBack, onNext }: SitePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { siteId, date, site } = row;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowLeft') return;
    event.preventDefault();
    onBack();
  };
  const saveReason = (reason: RecordRow['reason']) =>
    actions.save([{ siteId, date, reason }], t('record.saved', { site, day: format.day(date) }));
  return (
    <aside className="panel record-panel" aria-label={t('record.panel', { site })} onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2 title={site}>{site}</h2>
          <p>
            {format.day(date)}, {t(`siteKind.${row.siteKind}`)}
          </p>
        </div>
        {choice && <span className="push" />}
        {choice}
      </header>
      <div className="body">
        <Score row={row} />
        <PanelDishes row={row} drafts={drafts} actions={actions} body={dishes} onEnd={onNext} />
        <Findings row={row} actions={actions} />
        <PanelDetails row={row} drafts={drafts} actions={actions} />
        <EarlierValues row={row} />
      </div>
      <footer className="panel-foot">
        <Select
          label={t('record.reason')}
          options={[
            { id: none, label: t('record.noReason') },
            ...reasons.map((id) => ({ id, label: t(`record.reasons.${id}`) })),
          ]}
          value={row.reason ?? none}
          width={190}
          onChange={(id) => saveReason(id === none ? null : id)}
        />
        {onNext && <Button onClick={onNext}>{t('record.nextSite')}</Button>}
      </footer>
    </aside>
  );
}

/** What should be looked at again, with what to do. */
function Findings({ row, actions }: Pick<SitePanelProps, 'row' | 'actions'>) {
  if (row.findings.length === 0) return null;
  const sure = row.findings.every(({ canBeTrue }) => canBeTrue);
  return (
    <section>
      <ul className="record-findings">
        {row.findings.map(({ field, code, message, remedy }) => (
          <li key={`${field} ${code}`}>
            <StateSign sign="look" />
            <span>
              <b>{message}</b> {remedy}
            </span>
          </li>
        ))}
      </ul>
      {sure && <SureButton row={row} actions={actions} />}
    </section>
  );
}
