import type { ImpactReport, IsoDate } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { html, type Markup } from '../documents/markup.ts';
import { dateInWords, formatSigned } from '../messages/format.ts';

/** Points across and down. */
const plot = { width: 640, height: 196, left: 52, top: 20, bottom: 168 };
const widestBar = 60;

/** A round step so that about four lines stand between the ends. */
function niceStep(span: number): number {
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** Where the part that was measured ends, and the estimated one that stands on it, or across the line from it. */
function endsOf({
  avoided,
  measured,
}: Pick<ImpactReport, 'avoided' | 'measured'>): readonly [measured: number, estimated: number] {
  const estimated = avoided.value - measured;
  return [measured, estimated * measured > 0 ? avoided.value : estimated];
}

/** The last day that was served, up to which the page tells. */
export const lastDayOf = ({ facts, to }: ImpactReport): IsoDate => facts.dates.at(-1)?.date ?? to;

/** The months as bars with their ranges: full where measured, hatched where estimated. */
export function councilBars(report: ImpactReport, { texts, language }: Context): Markup {
  const { months, measured: all, counterfactual } = report;
  const { council } = texts.impact;
  const [least, most] = [
    Math.min(0, ...months.flatMap((month) => [month.avoided.low, ...endsOf(month)])),
    Math.max(1, ...months.flatMap((month) => [month.avoided.high, ...endsOf(month)])),
  ];
  const step = niceStep(most - least);
  const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  const y = (meals: number) =>
    Number((plot.bottom - ((meals - low) / (high - low)) * (plot.bottom - plot.top)).toFixed(2));
  const lines = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
  const room = (plot.width - plot.left) / Math.max(1, months.length);
  const half = Math.min(widestBar, room * 0.5) / 2;
  const bars = months.map(({ month, avoided, measured }, i) => {
    const x = Number((plot.left + room * (i + 0.5)).toFixed(2));
    const [, end] = endsOf({ avoided, measured });
    const part = (from: number, to: number, fill: string) =>
      from === to
        ? null
        : html`<rect x="${x - half}" y="${y(Math.max(from, to))}" width="${2 * half}" height="${Math.abs(y(from) - y(to))}" fill="${fill}" stroke="#000"/>`;
    const parts = [
      part(0, measured, '#000'),
      part(end - avoided.value + measured, end, 'url(#hatch)'),
    ].filter((one) => one !== null);
    const whole = dateInWords(`${month}-01`, language, months.length > 6 ? 'MMM' : 'MMMM');
    const isOpen = report.to.startsWith(month) && months.length <= 6;
    const name = isOpen ? council.until(whole, Number(lastDayOf(report).slice(8))) : whole;
    const whisker = `M${x} ${y(avoided.high)}V${y(avoided.low)}M${x - 4} ${y(avoided.high)}h8M${x - 4} ${y(avoided.low)}h8`;
    return html`${parts}<path d="${whisker}" stroke="#fff" stroke-width="3" fill="none"/><path d="${whisker}" stroke="#000" fill="none"/><text class="strong" x="${x}" y="${y(Math.max(avoided.high, 0)) - 4}" text-anchor="middle">${formatSigned(avoided.value, language).replace('+', '')}</text><text x="${x}" y="${plot.height - 8}" text-anchor="middle">${name}</text>`;
  });
  const grid = lines.map(
    (meals) =>
      html`<line x1="${plot.left}" x2="${plot.width}" y1="${y(meals)}" y2="${y(meals)}" stroke="${meals === 0 ? '#000' : '#ccc'}"/><text x="${plot.left - 7}" y="${y(meals) + 4}" text-anchor="end">${formatSigned(meals, language).replace('+', '')}</text>`,
  );
  const measuredKey = html`<span><svg width="11" height="11"><rect width="11" height="11" fill="#000"/></svg>${council.measured}</span>`;
  const estimatedKey = html`<span><svg width="11" height="11"><rect x=".5" y=".5" width="10" height="10" fill="url(#hatch)" stroke="#000"/></svg>${council.estimated}</span>`;
  const key = [
    all !== 0 || counterfactual === 'measured' ? measuredKey : null,
    counterfactual === 'measured' ? null : estimatedKey,
  ].filter((one) => one !== null);
  return html`<svg width="100%" viewBox="0 0 ${plot.width} ${plot.height}" role="img" aria-label="${council.bars}"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="1.6" height="5" fill="#000"/></pattern></defs>${grid}${bars}</svg>
<div class="key">${key}<span><svg width="9" height="12"><path d="M4.5 1v10M1 1h7M1 11h7" stroke="#000" fill="none"/></svg>${council.range}</span></div>`;
}
