import { scopeColumns } from '../../provision/scope.ts';
import { amountLimit, parseAmount, parseLoss, parseUnit } from '../amounts.ts';
import { type ClassField, classFields } from '../field.ts';
import { type Row, refused } from '../row.ts';
import { SeenKeys } from '../seen.ts';
import { dataTables } from '../tables.ts';
import type { OpenKind } from './reader.ts';

/** Names that a warning lists. */
const listedNames = 8;

/** What one guest of each class is served of a dish or food. */
export const openPortions: OpenKind = ({ report, writer, scopeOf }) => {
  const portions = writer(dataTables.portionRule);
  const seen = new SeenKeys();
  const strangers: string[] = [];
  return {
    row(row) {
      const name = row.needed('food');
      const amounts = amountsOf(row);
      const loss = lossOf(row);
      if (name === refused || amounts === refused || loss === refused) {
        return refused;
      }
      const named = scopeOf(name);
      if (named === null) {
        return row.refuse('food', 'unknown-food', {});
      }
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
    values.push(amount === null ? null : amount * written.times);
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
