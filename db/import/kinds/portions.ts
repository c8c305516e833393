import { purchaseFactorBounds } from '../../../forecasting/domain/order-records.ts';
import type { Portion } from '../../../forecasting/domain/records.ts';
import { scopeColumns } from '../../catalogue/scope.ts';
import { amountLimit, parseAmount, parseFactor, parseLoss, parseUnit } from '../amounts.ts';
import { type ClassField, classFields } from '../field.ts';
import type { OpenKind } from '../kind-reader.ts';
import { readNamed } from '../named-scope.ts';
import { type Row, refused } from '../row.ts';
import { ReadKeys } from '../seen.ts';
import { dataTables } from '../tables.ts';
import type { Value } from '../writer.ts';

/** Names that a warning lists. */
const listedNames = 8;

/** What one guest of each class is served of a dish or food. */
export const openPortions: OpenKind = ({ report, writer, scopeOf, defaultPortionOf }) => {
  const portions = writer(dataTables.portionRule);
  const seen = new ReadKeys();
  const strangers: string[] = [];
  const toCheck: string[] = [];
  return {
    row(row) {
      const named = readNamed(row, scopeOf);
      const amounts = amountsOf(row);
      if (named === refused || amounts === refused) {
        return refused;
      }
      const { name } = named;
      const { scope_type, scope } = scopeColumns(named.scope);
      const key = [scope_type, scope];
      const before = portions.find(key);
      const onRecord = (before?.[6] ?? null) as number | null;
      const factor = factorOf(row, amounts.unit, onRecord);
      if (factor === refused) {
        return refused;
      }
      const otherLine = seen.meet(key.join(' '), row.line);
      const values = [
        scope_type === 'food' ? scope : name,
        amounts.unit,
        ...amounts.values,
        factor ?? onRecord,
      ];
      if (otherLine > 0 && values.slice(1).some((value, i) => value !== before?.[i + 1])) {
        const otherValue = (before ?? [])
          .slice(2, 6)
          .map((value) => value ?? '–')
          .join(' / ');
        return row.refuse('food', 'conflicting-rows', { otherLine, otherValue });
      }
      if (!named.known && otherLine === 0) {
        strangers.push(name);
      }
      if (factor !== null && (amounts.unit === 'piece' || !isFactor(factor))) toCheck.push(name);
      // A list that tells where portions are from does not claim that its defaults are somebody's own.
      if (before === undefined && row.has('origin') && isDefault(defaultPortionOf(named.scope), values)) {
        return 'unchanged';
      }
      return portions.write(key, values);
    },
    end() {
      if (toCheck.length > 0) {
        const names = toCheck.slice(0, listedNames);
        const { most } = purchaseFactorBounds;
        report.problem({ level: 'warning' }, 'factors-to-check', { names, count: toCheck.length, most });
      }
      if (strangers.length > 0) {
        const names = strangers.slice(0, listedNames);
        report.problem({ level: 'warning' }, 'dishes-not-on-menus', { names, count: strangers.length });
      }
    },
  };
};

function isDefault(portion: Portion | null, [, ...values]: readonly Value[]): boolean {
  if (portion === null) return false;
  const { M, E, C, A } = portion.amounts;
  return [portion.unit, M, E, C, A, portion.purchaseFactor].every((value, i) => value === values[i]);
}

interface Amounts {
  readonly unit: string;
  /** In the order of the table. */
  readonly values: readonly (number | null)[];
}

function amountsOf(row: Row): Amounts | typeof refused {
  if (row.needed('unit') === refused) {
    return refused;
  }
  const written = parseUnit(row.text('unit'));
  if (written === null) {
    return row.refuse('unit', 'unknown-unit', {});
  }
  const values: (number | null)[] = [];
  for (const field of classFields) {
    const amount = amountOf(row, field, written.times);
    if (amount === refused) {
      return refused;
    }
    values.push(amount);
  }
  const first = classFields.find((field) => row.has(field)) ?? 'unit';
  return values.every((value) => value === null)
    ? row.refuse(first, 'no-amount', {})
    : { unit: written.unit, values };
}

/** In grams, millilitres or pieces: `times` of them are one of the unit that is written. */
function amountOf(row: Row, field: ClassField, times: number): number | null | typeof refused {
  const amount = parseAmount(row.text(field), amountLimit / times);
  if (amount === 'amount-too-large') {
    return row.refuse(field, amount, { limit: amountLimit / times });
  }
  if (typeof amount === 'string') return row.refuse(field, amount, {});
  // Zero is no portion: the class is not served.
  const served = Math.round((amount ?? 0) * times * 1e4) / 1e4;
  return served === 0 ? null : served;
}

const { least, most } = purchaseFactorBounds;
const isFactor = (factor: number) => factor >= least && factor <= most;
/** As a file writes it: a factor that was worked out from a loss has more decimals. */
const written = (factor: number) => Math.round(factor * 1e4);

/**
 * The purchase factor of a row; a cooking loss, as earlier versions wrote it, is one too: 1 ÷ (1 − loss). A loss of 0
 * states nothing: it stood in every row. `onRecord` stays where the file repeats it.
 */
function factorOf(row: Row, unit: string, onRecord: number | null): number | null | typeof refused {
  const loss = parseLoss(row.text('loss'));
  const factor = parseFactor(row.text('factor'));
  if (loss === 'invalid-loss') return row.refuse('loss', loss, {});
  const byLoss = loss === null || loss === 0 ? null : 1 / (1 - loss);
  if (factor === null) return repeats(byLoss, onRecord) ? onRecord : byLoss;
  if (factor !== 'invalid-factor' && repeats(factor, onRecord)) return onRecord;
  if (factor === 'invalid-factor' || !isFactor(factor)) {
    return row.refuse('factor', 'invalid-factor', purchaseFactorBounds);
  }
  if (unit === 'piece') return row.refuse('factor', 'factor-of-pieces', {});
  if (byLoss !== null && Math.abs(byLoss - factor) > 0.01 * factor) {
    return row.refuse('factor', 'factor-against-loss', { byLoss });
  }
  return factor;
}

const repeats = (factor: number | null, onRecord: number | null) =>
  factor !== null && onRecord !== null && written(factor) === written(onRecord);
