import { useEffect, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { levelInDays } from '../../electron/api/level-in-days.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { TermHelp } from './term-help.tsx';

const LOW = 50;
const HIGH = 95;
const WIDTH = 116;

const at = (percent: number) => ((percent - LOW) / (HIGH - LOW)) * WIDTH;

function Scale(props: { readonly percent: number }) {
  const ticks = Array.from({ length: 10 }, (_, i) => LOW + i * 5);
  return (
    <svg width={WIDTH} height="18" aria-hidden="true" className="draw">
      <rect y="5" width={WIDTH} height="3" rx="1.5" fill="var(--line-strong)" />
      <rect y="5" width={at(props.percent)} height="3" rx="1.5" fill="var(--accent)" />
      {ticks.map((tick) => {
        const long = tick % 10 === 0;
        return (
          <rect
            key={tick}
            x={at(tick) - 0.5}
            y={long ? 9 : 11}
            width="1"
            height={long ? 6 : 4}
            fill="var(--c-axis)"
          />
        );
      })}
    </svg>
  );
}

interface LevelSliderProps {
  /** Share of days, 0.50 to 0.95. */
  readonly value: number;
  /** The name stands beside it already. */
  readonly bare?: boolean;
  /** Why it can change nothing; absent: it can. */
  readonly still?: string;
  /** Told at each step of the hand. */
  onShow?(value: number): void;
  /** Told once the hand lets go. */
  onChange(value: number): void;
}

/** The share of days without a missing meal: the gauge as a slider. */
export function LevelSlider({ value, bare, still, onShow, onChange }: LevelSliderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const settled = Math.round(value * 100);
  const [percent, setPercent] = useState(settled);
  useEffect(() => setPercent(settled), [settled]);
  return (
    <span className={still ? 'level still' : 'level'} title={still}>
      {!bare && (
        <>
          <span>{t('week.level')}</span>
          <TermHelp name="level" />
        </>
      )}
      <Slider
        aria-label={t('week.level')}
        className="scale"
        minValue={LOW}
        maxValue={HIGH}
        step={1}
        isDisabled={still !== undefined}
        value={percent}
        onChange={(step) => {
          setPercent(step);
          onShow?.(step / 100);
        }}
        onChangeEnd={(step) => onChange(step / 100)}
      >
        <SliderTrack className="scale">
          <Scale percent={percent} />
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
      <output>{format.percent(percent / 100)}</output>
      <span className="mute wide">{t('week.days', { ...levelInDays(percent / 100) })}</span>
    </span>
  );
}
