import { line } from 'd3-shape';
import { useTranslation } from 'react-i18next';
import type { PlanCell, PlanRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { type ChartPoint, type ChartSize, type PastChart, pastChart } from './past-chart.ts';

const BAND_HALF = 8;

interface DrawingProps {
  readonly cell: PlanCell;
  readonly size: ChartSize;
  readonly label: string;
}

/** Served dots, the staff's dashed squares, and on the last place the day's likely range and order. */
export function PastDrawing({ cell, size, label }: DrawingProps) {
  const chart = pastChart(cell.past, cell.row, size);
  return (
    <svg width={size.width} height={size.height} role="img" aria-label={label} className="draw">
      <Axis chart={chart} size={size} row={cell.row} />
      <Pauses chart={chart} size={size} />
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
      <Day chart={chart} row={cell.row} />
      <Dates chart={chart} size={size} row={cell.row} />
    </svg>
  );
}

function Axis(props: { readonly chart: PastChart; readonly size: ChartSize; readonly row: PlanRow }) {
  const { chart, size, row } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const places = row.capacity === null ? null : chart.y(row.capacity);
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
      {row.capacity !== null &&
        places !== null &&
        places >= size.top &&
        places < size.height - size.bottom && (
          <>
            <line
              x1={size.left}
              x2={size.width}
              y1={places}
              y2={places}
              stroke="var(--c-axis)"
              strokeDasharray="1 3"
            />
            <text x={size.left + 3} y={places + 11}>
              {t('panel.capacity', { n: format.count(row.capacity) })}
            </text>
          </>
        )}
    </>
  );
}

const LABEL_ROOM = 34;

function Pauses(props: { readonly chart: PastChart; readonly size: ChartSize }) {
  const { t } = useTranslation();
  const { chart, size } = props;
  return chart.pauses.map((pause, i) => (
    <g key={pause.x}>
      <rect
        x={pause.x + 2}
        width={Math.max(0, pause.width - 4)}
        y={size.top}
        height={size.height - size.top - size.bottom}
        fill="var(--sunken)"
      />
      {i === 0 && (
        <text
          x={Math.max(size.left + LABEL_ROOM / 2, pause.x + pause.width / 2)}
          y={size.height - size.bottom - 5}
          textAnchor="middle"
        >
          {t('panel.pause')}
        </text>
      )}
    </g>
  ));
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

function Day(props: { readonly chart: PastChart; readonly row: PlanRow }) {
  const { chart, row } = props;
  const x = chart.dayX;
  return (
    <>
      <rect
        x={x - BAND_HALF}
        width={BAND_HALF * 2}
        y={chart.y(row.high)}
        height={Math.max(1, chart.y(row.low) - chart.y(row.high))}
        fill="var(--c-band)"
      />
      <line
        x1={x - BAND_HALF}
        x2={x + BAND_HALF}
        y1={chart.y(row.mean)}
        y2={chart.y(row.mean)}
        stroke="var(--c-model)"
        strokeWidth="1.75"
      />
      <line
        x1={x - BAND_HALF}
        x2={x + BAND_HALF}
        y1={chart.y(row.order)}
        y2={chart.y(row.order)}
        stroke="var(--c-model)"
        strokeWidth="3"
      />
    </>
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
