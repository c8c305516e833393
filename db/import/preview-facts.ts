import type { FileFacts, IsoDate, UnlikelyInFile } from '../../forecasting/domain/records.ts';
import { SiteSummaries } from './site-summaries.ts';

/** More surprising counts of one file are no slips: its column is another one. They are counted, not listed. */
const listedCounts = 200;

/** What a file's preview shows beside the counts of its rows. */
export class PreviewFacts {
  readonly #sites = new SiteSummaries();
  readonly #filled: number[] = [];
  readonly #unlikely: UnlikelyInFile[] = [];
  readonly sheets: string[] = [];
  #marked = 0;
  #empty = 0;

  /** A count of a site, for what is told of each. */
  sawCount(site: string, day: number, served: number | null): void {
    this.#sites.add(site, day, served);
  }

  /** The count of a day turned out to count for nothing. */
  takeBackCount(site: string, day: number, served: number): void {
    this.#sites.takeBack(site, day, served);
  }

  /** A new row of a day on which nobody ate; `marked`: a word ("grève") stands in place of the count. */
  sawNoMeals(marked: boolean): void {
    if (marked) {
      this.#marked++;
    } else {
      this.#empty++;
    }
  }

  /** A count that can hardly be, and waits for an answer. */
  sawUnlikely(count: UnlikelyInFile): void {
    if (this.#unlikely.length < listedCounts) {
      this.#unlikely.push(count);
    }
  }

  /** Cells of columns that are not used. */
  sawCells(cells: readonly string[], unused: readonly number[]): void {
    for (const index of unused) {
      const cell = cells[index];
      if (cell !== undefined && cell !== '' && cell.trim() !== '') {
        this.#filled[index] = (this.#filled[index] ?? 0) + 1;
      }
    }
  }

  filled(column: number): number {
    return this.#filled[column] ?? 0;
  }

  absorb(other: PreviewFacts): void {
    this.sheets.push(...other.sheets);
  }

  /** What was read of the file is taken back; its sheets stay. */
  clear(): void {
    this.#sites.clear();
    this.#filled.length = 0;
    this.#unlikely.length = 0;
    this.#marked = 0;
    this.#empty = 0;
  }

  outcome(): FileFacts {
    return {
      sites: this.#sites.list(),
      siteTotals: this.#sites.totals(),
      months: this.#sites.months(),
      newWithoutMeals: { marked: this.#marked, empty: this.#empty },
      unlikely: this.#unlikely,
      sheets: this.sheets,
    };
  }
}

/** Under what an answer about a count is found again. */
export const countAnswerKey = (name: string, date: IsoDate): string => `${date} ${name}`;
