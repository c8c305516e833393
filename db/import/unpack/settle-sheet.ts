import { columnLetters } from '../column-letters.ts';
import { readRecords } from '../records.ts';
import type { ExtractedSheet, MergedRange, SheetFiles } from '../sheet.ts';
import { quoted } from './cell-text.ts';
import { LineFile } from './line-file.ts';
import type { WorkbookBudget } from './workbook-budget.ts';

/** How a sheet shows its cells. */
export interface ShownAs {
  readonly merged: readonly MergedRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells that each row should have at least. */
  readonly width: number;
}

/** Some formats name what is merged or hidden only after the cells: what it changes is written anew. */
export function settleSheet(
  path: string,
  shown: ShownAs,
  files: SheetFiles,
  budget: WorkbookBudget,
): Pick<ExtractedSheet, 'path' | 'merged' | 'hiddenRows' | 'hiddenColumns'> {
  const { merged, hiddenRows, hiddenColumns, width } = shown;
  if (merged.length + hiddenRows.size + hiddenColumns.size + width === 0) {
    return { path, merged, hiddenRows: 0, hiddenColumns: [] };
  }
  const lines = new LineFile(files.newFile());
  const filler = new MergedCells(merged, budget);
  const filledColumns = new Set<number>();
  let filledRows = 0;
  readRecords(
    { path, encoding: 'UTF-8', separator: '\t' },
    (record, line) => {
      const cells = filler.fill(record, line);
      if (hiddenRows.has(line)) {
        filledRows += cells.some((cell) => cell !== '') ? 1 : 0;
        lines.add('');
      } else {
        const own = cells.map((cell, column) => shownText(cell, column, hiddenColumns, filledColumns));
        const isBlank = own.length === 1 && own[0] === '';
        lines.add(own.join('\t') + '\t'.repeat(isBlank ? 0 : Math.max(0, width - own.length)));
      }
      return true;
    },
    files.stopIfCancelled,
  );
  lines.close();
  const letters = [...filledColumns].sort((a, b) => a - b).map(columnLetters);
  return { path: lines.path, merged, hiddenRows: filledRows, hiddenColumns: letters };
}

function shownText(cell: string, column: number, hidden: ReadonlySet<number>, filled: Set<number>): string {
  if (!hidden.has(column)) {
    return cell === '' ? '' : quoted(cell);
  }
  if (cell !== '') {
    filled.add(column);
  }
  return '';
}

/** Repeats the text of merged cells in each of them. */
class MergedCells {
  /** By their first rows, the last one first. */
  readonly #waiting: MergedRange[];
  readonly #budget: WorkbookBudget;
  #active: (MergedRange & { readonly text: string })[] = [];

  constructor(merged: readonly MergedRange[], budget: WorkbookBudget) {
    this.#waiting = [...merged].sort((a, b) => b.firstRow - a.firstRow);
    this.#budget = budget;
  }

  fill(record: readonly string[], line: number): readonly string[] {
    this.#active = this.#active.filter(({ lastRow }) => lastRow >= line);
    for (
      let next = this.#waiting.at(-1);
      next !== undefined && next.firstRow <= line;
      next = this.#waiting.at(-1)
    ) {
      this.#waiting.pop();
      const text = record[next.firstColumn] ?? '';
      if (next.firstRow === line && text !== '' && !isNumber(text)) {
        this.#active.push({ ...next, text });
      }
    }
    if (this.#active.length === 0) {
      return record;
    }
    const cells = [...record];
    for (const { firstColumn, lastColumn, text } of this.#active) {
      this.#budget.spend(lastColumn - firstColumn, text.length * (lastColumn - firstColumn));
      for (let column = firstColumn; column <= lastColumn; column++) {
        cells[column] ||= text;
      }
    }
    return Array.from(cells, (cell) => cell ?? '');
  }
}

/** One count for two classes is no count of each. */
const isNumber = (text: string) => /^[-−+]?\d[\d \u00A0\u202F]*([.,]\d+)?$/.test(text);
