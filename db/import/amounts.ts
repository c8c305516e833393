import type { PortionUnit } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';

/** More in one portion is a slip. */
export const amountLimit = 10_000;

const missing = new Set(['', '-', '–', '—', 'NA', 'N/A', 'NC', 'ND', '?']);
const number = /^([-−+]?)(\d{1,9})(?:[.,](\d{1,4}))?$/;

export type AmountSlip = 'invalid-amount' | 'negative-amount' | 'amount-too-large';

/** An amount with a decimal comma or point; `null` when the cell says that there is none. */
export function parseAmount(cell: string, limit = amountLimit): number | null | AmountSlip {
  const text = cell.trim();
  if (missing.has(text.toUpperCase())) {
    return null;
  }
  const found = number.exec(text);
  if (found === null) {
    return 'invalid-amount';
  }
  const [, sign = '', digits = '', fraction = ''] = found;
  const value = Number(`${digits}.${fraction}`);
  if (value > 0 && /[-−]/.test(sign)) {
    return 'negative-amount';
  }
  return value > limit ? 'amount-too-large' : value;
}

/** A share of 0 to 0.9 from "15 %", "15" or "0,15": what is under 1 is a share, the rest a percentage. */
export function parseLoss(cell: string): number | null | 'invalid-loss' {
  const percent = /%\s*$/.test(cell);
  const value = parseAmount(cell.replace(/[\s\u00A0\u202F]*%\s*$/, ''));
  if (value === null || typeof value === 'string') {
    return value === null ? null : 'invalid-loss';
  }
  const share = percent || value >= 1 ? value / 100 : value;
  return share <= 0.9 ? share : 'invalid-loss';
}

/** A purchase factor with a decimal comma or point; a unit or a percentage is none. */
export function parseFactor(cell: string): number | null | 'invalid-factor' {
  const value = parseAmount(cell.replace(/^[×x*]\s*/i, ''));
  return typeof value === 'string' ? 'invalid-factor' : value;
}

interface WrittenUnit {
  readonly unit: PortionUnit;
  /** How many of `unit` the written one is. */
  readonly times: number;
}

const units: readonly (readonly [RegExp, WrittenUnit])[] = [
  [/^(G|GR|GRS|GRAMMES?|GRAMS?)$/, { unit: 'g', times: 1 }],
  [/^(KG|KGS|KILOS?|KILOGRAMMES?)$/, { unit: 'g', times: 1_000 }],
  [/^(ML|MILLILITRES?)$/, { unit: 'ml', times: 1 }],
  [/^(CL|CENTILITRES?)$/, { unit: 'ml', times: 10 }],
  [/^(L|LITRES?)$/, { unit: 'ml', times: 1_000 }],
  [/^(U|UN|PCE|PCES|PC|PCS|PIECES?|UNITES?|UNITS?)$/, { unit: 'piece', times: 1 }],
];

export function parseUnit(cell: string): WrittenUnit | null {
  const folded = fold(cell).replace(/[^A-Z]/g, '');
  return units.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
