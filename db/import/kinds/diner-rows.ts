import type { AgeClass } from '../../../forecasting/domain/records.ts';
import { type ClassField, classFields } from '../field.ts';
import type { FileReportBuilder } from '../file-report.ts';
import { type Row, refused } from '../row.ts';
import type { Value, Writer, Written } from '../writer.ts';

type Counts = ReadonlyMap<ClassField, number>;

export interface DinersOfRow {
  /** The children in one. */
  readonly served: number | null;
  readonly diners: Counts;
}

const none: Counts = new Map();
const classOf: Readonly<Record<ClassField, AgeClass>> = {
  maternelle: 'M',
  elementaire: 'E',
  college: 'C',
  adult: 'A',
};

/**
 * What rows of attendance say beside the children in one: children by class, adults, and a total of either. Classes are
 * kept where they add up to the children; a total that does not agree is told, and the parts count.
 */
export class DinerRows {
  readonly #writer: Writer;
  readonly #report: FileReportBuilder;
  readonly #classes = new Set<AgeClass>();
  #classRows = 0;
  #adultRows = 0;
  #leftOut = 0;

  constructor(writer: Writer, report: FileReportBuilder) {
    this.#writer = writer;
    this.#report = report;
  }

  /** `served`: what the row says of the children in one. */
  read(row: Row, served: number | null): DinersOfRow | typeof refused {
    const fields = classFields.filter((field) => row.has(field));
    if (fields.length === 0 && !row.has('total') && !row.has('covers')) return { served, diners: none };
    const diners = new Map<ClassField, number>();
    for (const field of fields) {
      const count = row.count(field);
      if (count === refused) return refused;
      if (count !== null) diners.set(field, count);
    }
    const total = row.count('total');
    const covers = row.count('covers');
    if (total === refused || covers === refused) return refused;
    const adults = diners.get('adult') ?? 0;
    const whole = total ?? (covers === null ? null : covers - adults);
    const parts = this.#partsOf(diners);
    const counted = served ?? parts;
    const isPartly = fields.some((field) => field !== 'adult' && !diners.has(field));
    if (counted === null || whole === null || whole === counted) {
      return this.#settle(row, counted ?? (whole === null || whole < 0 ? null : whole), diners, parts);
    }
    if (isPartly && whole > counted) return this.#settle(row, whole, diners, parts);
    const said = total === null ? { total: covers ?? 0, parts: counted + adults } : { total, parts: counted };
    this.#differs(row, total === null ? 'covers' : 'total', said);
    return this.#settle(row, counted, diners, parts);
  }

  #partsOf(diners: Counts): number | null {
    const own = [...diners].filter(([field]) => field !== 'adult');
    return own.length === 0 ? null : own.reduce((sum, [, count]) => sum + count, 0);
  }

  /** Classes that do not add up to the children are not kept. */
  #settle(row: Row, served: number | null, diners: Counts, parts: number | null): DinersOfRow {
    if (parts === null || parts === served) return { served, diners };
    const columns = classFields.filter((field) => field !== 'adult' && row.has(field));
    if (served !== null && columns.every((field) => diners.has(field))) {
      this.#differs(row, 'served', { total: served, parts });
    }
    this.#leftOut++;
    return { served, diners: new Map([...diners].filter(([field]) => field === 'adult')) };
  }

  #differs(
    row: Row,
    field: 'served' | 'total' | 'covers',
    said: { readonly total: number; readonly parts: number },
  ): void {
    this.#report.problem({ level: 'warning', ...row.place(field) }, 'total-differs', said);
  }

  /** Keeps what a name and day has; `of`: what became of its attendance. */
  keep(key: readonly Value[], { diners }: DinersOfRow, of: Written): Written {
    let changed = false;
    for (const [field, count] of diners) {
      const own = classOf[field];
      if (own !== 'A') this.#classes.add(own);
      changed = this.#writer.write([...key, own], [count]) !== 'unchanged' || changed;
    }
    this.#classRows += [...diners.keys()].some((field) => field !== 'adult') ? 1 : 0;
    this.#adultRows += diners.has('adult') ? 1 : 0;
    return changed && of === 'unchanged' ? 'updated' : of;
  }

  tell(): void {
    const level = 'warning';
    if (this.#classRows + this.#adultRows > 0) {
      this.#report.problem({ level }, 'diners-kept', {
        classes: (['M', 'E', 'C'] as const).filter((one) => this.#classes.has(one)),
        classRows: this.#classRows,
        adultRows: this.#adultRows,
      });
    }
    if (this.#leftOut > 0) this.#report.problem({ level }, 'classes-left-out', { rows: this.#leftOut });
  }
}
