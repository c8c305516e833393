/**
 * Spreadsheets run a cell that begins with one of these, and some trim blanks or fold full-width forms first (OWASP,
 * "CSV Injection"). The apostrophes before it are those that `safeCell` wrote, or that the text had already.
 */
const formulaStart = /^'*[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/;

/** A text as a cell of a CSV file: no formula, and `plainCell` gives it back unchanged. */
export function safeCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text behind a cell that `safeCell` wrote. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell;
}
