import type { Portion } from '../../../forecasting/domain/records.ts';
import { scopeColumns } from '../../catalogue/scope.ts';
import { amountLimit, parseAmount, parseLoss, parseUnit } from '../amounts.ts';
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
  return {
    row(row) {
      const named = readNamed(row, scopeOf);
      const amounts = amountsOf(row);
      const loss = lossOf(row);
      if (named === refused || amounts === refused || loss === refused) {
        return refused;
      }
      const { name } = named;
      const { scope_type, scope } = scopeColumns(named.scope);
      const key = [scope_type, scope];
      const otherLine = seen.meet(key.join(' '), row.line);
      const before = portions.find(key);
      const values = [
        scope_type === 'food' ? scope : name,
        amounts.unit,
        ...amounts.values,
        loss ?? before?.[6] ?? 0,
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
      // A list that tells where portions are from does not claim that its defaults are somebody's own.
      if (before === undefined && row.has('origin') && isDefault(defaultPortionOf(named.scope), values)) {
        return 'unchanged';
      }
      return portions.write(key, values);
    },
    end() {
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
  return [portion.unit, M, E, C, A, portion.cookingLoss].every((value, i) => value === values[i]);
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
    const amount = amountOf(row, field);
    if (amount === refused) {
      return refused;
    }
    values.push(amount === null ? null : Math.round(amount * written.times * 1e4) / 1e4);
  }
  const first = classFields.find((field) => row.has(field)) ?? 'unit';
  return values.every((value) => value === null)
    ? row.refuse(first, 'no-amount', {})
    : { unit: written.unit, values };
}

function amountOf(row: Row, field: ClassField): number | null | typeof refused {
  const amount = parseAmount(row.text(field));
  if (amount === 'amount-too-large') {
    return row.refuse(field, amount, { limit: amountLimit });
  }
  // Zero is no portion: the class is not served.
  return typeof amount === 'string' ? row.refuse(field, amount, {}) : amount === 0 ? null : amount;
}

function lossOf(row: Row): number | null | typeof refused {
  const loss = parseLoss(row.text('loss'));
  return loss === 'invalid-loss' ? row.refuse('loss', loss, {}) : loss;
}
