import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { IsoDate, SiteCoverage } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { addMonths } from '../../format/months.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IconButton } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SiteMonthGrid } from './site-month-grid.tsx';

type SiteName = Pick<SiteCoverage, 'siteId' | 'site'>;

interface MonthPanelProps {
  readonly site: SiteName;
  readonly month: string;
  /** A day whose field takes the focus. */
  readonly date: IsoDate | null;
  onGo(siteId: number, month: string): void;
  onClose(): void;
}

/** The days of one square: what is there, what is missing, and where counts are typed, pasted and corrected. */
export function MonthPanel({ site, month, date, onGo, onClose }: MonthPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const panel = useRef<HTMLElement>(null);
  const { siteId } = site;
  const query = useApiQuery('data.coverageMonth', { siteId, month });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel takes the focus once for each square it shows.
  useEffect(() => panel.current?.focus(), [siteId, month]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={t('coverage.panel')} onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2 title={site.site}>{site.site}</h2>
          <p>{format.month(month)}</p>
        </div>
        <span className="push" />
        <IconButton
          look="ghost"
          icon="previous"
          label={t('coverage.previousMonth')}
          onClick={() => onGo(siteId, addMonths(month, -1))}
        />
        <IconButton
          look="ghost"
          icon="next"
          label={t('coverage.nextMonth')}
          onClick={() => onGo(siteId, addMonths(month, 1))}
        />
        <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <QueryView query={query}>
        {({ sites: [own] }) => own && <SiteMonthGrid key={`${siteId} ${month}`} month={own} date={date} />}
      </QueryView>
    </aside>
  );
}
