/** The most that a day of one site, or a school, can plausibly hold; more is a slip of the keyboard. */
export const countLimit = 20_000;

export type CountSlip = 'invalid-count' | 'negative-count' | 'count-not-whole' | 'count-too-large';

const whole = /^\d{1,15}$/;
const number = /^([-−+]?)(\d{1,15})(?:[.,](\d+))?$/;
const thousands = /^([-−+]?)(\d{1,3})((?:[ \u00A0\u2009\u202F'’]\d{3})+)(?:[.,](\d+))?$/;
const missing = new Set(['', 'na', 'n/a', 'nan', 'null', 'nc', 'nd', '-', '–', '—', '?', '#n/a']);

/** A whole number of meals or children; `null` when the cell says that it is missing. */
export function parseCount(cell: string): number | null | CountSlip {
  if (whole.test(cell)) {
    return limited(Number(cell));
  }
  const text = cell.trim();
  if (missing.has(text.toLowerCase())) {
    return null;
  }
  const grouped = thousands.exec(text);
  const plain = number.exec(text);
  if (grouped !== null) {
    const [, sign = '', head = '', tail = '', fraction = ''] = grouped;
    return signed(sign, head + tail.replace(/\D/g, ''), fraction);
  }
  if (plain !== null) {
    const [, sign = '', digits = '', fraction = ''] = plain;
    return signed(sign, digits, fraction);
  }
  return 'invalid-count';
}

function signed(sign: string, digits: string, fraction: string): number | CountSlip {
  // "1,234" and "1.234" are a thousand in one country and one point two in the other: never guessed.
  if (fraction.length === 3) {
    return 'invalid-count';
  }
  if (/[1-9]/.test(fraction)) {
    return 'count-not-whole';
  }
  const value = Number(digits);
  return sign !== '' && sign !== '+' && value > 0 ? 'negative-count' : limited(value);
}

function limited(value: number): number | CountSlip {
  return value > countLimit ? 'count-too-large' : value;
}
