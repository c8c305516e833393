import { curveMonotoneX, line } from 'd3-shape';
import type { TradeOff } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ValueAxis } from '../../ui/value-axis.tsx';
import { type FrontierProps, type Plot, type PlotSize, type Point, plotOf, rateAt } from './frontier.ts';
import { dialledPlace, levelPlace, namePlace } from './label-place.ts';

interface DrawingProps extends FrontierProps {
  readonly size: PlotSize;
  readonly label: string;
}

/** The curve of the levels, the staff's and the simplest rule's own points, and the level on the dial. */
export function FrontierDrawing({ report, level, tried, size, label }: DrawingProps) {
  const { t } = useTranslation();
  const { staff, sameWeekday4: mean4 } = report.measures;
  const others = [staff, mean4].filter(({ n }) => n > 0);
  const names = [
    { at: staff, text: t('accuracy.staff') },
    { at: mean4, text: t('accuracy.mean4') },
  ].filter(({ at }) => at.n > 0);
  const plot = plotOf([...report.tradeOff, ...others], size);
  const now = rateAt(report.tradeOff, level);
  const there = rateAt(report.tradeOff, tried);
  return (
    <svg width={size.width} height={size.height} role="img" aria-label={label} className="draw">
      <Axes plot={plot} size={size} />
      <Curve plot={plot} curve={report.tradeOff} tried={tried} names={names} />
      {mean4.n > 0 && (
        <OwnPoint plot={plot} at={mean4} name={t('accuracy.mean4')} ink="var(--ink-2)">
          <path d="M-4-4l8 8m0-8l-8 8" stroke="var(--c-naive)" strokeWidth="2" />
        </OwnPoint>
      )}
      {staff.n > 0 && (
        <OwnPoint plot={plot} at={staff} name={t('accuracy.staff')} ink="var(--c-staff)">
          <rect x="-4" y="-4" width="8" height="8" fill="var(--c-staff)" />
        </OwnPoint>
      )}
      {now && <circle cx={plot.x(now.over)} cy={plot.y(now.under)} r="4" fill="var(--accent)" />}
      {there && (
        <Dialled
          plot={plot}
          at={there}
          level={tried}
          set={tried === level}
          names={names}
          curve={report.tradeOff}
        />
      )}
    </svg>
  );
}

function Axes({ plot, size }: { readonly plot: Plot; readonly size: PlotSize }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (tick: number) => (Number.isInteger(tick) ? format.percent(tick / 100) : format.rate(tick));
  return (
    <>
      <ValueAxis y={plot.y} ticks={plot.yTicks} left={plot.left} right={plot.right} label={words} />
      {plot.xTicks.map((tick) => (
        <text key={tick} x={plot.x(tick)} y={size.height - 17} textAnchor="middle">
          {words(tick)}
        </text>
      ))}
      <text x={plot.right} y={size.height - 3} textAnchor="end">
        {t('accuracy.over')}
      </text>
      <text transform={`translate(10 ${(plot.top + plot.bottom) / 2}) rotate(-90)`} textAnchor="middle">
        {t('accuracy.under')}
      </text>
    </>
  );
}

const NAMED = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/** A level this near to the dial's is not named twice. */
const NEAR = 0.03;

interface CurveProps {
  readonly plot: Plot;
  readonly curve: readonly TradeOff[];
  readonly tried: number;
  /** The marks that have a name, which no level's label may cover. */
  readonly names: Parameters<typeof levelPlace>[2];
}

function Curve({ plot, curve, tried, names }: CurveProps) {
  const path = line<TradeOff>()
    .x(({ over }) => plot.x(over))
    .y(({ under }) => plot.y(under))
    .curve(curveMonotoneX);
  const named = curve.filter(
    ({ serviceLevel }) =>
      NAMED.includes(Math.round(serviceLevel * 100) / 100) && Math.abs(serviceLevel - tried) > NEAR,
  );
  return (
    <>
      <path d={path(curve) ?? ''} fill="none" stroke="var(--c-model)" strokeWidth="2" />
      {named.map((at) => {
        const text = String(Math.round(at.serviceLevel * 100));
        const place = levelPlace(plot, { at, text }, names);
        return (
          <g key={at.serviceLevel} transform={`translate(${plot.x(at.over)} ${plot.y(at.under)})`}>
            <circle r="3" fill="var(--surface)" stroke="var(--c-model)" strokeWidth="1.5" />
            {place && <text {...place}>{text}</text>}
          </g>
        );
      })}
    </>
  );
}

interface OwnPointProps {
  readonly plot: Plot;
  readonly at: Point;
  readonly name: string;
  readonly ink: string;
  readonly children: React.ReactNode;
}

function OwnPoint({ plot, at, name, ink, children }: OwnPointProps) {
  return (
    <g transform={`translate(${plot.x(at.over)} ${plot.y(at.under)})`}>
      {children}
      <text {...namePlace(plot, at)} className="strong" style={{ fill: ink }}>
        {name}
      </text>
    </g>
  );
}

interface DialledProps {
  readonly plot: Plot;
  readonly at: Point;
  readonly level: number;
  readonly set: boolean;
  readonly names: CurveProps['names'];
  readonly curve: readonly TradeOff[];
}

function Dialled({ plot, at, level, set, names, curve }: DialledProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const x = plot.x(at.over);
  const y = plot.y(at.under);
  const dotted = { stroke: 'var(--accent)', strokeDasharray: '2 2' };
  const name = format.percent(level);
  const said = set ? t('accuracy.set', { level: name }) : t('accuracy.tried', { level: name });
  const rates = t('accuracy.rates', { over: format.rate(at.over), under: format.rate(at.under) });
  const words = dialledPlace(plot, at, [said, rates], { names, curve });
  return (
    <>
      <line x1={x} x2={x} y1={y} y2={plot.bottom} {...dotted} />
      <line x1={plot.left} x2={x} y1={y} y2={y} {...dotted} />
      <circle
        cx={x}
        cy={y}
        r="6"
        fill={set ? 'var(--accent)' : 'var(--surface)'}
        stroke={set ? 'var(--surface)' : 'var(--accent)'}
        strokeWidth="2"
      />
      <text {...words} className="strong" style={{ fill: 'var(--accent-ink)' }}>
        {said}
      </text>
      <text x={words.x} y={words.y + 15} style={{ fill: 'var(--ink-2)' }}>
        {rates}
      </text>
    </>
  );
}
