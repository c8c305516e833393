import { fold } from '../fold.ts';
import { parseCount } from './counts.ts';
import { classFields, type TableField } from './field.ts';
import { parseMark, serviceOf } from './understand/words.ts';

const summed: readonly TableField[] = ['served', 'staff', 'children', ...classFields];

/** Lines of one site and day, added up: in the order in which each is met first. */
export class LineSums {
  readonly #fields: readonly TableField[];
  readonly #rows = new Map<string, { readonly cells: string[]; readonly line: number }>();

  constructor(fields: readonly TableField[]) {
    this.#fields = fields;
  }

  /** `null`: it was added to another; else the line stays a row of its own, for its count is none. */
  add(cells: readonly string[], line: number): boolean {
    const at = (field: TableField) => this.#fields.indexOf(field);
    const service = cells[at('service')] ?? '';
    if (serviceOf(service) === 'other') {
      return false;
    }
    const key = (['date', 'site', 'siteKind', 'school', 'schoolYear'] as const)
      .map((field) => fold(cells[at(field)] ?? ''))
      .join('|');
    const before = this.#rows.get(key);
    if (before === undefined) {
      this.#rows.set(key, { cells: [...cells], line });
      return true;
    }
    for (const field of summed) {
      const index = at(field);
      const own = index < 0 ? null : parseCount(cells[index] ?? '');
      const sum = index < 0 ? null : parseCount(before.cells[index] ?? '');
      if (typeof own === 'number') {
        before.cells[index] = typeof sum === 'number' ? String(sum + own) : (cells[index] as string);
      } else if (own !== null && typeof own === 'string' && parseMark(cells[index] ?? '') === null) {
        return false;
      }
    }
    return true;
  }

  *[Symbol.iterator](): Iterator<{ readonly cells: readonly string[]; readonly line: number }> {
    yield* this.#rows.values();
  }
}
