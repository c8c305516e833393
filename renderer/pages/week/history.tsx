import { useMemo, useState } from 'react';
import type { PlanCell } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useBoxSize } from '../../ui/use-box-size.ts';
import type { ChartSize, Past } from './past-chart.ts';
import { PastDrawing } from './past-drawing.tsx';
import { PastKeys } from './past-keys.tsx';
import { PastNote } from './past-note.tsx';
import { PastTable } from './past-table.tsx';
import { usePast } from './use-past.ts';

/** The past same weekdays, as a chart or as the table behind it. What was forecast for them comes when it is there. */
export function SiteHistory(props: { readonly cell: PlanCell }) {
  const { cell } = props;
  const { row, past, gaps } = cell;
  const { t } = useTranslation();
  const format = useFormat();
  const [table, setTable] = useState(false);
  const { siteId, date } = row;
  const work = usePast(siteId, date, past.length > 0);
  const shown: Past = { past, gaps, forecasts: work.data?.days ?? [] };
  const weekday = format.weekday(date);
  const title = t('panel.history', { weekday });
  return (
    <section>
      <h3>
        {title}
        <span>{t('panel.served')}</span>
        {past.length > 0 && (
          <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? t('panel.asChart') : t('panel.asTable')}
          </button>
        )}
      </h3>
      {past.length === 0 && <p className="mute">{t('panel.noPast', { weekday })}</p>}
      {past.length > 0 && table && <PastTable past={shown} row={row} title={title} />}
      {past.length > 0 && !table && <Chart past={shown} cell={cell} />}
      {past.length > 0 && <PastNote work={work} />}
    </section>
  );
}

function Chart(props: { readonly past: Past; readonly cell: PlanCell }) {
  const { past } = props;
  const { row } = props.cell;
  const { t } = useTranslation();
  const format = useFormat();
  const [box, room] = useBoxSize<HTMLDivElement>();
  const width = room?.width;
  const size = useMemo(() => (width === undefined ? null : sizeOf(width)), [width]);
  const words = {
    n: past.past.length,
    weekday: format.weekday(row.date),
    day: format.day(row.date),
  };
  const label = past.forecasts.length > 0 ? t('pastDays.label', words) : t('panel.chartLabel', words);
  return (
    <>
      <div ref={box}>{size && <PastDrawing past={past} row={row} size={size} label={label} />}</div>
      <PastKeys />
    </>
  );
}

const WIDE_PANEL = 400;

function sizeOf(width: number): ChartSize {
  const wide = width >= WIDE_PANEL;
  return { width, height: wide ? 200 : 112, left: wide ? 32 : 28, right: 4, top: 8, bottom: 16 };
}
