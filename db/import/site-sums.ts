import { parseCount } from './counts.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { Shape } from './shape.ts';
import { siteAboveSum } from './understand/sums-above.ts';

/** Lines of a pivot table that name a site, with its sum: each is held against the counts below it. */
export class SiteSums {
  readonly #report: FileReportBuilder;
  readonly #date: number;
  readonly #served: readonly number[];
  #open: { readonly site: string; readonly sum: number; read: number } | null = null;

  constructor({ slices }: Shape, report: FileReportBuilder) {
    const [first] = slices;
    this.#report = report;
    this.#date = first?.cells.get('date')?.[0] ?? 0;
    this.#served = first?.cells.get('served') ?? [];
  }

  /** The site of the lines below; '': a line that says no longer of which they are; `null`: a day. */
  heading(cells: readonly string[]): string | null {
    const name = siteAboveSum(cells[this.#date] ?? '');
    if (name === null) return null;
    this.end();
    const sum = this.#countIn(cells);
    if (name === '' || sum === null) return '';
    this.#open = { site: name, sum, read: 0 };
    return name;
  }

  add(cells: readonly string[]): void {
    if (this.#open !== null) this.#open.read += this.#countIn(cells) ?? 0;
  }

  /** The last line of a site was read. */
  end(): void {
    if (this.#open !== null && this.#open.sum !== this.#open.read) {
      this.#report.problem({ level: 'warning' }, 'site-sum-differs', this.#open);
    }
    this.#open = null;
  }

  #countIn(cells: readonly string[]): number | null {
    const counts = this.#served.map((index) => parseCount(cells[index] ?? ''));
    const numbers = counts.filter((count) => typeof count === 'number');
    return numbers.length === 0 ? null : numbers.reduce((sum, count) => sum + count, 0);
  }
}
