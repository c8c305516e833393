import type { UsualMeals } from '../../../electron/api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const WIDTH = 312;
const LABELS = 118;
const ROW = 24;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000];

/** The meals usually served under a name, above those of the sites most like it: do they look the same? */
export function RangeFigure(props: { readonly ranges: readonly UsualMeals[] }) {
  const { ranges } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  const step = STEPS.find((each) => (high - low) / each <= 4) ?? 10_000;
  const [from, to] = [Math.floor(low / step) * step, (Math.floor(high / step) + 1) * step];
  const x = (meals: number) => LABELS + ((meals - from) / (to - from)) * (WIDTH - LABELS - 16);
  const ticks = Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
  const bottom = ranges.length * ROW;
  const nameOf = (range: UsualMeals) => range.site ?? t('reading.inFile');
  const words = ranges.map((range) =>
    t('reading.usual', { name: nameOf(range), low: format.count(range.low), high: format.count(range.high) }),
  );
  return (
    <svg
      className="ranges"
      width={WIDTH}
      height={bottom + 18}
      role="img"
      aria-label={t('reading.usualMeals', { ranges: words.join(', ') })}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={bottom} />
          <text x={x(tick)} y={bottom + 13} textAnchor="middle">
            {format.count(tick)}
          </text>
        </g>
      ))}
      {ranges.map((range, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sites may bear one name; the list never changes.
        <g key={i} className={range.site === null ? 'own' : undefined}>
          <text x={0} y={i * ROW + 16} className="who">
            {short(nameOf(range))}
          </text>
          <rect
            x={x(range.low)}
            width={Math.max(2, x(range.high) - x(range.low))}
            y={i * ROW + 8}
            height={8}
          />
          <rect className="middle" x={x(range.median) - 1} width={2} y={i * ROW + 5} height={14} />
        </g>
      ))}
    </svg>
  );
}

const short = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name);
