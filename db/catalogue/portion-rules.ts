import type { FoodScope, PortionRule, PortionUnit } from '../../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';
import { type AmountColumns, amountColumns, amountsOf } from './amounts.ts';
import { type ScopeColumns, type Stored, scopeColumns, scopeOf } from './scope.ts';

export interface StoredPortionRule extends PortionRule, Stored {}

interface Row extends ScopeColumns, AmountColumns {
  readonly name: string;
  readonly unit: PortionUnit;
  readonly purchase_factor: number | null;
  readonly batch: number | null;
}

const ruleOf = (row: Row): StoredPortionRule => ({
  scope: scopeOf(row),
  portion: { unit: row.unit, amounts: amountsOf(row), purchaseFactor: row.purchase_factor },
  name: row.name,
  imported: row.batch !== null,
});

/** Rules of foods after those of dishes, by name. */
export function listPortionRules(db: ReadonlyDatabase): readonly StoredPortionRule[] {
  const rows = db.prepare('SELECT * FROM portion_rule ORDER BY scope_type, name, scope').all() as Row[];
  return rows.map(ruleOf);
}

/** Forgets the rule of a scope and answers what it was; `null`: there was none. */
export function removePortionRule(db: Database, scope: FoodScope): StoredPortionRule | null {
  const row = db
    .prepare('DELETE FROM portion_rule WHERE scope_type = @scope_type AND scope = @scope RETURNING *')
    .get(scopeColumns(scope)) as Row | undefined;
  return row === undefined ? null : ruleOf(row);
}

/** Keeps a rule typed in by hand in place of what was there; answers what was there. */
export function savePortionRule(
  db: Database,
  { scope, portion }: PortionRule,
  name: string,
): StoredPortionRule | null {
  const replaced = removePortionRule(db, scope);
  db.prepare(
    `INSERT INTO portion_rule (scope_type, scope, name, unit, maternelle, elementaire, college, adult,
       purchase_factor)
     VALUES (@scope_type, @scope, @name, @unit, @maternelle, @elementaire, @college, @adult,
       @purchase_factor)`,
  ).run({
    ...scopeColumns(scope),
    ...amountColumns(portion.amounts),
    name,
    unit: portion.unit,
    purchase_factor: portion.purchaseFactor,
  });
  return replaced;
}
