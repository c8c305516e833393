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
      if ((isFigure(cell) || beginsDate(cell)) && !isRowCount(cell)) {
        return false;
      }
    }
    return counts.length > 0
      ? counts.every((index) => isNoCount(cells[index] ?? ''))
      : new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size === 1;
  };
}

/** The same of a line without separators, as many exports end; a menu's may be the rest of a dish. */
export function loneNoteTest(table: Table): (cells: readonly string[]) => boolean {
  const isNote = noteTest(table);
  const hasCounts = countFields.some((field) => table.columns.has(field));
  return (cells) => hasCounts && cells.length === 1 && /\p{L}/u.test(cells[0] ?? '') && isNote(cells);
}

const isMenu = (columns: Table['columns']) =>
  (['dish', ...courseFields] as const).some((field) => columns.has(field));

const isFigure = (cell: string) => cell >= '0' && cell < ':';

/** "70 enregistrements", "70 lignes exportées". */
const isRowCount = (cell: string) =>
  /^\s*\d[\d\s.,]*(?:lignes?|enregistrements?|r[ée]sultats?|rows?|records?|results?)(?:\s\p{L}+)*\s*$/iu.test(
    cell,
  );

/** "lundi 32", "32/09": it was to be a date, though it is none. */
const beginsDate = (cell: string) =>
  /^\s*(?:le )?(?:\p{L}+\.?,? ?)?\d/iu.test(cell) || /^\s*#|^\s*=/.test(cell);

const isNoCount = (cell: string) =>
  typeof parseCount(cell) !== 'number' &&
  !/^\s*[-−]?\d/.test(cell) &&
  parseMark(cell) === null &&
  !/^\s*#|^\s*=/.test(cell);
