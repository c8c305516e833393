import { area, line } from 'd3-shape';
import type { Hindcast } from '../../../electron/api/records.ts';
import type { ChartPoint, PastChart } from './past-chart.ts';

const BAND_HALF = 6;

type ForecastPoint = ChartPoint & { readonly forecast: Hindcast };

/** Neighbours with a forecast, so that the band breaks where there is none. */
function stretches(run: readonly ChartPoint[]): readonly (readonly ForecastPoint[])[] {
  const found: ForecastPoint[][] = [[]];
  for (const { forecast, ...point } of run) {
    if (forecast) found.at(-1)?.push({ ...point, forecast });
    else found.push([]);
  }
  return found.filter((stretch) => stretch.length > 0);
}

/** The likely range as it was foreseen and the model's line in it; the day of the order ends the last stretch. */
export function PastBand(props: { readonly chart: PastChart }) {
  const { chart } = props;
  return chart.runs
    .flatMap(stretches)
    .map((points) =>
      points.length > 1 ? (
        <Stretch key={points[0]?.date} points={points} chart={chart} />
      ) : (
        <Single key={points[0]?.date} point={points[0] as ForecastPoint} chart={chart} />
      ),
    );
}

interface StretchProps {
  readonly points: readonly ForecastPoint[];
  readonly chart: PastChart;
}

function Stretch({ points, chart }: StretchProps) {
  const band = area<ForecastPoint>()
    .x(({ x }) => x)
    .y0(({ forecast }) => chart.y(forecast.low))
    .y1(({ forecast }) => chart.y(forecast.high));
  const model = line<ForecastPoint>()
    .x(({ x }) => x)
    .y(({ forecast }) => chart.y(forecast.mean));
  return (
    <>
      <path d={band(points) ?? ''} fill="var(--c-band)" />
      <path d={model(points) ?? ''} fill="none" stroke="var(--c-model)" strokeWidth="1.75" />
    </>
  );
}

function Single({ point, chart }: { readonly point: ForecastPoint; readonly chart: PastChart }) {
  const { x, forecast } = point;
  const [top, bottom] = [chart.y(forecast.high), chart.y(forecast.low)];
  const mean = chart.y(forecast.mean);
  return (
    <>
      <rect
        x={x - BAND_HALF}
        width={BAND_HALF * 2}
        y={top}
        height={Math.max(1, bottom - top)}
        fill="var(--c-band)"
      />
      <line
        x1={x - BAND_HALF}
        x2={x + BAND_HALF}
        y1={mean}
        y2={mean}
        stroke="var(--c-model)"
        strokeWidth="1.75"
      />
    </>
  );
}
