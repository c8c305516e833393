import { parseCount } from './counts.ts';
import { courseFields, type TableField } from './field.ts';
import type { Table } from './table.ts';
import { parseMark } from './understand/words.ts';

const countFields: readonly TableField[] = [
  'served',
  'staff',
  'prepared',
  'left',
  'discarded',
  'children',
  'absent',
];

/**
 * Tells lines that say nothing of a day: "Édité le …", a signature, a legend. In a table of counts they have neither
 * a date nor a count; in another one they are a single cell that begins no date.
 */
export function noteTest({ shape, columns }: Table): (cells: readonly string[]) => boolean {
  const indicesOf = (fields: readonly TableField[]): readonly number[] => {
    const ofSlices = shape?.slices.flatMap(({ cells }) => fields.flatMap((field) => cells.get(field) ?? []));
    return [...new Set(ofSlices ?? fields.flatMap((field) => columns.get(field) ?? []))];
  };
  const dates = indicesOf(['date']);
  const counts = indicesOf(countFields);
  if (dates.length === 0 || (counts.length === 0 && !isMenu(columns))) {
    return () => false;
  }
  return (cells) => {
    // Most lines begin their date with a figure: nothing else of them is looked at.
    for (const index of dates) {
      const cell = cells[index] ?? '';
      if (isFigure(cell) || beginsDate(cell)) {
        return false;
      }
    }
    return counts.length > 0
      ? counts.every((index) => isNoCount(cells[index] ?? ''))
      : new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size === 1;
  };
}

const isMenu = (columns: Table['columns']) =>
  (['dish', ...courseFields] as const).some((field) => columns.has(field));

const isFigure = (cell: string) => cell >= '0' && cell < ':';

/** "lundi 32", "32/09": it was to be a date, though it is none. */
const beginsDate = (cell: string) =>
  /^\s*(?:le )?(?:\p{L}+\.?,? ?)?\d/iu.test(cell) || /^\s*#|^\s*=/.test(cell);

const isNoCount = (cell: string) =>
  typeof parseCount(cell) !== 'number' &&
  !/^\s*[-−]?\d/.test(cell) &&
  parseMark(cell) === null &&
  !/^\s*#|^\s*=/.test(cell);
