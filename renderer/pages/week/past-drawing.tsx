import { line } from 'd3-shape';
import { memo } from 'react';
import type { PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PastBand } from './past-band.tsx';
import { type ChartPoint, type ChartSize, type Past, type PastChart, pastChart } from './past-chart.ts';

const ORDER_HALF = 8;

interface DrawingProps {
  readonly past: Past;
  readonly row: PlanRow;
  readonly size: ChartSize;
  readonly label: string;
}

/** The model's band and line, the staff's dashed squares, served dots, and on the last place the day's order. */
export const PastDrawing = memo(function PastDrawing({ past, row, size, label }: DrawingProps) {
  const chart = pastChart(past, row, size);
  return (
    <svg width={size.width} height={size.height} role="img" aria-label={label} className="draw">
      <Axis chart={chart} size={size} />
      <Pauses chart={chart} size={size} />
      <PastBand chart={chart} />
      <Seats chart={chart} size={size} row={row} />
      <Staff chart={chart} />
      {chart.points.map(
        (point) =>
          point.served !== null && (
            <circle
              key={point.date}
              cx={point.x}
              cy={chart.y(point.served)}
              r="3"
              fill="var(--c-actual)"
              stroke="var(--surface)"
            />
          ),
      )}
      <Order chart={chart} row={row} />
      <Dates chart={chart} size={size} row={row} />
    </svg>
  );
});

function Axis(props: { readonly chart: PastChart; readonly size: ChartSize }) {
  const { chart, size } = props;
  const format = useFormat();
  return (
    <>
      {chart.ticks.map((tick) => (
        <g key={tick}>
          <line x1={size.left} x2={size.width} y1={chart.y(tick)} y2={chart.y(tick)} stroke="var(--c-grid)" />
          <text x={size.left - 5} y={chart.y(tick) + 4} textAnchor="end">
            {format.count(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

/** The seats, where they are near: over the pauses and the band, which would cut its words. */
function Seats(props: { readonly chart: PastChart; readonly size: ChartSize; readonly row: PlanRow }) {
  const { chart, size, row } = props;
  const { t } = useTranslation();
  const format = useFormat();
  if (row.capacity === null) return null;
  const y = chart.y(row.capacity);
  if (y < size.top || y >= size.height - size.bottom) return null;
  return (
    <>
      <line x1={size.left} x2={size.width} y1={y} y2={y} stroke="var(--c-axis)" strokeDasharray="1 3" />
      <text x={size.left + 3} y={y + 11} className="over">
        {t('panel.capacity', { n: format.count(row.capacity) })}
      </text>
    </>
  );
}

/** Half of the room that the word of a pause takes. */
const WORD_HALF = 23;

function Pauses(props: { readonly chart: PastChart; readonly size: ChartSize }) {
  const { t } = useTranslation();
  const { chart, size } = props;
  let free = 0;
  return chart.pauses.map((pause) => {
    const middle = Math.max(size.left + WORD_HALF, pause.x + pause.width / 2);
    const fits = middle - WORD_HALF >= free;
    if (fits) free = middle + WORD_HALF;
    return (
      <g key={pause.x}>
        <rect
          x={pause.x + 2}
          width={Math.max(0, pause.width - 4)}
          y={size.top}
          height={size.height - size.top - size.bottom}
          fill="var(--sunken)"
        />
        {fits && (
          <text x={middle} y={size.height - size.bottom - 5} textAnchor="middle">
            {t(`pastDays.pause.${pause.reason}`)}
          </text>
        )}
      </g>
    );
  });
}

function Staff(props: { readonly chart: PastChart }) {
  const { chart } = props;
  const path = line<ChartPoint>()
    .defined((point) => point.staff !== null)
    .x((point) => point.x)
    .y((point) => chart.y(point.staff ?? 0));
  return (
    <>
      {chart.runs.map((run) => (
        <path
          key={run[0]?.date}
          d={path(run) ?? ''}
          fill="none"
          stroke="var(--c-staff)"
          strokeWidth="1.25"
          strokeDasharray="4 3"
        />
      ))}
      {chart.points.map(
        (point) =>
          point.staff !== null && (
            <rect
              key={point.date}
              x={point.x - 2.5}
              y={chart.y(point.staff) - 2.5}
              width="5"
              height="5"
              fill="var(--surface)"
              stroke="var(--c-staff)"
              strokeWidth="1.5"
            />
          ),
      )}
    </>
  );
}

function Order(props: { readonly chart: PastChart; readonly row: PlanRow }) {
  const { chart, row } = props;
  return (
    <line
      x1={chart.dayX - ORDER_HALF}
      x2={chart.dayX + ORDER_HALF}
      y1={chart.y(row.order)}
      y2={chart.y(row.order)}
      stroke="var(--c-model)"
      strokeWidth="3"
    />
  );
}

const DATE_EVERY = 3;

function Dates(props: { readonly chart: PastChart; readonly size: ChartSize; readonly row: PlanRow }) {
  const { chart, size, row } = props;
  const format = useFormat();
  const shown = chart.points.filter((point, i) => i % DATE_EVERY === 0 && chart.dayX - point.x > 36);
  return (
    <>
      {shown.map((point) => (
        <text key={point.date} x={point.x} y={size.height - 3} textAnchor="middle">
          {format.dayMonth(point.date)}
        </text>
      ))}
      <text x={size.width} y={size.height - 3} textAnchor="end" className="strong">
        {format.dayMonth(row.date)}
      </text>
    </>
  );
}
