import type { CellObject } from 'write-excel-file/node';
import { withoutHidden } from '../../../db/fold.ts';
import { isFormula } from '../../../db/import/plain-cell.ts';

export { plainCell } from '../../../db/import/plain-cell.ts';

/** A text as a cell of a CSV file: no formula and nothing unseen, and `plainCell` gives back what is seen of it. */
export function safeCell(text: string): string {
  const shown = withoutHidden(text);
  return isFormula(shown) ? `'${shown}` : shown;
}

/** Of workbooks: where none is named, a spreadsheet program takes another one for each kind of cell. */
export const workbookFont = { fontFamily: 'Calibri', fontSize: 11 } as const;

type Style = Omit<CellObject, 'value' | 'type'>;

/** A text as a cell of a workbook, typed as a text: Excel runs none of them. */
export const textCell = (text: string, style: Style = {}): CellObject => ({
  ...style,
  value: withoutHidden(text),
  type: String,
});
