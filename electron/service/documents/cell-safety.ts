import { isFormula } from '../../../db/import/plain-cell.ts';

export { plainCell } from '../../../db/import/plain-cell.ts';

/** A text as a cell of a CSV file: no formula, and `plainCell` gives it back unchanged. */
export const safeCell = (text: string): string => (isFormula(text) ? `'${text}` : text);
