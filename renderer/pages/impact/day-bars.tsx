import { scaleLinear } from 'd3-scale';
import type { ImpactReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ValueAxis } from '../../ui/value-axis.tsx';

interface DayBarsProps {
  readonly days: ImpactReport['facts']['dates'];
  readonly size: { readonly width: number; readonly height: number };
}

const plot = { left: 40, top: 16, foot: 34 };
const widestBar = 40;
const ticks = 4;

/** Surplus of each day above the line, shortage below; both may stand on one day of several sites. */
export function DayBars({ days, size }: DayBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const y = scaleLinear()
    .domain([
      Math.min(0, ...days.map(({ missing }) => -missing)),
      Math.max(1, ...days.map(({ surplus }) => surplus)),
    ])
    .range([size.height - plot.foot, plot.top])
    .nice(ticks);
  const room = (size.width - plot.left) / Math.max(1, days.length);
  const half = Math.min(widestBar, room * 0.6) / 2;
  return (
    <svg
      width={size.width}
      height={size.height}
      role="img"
      aria-label={t('impact.start.chartLabel', { count: days.length, n: format.count(days.length) })}
      className="draw"
    >
      <ValueAxis
        y={y}
        ticks={y.ticks(ticks).filter(Number.isInteger)}
        left={plot.left}
        right={size.width}
        label={(tick) => format.count(Math.abs(tick))}
      />
      {days.map(({ date, surplus, missing }, i) => (
        <g key={date} transform={`translate(${plot.left + room * (i + 0.5)} 0)`}>
          <rect x={-half} width={2 * half} y={y(surplus)} height={y(0) - y(surplus)} fill="var(--c-model)" />
          <rect x={-half} width={2 * half} y={y(0)} height={y(-missing) - y(0)} fill="var(--bad)" />
          {surplus > 0 && (
            <text y={y(surplus) - 4} textAnchor="middle" className="strong">
              {format.count(surplus)}
            </text>
          )}
          {missing > 0 && (
            <text y={y(-missing) + 12} textAnchor="middle" className="strong missing">
              {format.count(missing)}
            </text>
          )}
          <text y={size.height - 4} textAnchor="middle">
            {Number(date.slice(8))}
          </text>
        </g>
      ))}
    </svg>
  );
}
