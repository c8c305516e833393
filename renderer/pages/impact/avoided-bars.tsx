import { scaleLinear } from 'd3-scale';
import type { ImpactReport } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ValueAxis } from '../../ui/value-axis.tsx';

interface AvoidedBarsProps {
  readonly report: ImpactReport;
  readonly size: { readonly width: number; readonly height: number };
}

const plot = { left: 48, top: 18, foot: 22 };
const widestBar = 88;
/** A number above each bar wants this much room. */
const fullest = 38;
const ticks = 4;

/** What was measured, and on it what is estimated; where one is a loss it hangs below the line. */
function stackOf({ avoided, measured }: Pick<ImpactReport['months'][number], 'avoided' | 'measured'>) {
  const estimated = avoided.value - measured;
  const from = Math.sign(estimated) === Math.sign(measured) ? measured : 0;
  return [
    { from: 0, to: measured, fill: 'var(--c-model)' },
    { from, to: from + estimated, fill: 'url(#estimated)' },
  ].filter((part) => part.from !== part.to);
}

const lastDate = ({ facts, to }: ImpactReport) => facts.dates.at(-1)?.date ?? to;
const lastDay = (report: ImpactReport) => String(Number(lastDate(report).slice(8)));

/** The month is not over: its bar is no whole one. */
const isOpen = (month: string, report: ImpactReport) => report.to.startsWith(month);

/** A bar for each month with its range; below the line what was lost. */
export function AvoidedBars({ report, size }: AvoidedBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { months } = report;
  const y = scaleLinear()
    .domain([
      Math.min(
        0,
        ...months.flatMap((month) => [
          month.avoided.low,
          ...stackOf(month).map(({ from, to }) => Math.min(from, to)),
        ]),
      ),
      Math.max(
        1,
        ...months.flatMap((month) => [
          month.avoided.high,
          ...stackOf(month).map(({ from, to }) => Math.max(from, to)),
        ]),
      ),
    ])
    .range([size.height - plot.foot, plot.top])
    .nice(ticks);
  const room = (size.width - plot.left) / Math.max(1, months.length);
  const half = Math.min(widestBar, room * 0.45) / 2;
  const label = t('impact.monthsLabel', {
    list: format.list(
      months.map(({ month, avoided }) =>
        t('impact.monthOf', { month: format.month(month), n: format.count(avoided.value) }),
      ),
    ),
  });
  return (
    <svg width={size.width} height={size.height} role="img" aria-label={label} className="draw">
      <ValueAxis y={y} ticks={y.ticks(ticks)} left={plot.left} right={size.width} label={format.count} />
      {months.map(({ month, avoided, measured }, i) => (
        <g key={month} transform={`translate(${plot.left + room * (i + 0.5)} 0)`}>
          {stackOf({ avoided, measured }).map((part) => (
            <rect
              key={part.fill}
              x={-half}
              width={2 * half}
              y={y(Math.max(part.from, part.to))}
              height={Math.abs(y(part.to) - y(part.from))}
              fill={part.fill}
              stroke="var(--c-model)"
            />
          ))}
          <path
            d={`M0 ${y(avoided.high)}V${y(avoided.low)}M-4 ${y(avoided.high)}h8M-4 ${y(avoided.low)}h8`}
            stroke="var(--ink)"
            strokeWidth="1.25"
            fill="none"
          />
          {room > fullest && (
            <text y={y(Math.max(0, avoided.high)) - 4} textAnchor="middle" className="strong">
              {format.count(avoided.value)}
            </text>
          )}
          <text y={size.height - 5} textAnchor="middle">
            {isOpen(month, report)
              ? t('impact.monthUntil', { month: format.monthShort(month), day: lastDay(report) })
              : format.monthShort(month)}
          </text>
        </g>
      ))}
    </svg>
  );
}
