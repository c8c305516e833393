import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const WIDTH = 372;
const HEIGHT = 296;
const BOX = { x: 40, y: 96, width: 292, height: 116 };
const GAUGE_Y = BOX.y + 84;
/** The example of the figure: a site of 160 places. */
const EXAMPLE = { start: 48, low: 129, high: 145, order: 142, places: 160 };

const at = (meals: number) =>
  BOX.x + 24 + ((meals - EXAMPLE.start) / (EXAMPLE.places - EXAMPLE.start)) * (BOX.width - 48);

/** How to read a cell of the week: the first thing a newcomer needs. */
export function Anatomy() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <figure className="anatomy">
      <figcaption>{t('first.anatomy')}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('first.anatomyLabel')}
        className="draw"
      >
        <rect
          x={BOX.x}
          y={BOX.y}
          width={BOX.width}
          height={BOX.height}
          fill="var(--surface)"
          stroke="var(--line-strong)"
        />
        <text x={BOX.x + 24} y={BOX.y + 56} className="order">
          {format.count(EXAMPLE.order)}
        </text>
        <text x={BOX.x + 128} y={BOX.y + 54} className="range">
          {format.count(EXAMPLE.low)}–{format.count(EXAMPLE.high)}
        </text>
        <ExampleGauge />
        <Callout x={BOX.x + 64} from={BOX.y + 14} to={BOX.y - 26} />
        <Words
          x={BOX.x + 64}
          y={BOX.y - 50}
          anchor="middle"
          strong={t('first.order')}
          hint={t('first.orderHint')}
        />
        <Callout x={BOX.x + 178} from={BOX.y + 30} to={BOX.y - 26} />
        <Words
          x={BOX.x + 178}
          y={BOX.y - 50}
          anchor="middle"
          strong={t('first.range')}
          hint={t('first.rangeHint')}
        />
        <Callout x={at(137)} from={GAUGE_Y + 9} to={BOX.y + 150} />
        <Words
          x={at(137) + 6}
          y={BOX.y + 168}
          anchor="end"
          strong={t('first.gauge')}
          hint={t('first.gaugeHint')}
        />
        <Callout x={at(EXAMPLE.places) - 1} from={GAUGE_Y + 13} to={BOX.y + 150} />
        <Words
          x={at(EXAMPLE.places) + 24}
          y={BOX.y + 168}
          anchor="end"
          strong={format.count(EXAMPLE.places)}
          hint={t('first.places')}
        />
      </svg>
    </figure>
  );
}

function ExampleGauge() {
  return (
    <>
      <rect x={at(EXAMPLE.start)} y={GAUGE_Y - 2} width={BOX.width - 48} height="4" fill="var(--c-grid)" />
      <rect
        x={at(EXAMPLE.low)}
        width={at(EXAMPLE.high) - at(EXAMPLE.low)}
        y={GAUGE_Y - 7}
        height="14"
        fill="var(--c-band)"
      />
      <rect x={at(EXAMPLE.order) - 2} width="4" y={GAUGE_Y - 11} height="22" fill="var(--c-model)" />
      <rect x={at(EXAMPLE.places) - 1.5} width="1.5" y={GAUGE_Y - 11} height="22" fill="var(--c-axis)" />
    </>
  );
}

function Callout(props: { readonly x: number; readonly from: number; readonly to: number }) {
  return <path d={`M${props.x} ${props.from}V${props.to}`} stroke="var(--ink-3)" strokeWidth="1" />;
}

interface WordsProps {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'end';
  readonly strong: string;
  readonly hint: string;
}

function Words({ x, y, anchor, strong, hint }: WordsProps) {
  return (
    <>
      <text x={x} y={y} textAnchor={anchor} className="strong">
        {strong}
      </text>
      <text x={x} y={y + 16} textAnchor={anchor} className="cap">
        {hint}
      </text>
    </>
  );
}
