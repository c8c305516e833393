interface ValueAxisProps {
  y(value: number): number;
  readonly ticks: readonly number[];
  readonly left: number;
  readonly right: number;
  label(tick: number): string;
}

/** Lines across a drawing, each with its number; that of zero is the base line. */
export function ValueAxis({ y, ticks, left, right, label }: ValueAxisProps) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line
        x1={left}
        x2={right}
        y1={y(tick)}
        y2={y(tick)}
        stroke={tick === 0 ? 'var(--c-axis)' : 'var(--c-grid)'}
      />
      <text x={left - 7} y={y(tick) + 4} textAnchor="end">
        {label(tick)}
      </text>
    </g>
  ));
}
