import type {
  FoodScope,
  PackContent,
  PackRule,
  PackSize,
  PortionUnit,
} from '../../forecasting/domain/records.ts';
import type { Database, ReadonlyDatabase } from '../open.ts';
import { type AmountColumns, amountColumns, amountsOf } from './amounts.ts';
import { type ScopeColumns, type Stored, scopeColumns, scopeOf, storedScopeKey } from './scope.ts';
import { listStocks, removeStocks, type StoredStock, saveStocks } from './stocks.ts';

export interface StoredPackRule extends PackRule, Stored {}

interface RuleRow extends ScopeColumns {
  readonly name: string;
  readonly supplier_id: number | null;
  readonly minimum: number;
  readonly keeps: 0 | 1;
  readonly batch: number | null;
}

interface SizeRow extends ScopeColumns, AmountColumns {
  readonly name: string;
  readonly unit: PortionUnit | null;
  readonly amount: number | null;
  readonly price: number | null;
}

function contentOf(row: SizeRow): PackContent {
  return row.unit === null || row.amount === null
    ? { type: 'portions', portions: amountsOf(row) }
    : { type: 'amount', amount: row.amount, unit: row.unit };
}

const sizeOf = (row: SizeRow): PackSize => ({ name: row.name, content: contentOf(row), price: row.price });

function ruleOf(row: RuleRow, sizes: readonly SizeRow[], stocks: readonly StoredStock[]): StoredPackRule {
  const unit = unitOf(sizes[0]);
  return {
    scope: scopeOf(row),
    supplierId: row.supplier_id,
    sizes: sizes.map(sizeOf),
    minimum: row.minimum,
    // What was counted in another unit says nothing of these packs.
    stocks: stocks.filter((one) => one.unit === unit).map(({ place, amount }) => ({ place, amount })),
    keeps: row.keeps === 1,
    name: row.name,
    imported: row.batch !== null,
  };
}

const unitOf = (size: Pick<SizeRow, 'unit'> | undefined) => size?.unit ?? 'portion';

/** Rules of foods after those of dishes, by name; a rule without any size says nothing and is left out. */
export function listPackRules(db: ReadonlyDatabase): readonly StoredPackRule[] {
  const rules = db.prepare('SELECT * FROM pack_rule ORDER BY scope_type, name, scope').all() as RuleRow[];
  const sizes = db.prepare('SELECT * FROM pack_size ORDER BY position, name').all() as SizeRow[];
  const sizesOf = Map.groupBy(sizes, storedScopeKey);
  const stocksOf = Map.groupBy(listStocks(db), storedScopeKey);
  return rules
    .map((row) =>
      ruleOf(row, sizesOf.get(storedScopeKey(row)) ?? [], stocksOf.get(storedScopeKey(row)) ?? []),
    )
    .filter((rule) => rule.sizes.length > 0);
}

/** Forgets the packs of a scope and what is on hand of it, and answers what they were; `null`: there were none. */
export function removePackRule(db: Database, scope: FoodScope): StoredPackRule | null {
  const columns = scopeColumns(scope);
  const where = 'WHERE scope_type = @scope_type AND scope = @scope';
  const sizes = db
    .prepare(`SELECT * FROM pack_size ${where} ORDER BY position, name`)
    .all(columns) as SizeRow[];
  const row = db.prepare(`DELETE FROM pack_rule ${where} RETURNING *`).get(columns) as RuleRow | undefined;
  const stocks = removeStocks(db, columns);
  return row === undefined ? null : ruleOf(row, sizes, stocks);
}

/** Keeps packs typed in by hand in place of what was there; answers what was there. */
export function savePackRule(db: Database, rule: PackRule, name: string): StoredPackRule | null {
  const replaced = removePackRule(db, rule.scope);
  const columns = scopeColumns(rule.scope);
  db.prepare(
    `INSERT INTO pack_rule (scope_type, scope, name, supplier_id, minimum, keeps)
     VALUES (@scope_type, @scope, @name, @supplier_id, @minimum, @keeps)`,
  ).run({
    ...columns,
    name,
    supplier_id: rule.supplierId,
    minimum: rule.minimum,
    keeps: rule.keeps ? 1 : 0,
  });
  const insert = db.prepare(
    `INSERT INTO pack_size
       (scope_type, scope, name, position, unit, amount, maternelle, elementaire, college, adult, price)
     VALUES (@scope_type, @scope, @name, @position, @unit, @amount, @maternelle, @elementaire, @college, @adult, @price)`,
  );
  for (const [i, size] of rule.sizes.entries()) {
    insert.run({ ...columns, ...sizeColumns(size), position: i + 1 });
  }
  const [first] = rule.sizes;
  saveStocks(db, columns, unitOf(first && sizeColumns(first)), rule.stocks);
  return replaced;
}

function sizeColumns({ name, content, price }: PackSize) {
  const nobody = { M: null, E: null, C: null, A: null };
  return content.type === 'amount'
    ? { ...amountColumns(nobody), name, price, unit: content.unit, amount: content.amount }
    : { ...amountColumns(content.portions), name, price, unit: null, amount: null };
}
