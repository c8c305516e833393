import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { HIGHEST_LEVEL, LOWEST_LEVEL, missingAt } from './costs.ts';

const LOW = LOWEST_LEVEL * 100;
const HIGH = HIGHEST_LEVEL * 100;
const NAMED = [50, 60, 70, 80, 90, 95];
/** Names nearer than this to the chosen level would touch its own. */
const ROOM = 6;
const EDGE = 4;

const PERCENT: Intl.NumberFormatOptions = { style: 'unit', unit: 'percent' };

const at = (percent: number) => `${((percent - LOW) / (HIGH - LOW)) * 100}%`;

function anchorOf(percent: number): 'start' | 'middle' | 'end' {
  if (percent < LOW + EDGE) return 'start';
  return percent > HIGH - EDGE ? 'end' : 'middle';
}

interface RuleProps {
  readonly value: number;
  readonly wasted: number;
  onChange(level: number): void;
}

/** The service level as a ruler in percent and in euros of a missing meal. */
export function LevelRule({ value, wasted, onChange }: RuleProps) {
  const { t } = useTranslation();
  const percent = Math.round(value * 100);
  return (
    <Slider
      aria-label={t('accuracy.level')}
      className="levelrule"
      minValue={LOW}
      maxValue={HIGH}
      step={1}
      formatOptions={PERCENT}
      value={percent}
      onChange={(chosen) => onChange(chosen / 100)}
    >
      <SliderTrack className="track">
        <Ruler percent={percent} wasted={wasted} />
        <SliderThumb className="thumb" />
      </SliderTrack>
    </Slider>
  );
}

function Ruler({ percent, wasted }: { readonly percent: number; readonly wasted: number }) {
  const format = useFormat();
  const ticks = Array.from({ length: HIGH - LOW + 1 }, (_, i) => LOW + i);
  const words = (level: number) => format.percent(level / 100);
  const euros = (level: number) => `\u00a0=\u00a0${format.unitCost(missingAt(level / 100, wasted))}`;
  return (
    <svg width="100%" height="46" aria-hidden="true" className="draw">
      <rect y="10" width="100%" height="4" rx="2" fill="var(--line-strong)" />
      <rect y="10" width={at(percent)} height="4" rx="2" fill="var(--accent)" />
      {ticks.map((tick) => (
        <rect key={tick} x={at(tick)} y="18" width="1" height={lengthOf(tick)} fill="var(--c-axis)" />
      ))}
      {NAMED.filter((level) => Math.abs(level - percent) >= ROOM).map((level) => (
        <text key={level} x={at(level)} y="40" textAnchor={anchorOf(level)}>
          {words(level)}
          {level < HIGH && <tspan className="wide">{euros(level)}</tspan>}
        </text>
      ))}
      <text x={at(percent)} y="40" textAnchor={anchorOf(percent)} className="strong">
        {words(percent)}
        {euros(percent)}
      </text>
    </svg>
  );
}

function lengthOf(tick: number): number {
  if (NAMED.includes(tick)) return 8;
  return tick % 5 === 0 ? 5 : 3;
}
