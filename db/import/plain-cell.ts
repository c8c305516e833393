/**
 * Spreadsheets run a cell that begins with one of these, and some trim blanks or fold full-width forms first (OWASP,
 * "CSV Injection"). The apostrophes before it are those that made a cell safe, or that the text had already.
 */
const formulaStart = /^'*[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/;

/** Would a spreadsheet run this text? */
export const isFormula = (text: string): boolean => formulaStart.test(text);

/** The text behind a cell that an apostrophe keeps from being a formula. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
