import { type GaugeScale, gaugeAt } from './gauge-scale.ts';

const percent = (x: number) => `${x.toFixed(2)}%`;

interface GaugeProps {
  readonly range: { readonly low: number; readonly high: number };
  /** `null`: nothing was ordered. */
  readonly order: number | null;
  /** Children served; absent or `null`: not known. */
  readonly served?: number | null;
  readonly scale: GaugeScale;
}

/** Track, likely range, order, places, and once it is known what was served: the product's one signature. */
export function Gauge({ range, order, served = null, scale }: GaugeProps) {
  const low = gaugeAt(scale, range.low);
  const high = gaugeAt(scale, range.high);
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
      {order !== null && (
        <rect
          x={percent(gaugeAt(scale, order))}
          width="2"
          height="100%"
          fill="var(--c-model)"
          transform="translate(-1)"
        />
      )}
      {served !== null && (
        <circle cx={percent(gaugeAt(scale, served))} cy="50%" r="3" fill="var(--c-actual)" />
      )}
    </svg>
  );
}
