import type { DecimalMark } from '../../forecasting/domain/records.ts';

/** The most that a day of one site, or a school, can plausibly hold; more is a slip of the keyboard. */
export const countLimit = 20_000;

export type UnreadableCount =
  | 'invalid-count'
  | 'ambiguous-count'
  | 'negative-count'
  | 'count-not-whole'
  | 'count-too-large';

const whole = /^\d{1,15}$/;
const number = /^([-−+]?)(\d{1,15})(?:[.,](\d+))?$/;
const thousands = /^([-−+]?)(\d{1,3})((?:[ \u00A0\u2009\u202F'’]\d{3})+)(?:[.,](\d+))?$/;
/** As spreadsheets write numbers of narrow columns: 1,2E+02. */
const scientific = /^\d(?:[.,]\d+)?E\+\d\d?$/;
const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'nc', 'nd', '-', '–', '—', '?', '#n/a']);

/** "≈ 45", "(45)", "45 repas", "45*", "env. 45": a number with words that change nothing of it. */
const annotated =
  /^(?:≈|~|±|\+\/-|'|env(?:iron)?\.?|approx\.?|ca\.?)?\s*(\()?\s*([-−+]?\d[\d\s.,'’]*?)\s*(\))?\s*(?:repas|enf(?:ants?)?\.?|[ée]l(?:[èe]ves?)?\.?|couverts?|rationnaires?|convives?|pr[ée]sents?|inscrits?|pers(?:onnes?)?\.?|meals?|children|pupils?|diners?|p\.)?\s*(?:\*+|\?+)?$/iu;
/** "45 + 5 ad.": the adults stand apart. "45 (dont 3 PAI)": part of them, unless it is the adults. */
const apart =
  /\s*(?:\+\s*\d+\s*(?:ad(?:u?ltes?|t)?s?|adults?)\b\.?|\((?:dont|incl\.?|including)\s+\d+\s+(?!ad)[^()]*\))$/iu;

/** The number alone in a cell that says more; `null` when it is no such cell. */
export function annotatedNumber(cell: string): string | null {
  const match = annotated.exec(cell.trim().normalize('NFC').replace(apart, ''));
  const number = match?.[2];
  const isWhole = (match?.[1] === undefined) === (match?.[3] === undefined);
  return number === undefined || !isWhole || number === cell.trim() ? null : number;
}

/**
 * A whole number of meals or children; `null` when the cell says that it is missing. `decimal`: the sign before
 * fractions, when a person or the column says so; then the other one sets thousands apart.
 */
export function parseCount(
  cell: string,
  decimal: DecimalMark | null = null,
): number | null | UnreadableCount {
  if (whole.test(cell)) {
    return limited(Number(cell));
  }
  const trimmed = cell.trim();
  return parseNumber(annotatedNumber(trimmed) ?? trimmed, decimal);
}

function parseNumber(cell: string, decimal: DecimalMark | null): number | null | UnreadableCount {
  const written = scientific.test(cell) ? String(Number(cell.replace(',', '.'))) : cell;
  const text = decimal === null ? written : withoutThousands(written, decimal);
  if (missing.has(text.toLowerCase())) {
    return null;
  }
  const grouped = thousands.exec(text);
  const plain = number.exec(text);
  if (grouped !== null) {
    const [, sign = '', head = '', tail = '', fraction = ''] = grouped;
    return signed(sign, head + tail.replace(/\D/g, ''), fraction, decimal !== null);
  }
  if (plain !== null) {
    const [, sign = '', digits = '', fraction = ''] = plain;
    return signed(sign, digits, fraction, decimal !== null);
  }
  return 'invalid-count';
}

/** "1.234,5" with a decimal comma is 1234,5. */
function withoutThousands(text: string, decimal: DecimalMark): string {
  const groups = decimal === ',' ? /^[-−+]?\d{1,3}(\.\d{3})+(,|$)/ : /^[-−+]?\d{1,3}(,\d{3})+(\.|$)/;
  return groups.test(text) ? text.replaceAll(decimal === ',' ? '.' : ',', '') : text;
}

function signed(sign: string, digits: string, fraction: string, sure: boolean): number | UnreadableCount {
  // "1,234" and "1.234" are a thousand in one country and one point two in the other: never guessed.
  if (fraction.length === 3 && digits.length <= 3 && !sure) {
    return 'ambiguous-count';
  }
  if (/[1-9]/.test(fraction)) {
    return 'count-not-whole';
  }
  const value = Number(digits);
  return sign !== '' && sign !== '+' && value > 0 ? 'negative-count' : limited(value);
}

function limited(value: number): number | UnreadableCount {
  return value > countLimit ? 'count-too-large' : value;
}
