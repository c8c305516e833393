import type { PlanRow } from '../../../electron/api/records.ts';
import { type GaugeScale, gaugeAt } from './gauge-scale.ts';

const percent = (x: number) => `${x.toFixed(2)}%`;

/** Track, likely range, order and places: the product's one signature. */
export function Gauge(props: { readonly row: PlanRow; readonly scale: GaugeScale }) {
  const { row, scale } = props;
  const low = gaugeAt(scale, row.low);
  const high = gaugeAt(scale, row.high);
  return (
    <svg className="g draw" aria-hidden="true" preserveAspectRatio="none">
      <rect y="37%" width="100%" height="2" fill="var(--c-grid)" />
      <rect
        x={percent(low)}
        y="10%"
        width={percent(Math.max(1, high - low))}
        height="80%"
        fill="var(--c-band)"
      />
      {scale.end !== null && (
        <rect
          x={percent(gaugeAt(scale, scale.end))}
          width="1"
          height="100%"
          fill="var(--c-axis)"
          transform="translate(-1)"
        />
      )}
      <rect
        x={percent(gaugeAt(scale, row.order))}
        width="2"
        height="100%"
        fill="var(--c-model)"
        transform="translate(-1)"
      />
    </svg>
  );
}
