import { forgetOldEdits, recordEdit, StaleEditError, stepEdits, tablesOfEdits } from '../../../db/edits.ts';
import type { Input } from '../../api/contract.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';

/** What no model sees: orders, head counts and purchase orders. */
const orderTables: ReadonlySet<string> = new Set([
  'order_override',
  'order_version',
  'order_sending',
  'roll_call',
  'supplier_order',
  'supplier_order_line',
  'supplier_confirmation',
]);

/** Does what a person asked for, and keeps how to take it back. */
export async function recorded<T>(
  { db, models }: Pick<Context, 'db' | 'models'>,
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly edit?: number }> {
  const { value, edit } = await recordEdit(db, work);
  if (edit === null) {
    return { value };
  }
  models.keeping(db, () => forgetOldEdits(db));
  return { value, edit };
}

export function stepEdit(
  { db, models }: Pick<Context, 'db' | 'models'>,
  { edits, way }: Input<'edits.step'>,
): null {
  const step = () => stepEdits(db, edits, way);
  try {
    if ([...tablesOfEdits(db, edits)].every((table) => orderTables.has(table))) {
      models.keeping(db, step);
    } else {
      step();
    }
    return null;
  } catch (error) {
    throw error instanceof StaleEditError
      ? new ServiceError('refused', (t) => t.errors.staleEdit[way])
      : error;
  }
}
