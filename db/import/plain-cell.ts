/**
 * Spreadsheets run a cell that begins with one of these, and some trim blanks or fold full-width forms first (OWASP,
 * "CSV Injection"). The apostrophes before it are those that made a cell safe, or that the text had already.
 */
const formulaStart = /^'*[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/;

/** Would a spreadsheet run this text? */
export const isFormula = (text: string): boolean => formulaStart.test(text);

/** ="0012": how a file keeps a spreadsheet from taking a text for a number. */
const quotedText = /^\s*="((?:[^"]|"")*)"\s*$/;

/** What stands between the quotes of ="0012"; any other cell as it is. */
export function unquotedCell(cell: string): string {
  const quoted = quotedText.exec(cell);
  return quoted === null ? cell : (quoted[1] as string).replaceAll('""', '"');
}

/** The text behind a cell that an apostrophe keeps from being a formula. */
export function plainCell(cell: string): string {
  if (quotedText.test(cell)) {
    return unquotedCell(cell);
  }
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Errors of Excel and LibreOffice, in English and French. */
const spreadsheetError =
  /^\s*(#(REF|NAME|NOM|VALUE|VALEUR|DIV\/0|NULL|NUL|NUM|NOMBRE|SPILL|PROPAGATION|CALC|FIELD|BLOCKED)!?\??|Err:\d{3}|#ERR\w*!?)\s*$/i;

/** Why a cell of a spreadsheet has no value; `null`: it has one. */
export function spoiltCell(cell: string): 'formula-without-result' | 'cell-error' | null {
  if (/^\s*=/.test(cell) && !quotedText.test(cell)) {
    return 'formula-without-result';
  }
  return spreadsheetError.test(cell) ? 'cell-error' : null;
}
