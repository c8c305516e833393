import type { FoodScope } from '../../../forecasting/domain/records.ts';
import { type ScopeColumns, scopeColumns } from '../../catalogue/scope.ts';
import { fold } from '../../fold.ts';
import type { ReadonlyDatabase } from '../../open.ts';
import { numberOf } from '../../scalar.ts';
import type { FileReportBuilder } from '../file-report.ts';
import type { ImportTarget } from '../kind-reader.ts';
import type { ProblemCode, ProblemParams } from '../problem.ts';
import { dataTables } from '../tables.ts';
import type { Writer, Written } from '../writer.ts';
import type { PackRow } from './pack-row.ts';

/** Sizes that may be mixed in one order. */
const mostSizes = 12;

/** The lines of one product. */
export interface PackGroup {
  readonly scope: FoodScope;
  /** As its first line writes it. */
  readonly name: string;
  readonly rows: PackRow[];
}

interface StoredSize {
  readonly name: string;
  readonly position: number;
  readonly unit: PackRow['unit'];
  readonly price: number | null;
}

interface StoredRule {
  readonly name: string;
  readonly supplier: string | null;
  readonly minimum: number;
  readonly keeps: 0 | 1;
}

/** What all lines of a product say together. */
interface StoredDecision {
  readonly supplier: string | undefined;
  readonly minimum: number | null | undefined;
  readonly keeps: 0 | 1 | null;
}

/** Writes the packs of one product after the other. */
export class PackWriter {
  readonly suppliersMade: string[] = [];
  /** Packs that the file leaves out. */
  readonly kept: string[] = [];
  readonly #db: ReadonlyDatabase;
  readonly #report: FileReportBuilder;
  readonly #target: ImportTarget;
  readonly #suppliers: Writer;
  readonly #rules: Writer;
  readonly #sizes: Writer;

  constructor(target: ImportTarget) {
    this.#db = target.db;
    this.#report = target.report;
    this.#target = target;
    this.#suppliers = target.writer(dataTables.supplier);
    this.#rules = target.writer(dataTables.packRule);
    this.#sizes = target.writer(dataTables.packSize);
  }

  write(group: PackGroup): void {
    const columns = scopeColumns(group.scope);
    const stored = this.#storedSizes(columns);
    const rows = this.#sound(group, stored);
    const [first, ...others] = rows;
    if (first === undefined) return;
    const rule = this.#writeRule(group, columns, saidBy(rows));
    const own = new Set(rows.map(({ size }) => fold(size)));
    this.kept.push(
      ...stored.filter(({ name }) => !own.has(fold(name))).map(({ name }) => `${group.name} – ${name}`),
    );
    let position = Math.max(0, ...stored.map((size) => size.position));
    for (const row of [first, ...others]) {
      const before = stored.find(({ name }) => fold(name) === fold(row.size));
      const at = before?.position ?? ++position;
      const written = this.#writeSize(columns, row, before, at);
      // What changed of all packs of a product is told at its first line.
      this.#report.count(row === first && written === 'unchanged' ? updatedBy(rule) : written);
    }
  }

  #writeSize(columns: ScopeColumns, row: PackRow, before: StoredSize | undefined, position: number): Written {
    const { size, unit, content, price } = row;
    const key = [columns.scope_type, columns.scope, before?.name ?? size];
    return this.#sizes.write(key, [
      position,
      unit,
      ...content,
      price === undefined ? (before?.price ?? null) : price,
    ]);
  }

  #writeRule({ name, scope }: PackGroup, columns: ScopeColumns, said: StoredDecision): Written {
    const before = this.#db
      .prepare(
        `SELECT r.name, s.name AS supplier, r.minimum, r.keeps
         FROM pack_rule r LEFT JOIN supplier s ON s.id = r.supplier_id WHERE r.scope_type = ? AND r.scope = ?`,
      )
      .get(columns.scope_type, columns.scope) as StoredRule | undefined;
    const supplier = said.supplier ?? before?.supplier ?? '';
    return this.#rules.write(
      [columns.scope_type, columns.scope],
      [
        scope.type === 'food' ? scope.food : name,
        supplier === '' ? null : this.#supplierId(supplier),
        said.minimum === undefined ? (before?.minimum ?? 0) : (said.minimum ?? 0),
        said.keeps ?? before?.keeps ?? 0,
      ],
    );
  }

  /** A supplier that nobody named before is a new one, without a deadline of its own. */
  #supplierId(name: string): number {
    const folded = fold(name);
    if (this.#suppliers.find([folded]) === undefined) {
      this.#suppliers.write([folded], [name, null]);
      this.suppliersMade.push(name);
    }
    return numberOf(this.#db.prepare('SELECT id FROM supplier WHERE folded = ?').pluck(), folded);
  }

  #storedSizes({ scope_type, scope }: ScopeColumns): readonly StoredSize[] {
    return this.#db
      .prepare('SELECT name, position, unit, price FROM pack_size WHERE scope_type = ? AND scope = ?')
      .all(scope_type, scope) as StoredSize[];
  }

  /** The lines that can be kept together; of the others it is told why not. */
  #sound({ scope, rows }: PackGroup, stored: readonly StoredSize[]): readonly PackRow[] {
    const named = new Set(rows.map(({ size }) => fold(size)));
    const others = stored.filter(({ name }) => !named.has(fold(name)));
    const portion = this.#target.portionUnitOf(scope);
    const kept: PackRow[] = [];
    for (const row of rows) {
      const [first] = kept;
      const same = kept.find(({ size }) => fold(size) === fold(row.size));
      const elsewhere = others.filter(({ unit }) => unit !== row.unit).map(({ name }) => name);
      if (row.unit !== null && portion !== null && portion !== row.unit) {
        this.#refuse(row, 'unit', 'other-unit', { portion, pack: row.unit });
      } else if (first !== undefined && first.unit !== row.unit) {
        this.#refuse(row, 'unit', 'mixed-contents', { otherLine: first.line });
      } else if (elsewhere.length > 0) {
        this.#refuse(row, 'unit', 'other-packs', { names: elsewhere });
      } else if (same === undefined && others.length + kept.length >= mostSizes) {
        this.#refuse(row, 'size', 'too-many-sizes', { most: mostSizes });
      } else if (!this.#contradicts(row, kept)) {
        if (same === undefined) kept.push(row);
        else this.#repeat(row, same);
      }
    }
    return kept;
  }

  /** The same pack twice: once more the same, or another one under its name. */
  #repeat(row: PackRow, same: PackRow): void {
    const text = ({ unit, content, price }: PackRow) =>
      [unit, ...content, price].filter((part) => part !== null && part !== undefined).join(' ');
    if (text(row) === text(same)) this.#report.count('unchanged');
    else this.#conflict(row, 'size', same.line, text(same));
  }

  /** What is said of all packs of a product is said once, or every time alike. */
  #contradicts(row: PackRow, kept: readonly PackRow[]): boolean {
    for (const field of ['supplier', 'minimum', 'keeps'] as const) {
      const said = row[field];
      const other = kept.find((one) => isSaid(one[field]));
      if (isSaid(said) && other !== undefined && fold(String(other[field])) !== fold(String(said))) {
        this.#conflict(row, field, other.line, String(other.places[field].value ?? ''));
        return true;
      }
    }
    return false;
  }

  #conflict(row: PackRow, field: keyof PackRow['places'], otherLine: number, otherValue: string): void {
    this.#refuse(row, field, 'conflicting-rows', { otherLine, otherValue });
  }

  #refuse<Code extends ProblemCode>(
    row: PackRow,
    field: keyof PackRow['places'],
    code: Code,
    params: ProblemParams[Code],
  ): void {
    this.#report.problem({ ...row.places[field], level: 'refused' }, code, params);
    this.#report.count('refused');
  }
}

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== '';

const updatedBy = (rule: Written): Written => (rule === 'unchanged' ? 'unchanged' : 'updated');

/** The first line that says something; where there is a column and no line says anything, that is said. */
function saidBy(rows: readonly PackRow[]): StoredDecision {
  const of = <F extends 'supplier' | 'minimum'>(field: F): PackRow[F] =>
    (rows.find((row) => isSaid(row[field])) ?? rows[0])?.[field] as PackRow[F];
  return {
    supplier: of('supplier'),
    minimum: of('minimum'),
    keeps: rows.find(({ keeps }) => keeps !== null)?.keeps ?? null,
  };
}
