import { SourceRefused } from '../source-refused.ts';

/** Of a whole workbook: 600,000 rows of five cells. */
export const cellLimit = 3_000_000;
const characterLimit = 100_000_000;
/** Texts that cells may refer to. */
export const sharedLimit = 2_000_000;
/** What a sheet can have in Excel. */
const rowLimit = 1_048_576;
const columnLimit = 16_384;

/** What may still be written of a workbook: a few bytes can stand for any number of cells. */
export class WorkbookBudget {
  #cells = cellLimit;
  #characters = characterLimit;

  spend(cells: number, characters: number): void {
    this.#cells -= cells;
    this.#characters -= characters;
    if (this.#cells < 0 || this.#characters < 0) {
      throw tooLarge();
    }
  }

  /** `row` from 1, `column` from 0. */
  checkPlace(row: number, column: number): void {
    if (!(row <= rowLimit && column < columnLimit)) {
      throw tooLarge();
    }
  }
}

export const tooLarge = () => new SourceRefused({ code: 'workbook-too-large', params: { cells: cellLimit } });
