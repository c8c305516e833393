import { scaleLinear } from 'd3-scale';
import type { IsoDate, RecordRow } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useBoxSize } from '../../ui/use-box-size.ts';

interface MonthChartProps {
  readonly rows: readonly RecordRow[];
  /** `YYYY-MM` */
  readonly month: string;
  /** The day in which one is. */
  readonly date: IsoDate;
}

const plot = { left: 30, top: 6, foot: 18 };
const ticks = 4;
/** Of a day: half of the range's bar, and of the line of its order. */
const half = { range: 4, order: 6 };
/** Pixels that the number of a day needs. */
const dayRoom = 24;

const mealsOf = ({ children, ordered, forecast }: RecordRow): readonly number[] =>
  [children, ordered, forecast?.low, forecast?.high].flatMap((meals) => meals ?? []);

/** Is there something to draw of a day? */
export const isDrawn = (row: RecordRow): boolean => row.state !== 'check' && mealsOf(row).length > 0;

/** Each day's range, its order and what was served; its table is the month beside it. */
export function MonthChart({ rows, month, date }: MonthChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [box, size] = useBoxSize<HTMLDivElement>();
  const days = rows.filter(isDrawn);
  const signs = [
    { sign: 'dot', words: t('record.gauge.served'), is: days.some(({ children }) => children !== null) },
    { sign: 'band', words: t('record.gauge.range'), is: days.some(({ forecast }) => forecast !== null) },
    { sign: 'orderline', words: t('record.gauge.order'), is: days.some(({ ordered }) => ordered !== null) },
  ];
  return (
    <div className="month-chart">
      <div ref={box} className="drawing">
        {size && size.width > 0 && (
          <svg
            width={size.width}
            height={size.height}
            role="img"
            aria-label={t('record.month.chartLabel', { month: format.month(month) })}
            className="draw"
          >
            <Days days={days} date={date} {...size} />
          </svg>
        )}
      </div>
      <p className="keys">
        {signs.map(
          ({ sign, words, is }) =>
            is && (
              <span key={sign}>
                <i className={sign} />
                {words}
              </span>
            ),
        )}
      </p>
    </div>
  );
}

interface DaysProps {
  readonly days: readonly RecordRow[];
  readonly date: IsoDate;
  readonly width: number;
  readonly height: number;
}

function Days({ days, date, width, height }: DaysProps) {
  const format = useFormat();
  const meals = days.flatMap(mealsOf);
  const y = scaleLinear()
    .domain([Math.min(...meals) * 0.9, Math.max(...meals, 1)])
    .range([height - plot.foot, plot.top])
    .nice(ticks);
  const room = (width - plot.left) / days.length;
  const every = Math.max(1, Math.ceil(dayRoom / room));
  return (
    <>
      {y
        .ticks(ticks)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line x1={plot.left} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--c-grid)" />
            <text x={plot.left - 6} y={y(tick) + 4} textAnchor="end">
              {format.count(tick)}
            </text>
          </g>
        ))}
      {days.map((row, i) => (
        <g key={row.date} transform={`translate(${plot.left + room * (i + 0.5)} 0)`}>
          {row.date === date && (
            <rect x={-room / 2} width={room} y="0" height={height} fill="var(--accent-wash)" />
          )}
          <Day row={row} y={y} />
          {i % every === 0 && (
            <text y={height - 4} textAnchor="middle" className={row.date === date ? 'strong' : undefined}>
              {Number(row.date.slice(8))}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Day({ row, y }: { readonly row: RecordRow; readonly y: (meals: number) => number }) {
  const { forecast, ordered, children } = row;
  return (
    <>
      {forecast !== null && (
        <rect
          x={-half.range}
          width={2 * half.range}
          y={y(forecast.high)}
          height={Math.max(1, y(forecast.low) - y(forecast.high))}
          fill="var(--c-band)"
        />
      )}
      {ordered !== null && (
        <line
          x1={-half.order}
          x2={half.order}
          y1={y(ordered)}
          y2={y(ordered)}
          stroke="var(--c-model)"
          strokeWidth="2"
        />
      )}
      {children !== null && <circle cy={y(children)} r="3" fill="var(--c-actual)" stroke="var(--surface)" />}
    </>
  );
}
