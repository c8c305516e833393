import { type Density, lineHeight, linesOf, textHeight } from './fit.ts';
import { html, type Markup } from './markup.ts';

/** What stands in a cell: a figure, then small lines under it; packs of two sizes stand side by side with their counts. */
export interface DishCell {
  readonly figure: string | null;
  readonly under: readonly string[];
  readonly packs?: readonly { readonly count: string; readonly size: string }[];
  readonly tint?: boolean;
  /** A box to write in. */
  readonly write?: boolean;
}

export interface DishCells {
  /** “Plat, au choix”; empty: no line. */
  readonly course: string;
  readonly dish: string;
  readonly cells: readonly DishCell[];
}

/** Widths in mm of the column of the dishes and of each cell. */
export interface DishColumns {
  readonly dish: number;
  readonly cells: readonly number[];
}

interface Type {
  readonly course: number;
  readonly dish: number;
  readonly figure: number;
  readonly small: number;
  readonly padding: number;
  readonly least: number;
}

type Types = Readonly<Record<Density, Type>>;

/** The sizes of kitchen-style.ts: points, and millimetres for paddings and heights. */
const kitchenTypes: Types = {
  roomy: { course: 10, dish: 14, figure: 17, small: 8.6, padding: 4.1, least: 18.5 },
  normal: { course: 8.8, dish: 12.5, figure: 17, small: 8.6, padding: 3.6, least: 14 },
  dense: { course: 8.4, dish: 11.5, figure: 15, small: 8.4, padding: 1.8, least: 10.5 },
};

/** The sizes of sheet-style.ts, for the sheet of a site that has no portions. */
export const siteTypes: Types = {
  roomy: { course: 10, dish: 15, figure: 23, small: 9, padding: 4.3, least: 18.5 },
  normal: { course: 8.8, dish: 12.5, figure: 17, small: 9, padding: 3.6, least: 14 },
  dense: { course: 8.4, dish: 12, figure: 17, small: 9, padding: 2.4, least: 12 },
};

/** The air between the text of two columns. */
export const columnAir = 2;
const packPoints = 12.5;
/** Figures of more characters than this take a smaller type, so that they stay in their column. */
const longFigure = 5;

/** Millimetres that the rows take at most. */
export function rowsHeight(
  lines: readonly DishCells[],
  columns: DishColumns,
  density: Density,
  types: Types = kitchenTypes,
): number {
  return lines.reduce((sum, line) => sum + lineRoom(line, columns, types[density]), 0);
}

function lineRoom({ course, dish, cells }: DishCells, columns: DishColumns, type: Type): number {
  const name = textHeight(dish, type.dish, 1.15, columns.dish - columnAir, 'bold');
  const label = course === '' ? 0 : lineHeight(type.course) + 0.3;
  const highest = cells.map((cell, i) => cellRoom(cell, (columns.cells[i] ?? 20) - columnAir, type));
  return Math.max(type.least, type.padding + 0.2 + Math.max(label + name, ...highest));
}

function cellRoom({ figure, under, packs = [] }: DishCell, width: number, type: Type): number {
  const small = under.reduce((sum, text) => sum + linesOf(text, type.small, width, 'regular'), 0);
  const sizes = packs.reduce(
    (sum, { count, size }) => sum + linesOf(`${count} ${size}`, 10.5, width, 'bold'),
    0,
  );
  return (
    (figure === null ? 0 : lineHeight(type.figure, 1.1)) +
    small * lineHeight(type.small) +
    sizes * lineHeight(packPoints)
  );
}

export function dishRow({ course, dish, cells }: DishCells): Markup {
  const label = course === '' ? null : html`<span class="course">${course}</span>`;
  return html`<tr><th scope="row">${label}${dish === '' ? null : html`<span class="dish">${dish}</span>`}</th>${cells.map(dishCell)}</tr>
`;
}

/** Before the amount in a pack at the end of its name: “2,5 kg” stays on one line. */
const amountAtEnd = /(?<![\d,.])(?=[\d,.]+\s?\p{L}{1,2}$)/u;

function packLine({ count, size }: { readonly count: string; readonly size: string }): Markup {
  const [name = '', amount] = size.split(amountAtEnd);
  const whole = amount === undefined ? null : html`<span class="amount">${amount}</span>`;
  return html`<span class="pack"><b>${count}</b> ${name}${whole}</span>`;
}

export function dishCell({ figure, under, packs = [], tint, write }: DishCell): Markup {
  const kind = tint ? html` class="tint"` : write ? html` class="write"` : null;
  const big =
    figure === null
      ? null
      : figure.length > longFigure
        ? html`<b class="tight">${figure}</b>`
        : html`<b>${figure}</b>`;
  return html`<td${kind}>${big}${packs.map(packLine)}${under.map((text) => html`<small>${text}</small>`)}</td>`;
}

export const emptyCell: DishCell = { figure: null, under: ['–'] };
export const writeCell: DishCell = { figure: null, under: [], write: true };
