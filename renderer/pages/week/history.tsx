import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanCell } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import type { ChartSize } from './past-chart.ts';
import { PastDrawing } from './past-drawing.tsx';

/** The past same weekdays, as a chart or as the table behind it. */
export function History(props: { readonly cell: PlanCell }) {
  const { cell } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [table, setTable] = useState(false);
  const weekday = format.weekday(cell.row.date);
  const title = t('panel.history', { weekday, site: cell.row.site });
  return (
    <section>
      <h3>
        {title}
        <span>{t('panel.served')}</span>
        {cell.past.length > 0 && (
          <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? t('panel.asChart') : t('panel.asTable')}
          </button>
        )}
      </h3>
      {cell.past.length === 0 && <p className="mute">{t('panel.noPast', { weekday })}</p>}
      {cell.past.length > 0 && (table ? <PastTable cell={cell} title={title} /> : <Chart cell={cell} />)}
    </section>
  );
}

function Chart(props: { readonly cell: PlanCell }) {
  const { row, past } = props.cell;
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<ChartSize | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setSize(sizeOf(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const label = t('panel.chartLabel', {
    n: past.length,
    weekday: format.weekday(row.date),
    day: format.day(row.date),
  });
  return (
    <>
      <div ref={box}>{size && <PastDrawing cell={props.cell} size={size} label={label} />}</div>
      <Keys />
    </>
  );
}

const WIDE_PANEL = 400;

function sizeOf(width: number): ChartSize {
  const wide = width >= WIDE_PANEL;
  return { width, height: wide ? 200 : 112, left: wide ? 32 : 28, right: 4, top: 8, bottom: 16 };
}

function Keys() {
  const { t } = useTranslation();
  return (
    <div className="keys">
      <span>
        <svg width="10" height="10" aria-hidden="true" className="draw">
          <circle cx="5" cy="5" r="3.5" fill="var(--c-actual)" />
        </svg>
        {t('panel.keyServed')}
      </span>
      <span>
        <svg width="18" height="10" aria-hidden="true" className="draw">
          <path d="M0 5h18" stroke="var(--c-staff)" strokeDasharray="4 3" />
          <rect
            x="6"
            y="2"
            width="6"
            height="6"
            fill="var(--surface)"
            stroke="var(--c-staff)"
            strokeWidth="1.5"
          />
        </svg>
        {t('panel.keyStaff')}
      </span>
      <span>
        <svg width="14" height="10" aria-hidden="true" className="draw">
          <rect width="14" height="10" fill="var(--c-band)" />
        </svg>
        {t('panel.keyRange')}
      </span>
      <span>
        <svg width="14" height="10" aria-hidden="true" className="draw">
          <rect y="3.5" width="14" height="3" fill="var(--c-model)" />
        </svg>
        {t('panel.keyOrder')}
      </span>
    </div>
  );
}

function PastTable(props: { readonly cell: PlanCell; readonly title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const show = (meals: number | null) => (meals === null ? '–' : format.count(meals));
  return (
    <table className="past" aria-label={props.title}>
      <thead>
        <tr>
          <th scope="col">{t('panel.dayHead')}</th>
          <th scope="col">{t('panel.staffHead')}</th>
          <th scope="col">{t('panel.servedHead')}</th>
        </tr>
      </thead>
      <tbody>
        {props.cell.past.map((day) => (
          <tr key={day.date}>
            <th scope="row">{format.date(day.date)}</th>
            <td>{show(day.staff)}</td>
            <td>{show(day.served)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
