import { readSync } from 'node:fs';
import { withOpenFile } from '../../../db/files/reading.ts';
import { fold, tidy } from '../../../db/fold.ts';
import { columnLetters } from '../../../db/import/column-letters.ts';
import type { ImportSource } from '../../../db/import/import-source.ts';
import { plainCell } from '../../../db/import/plain-cell.ts';
import { readRecords } from '../../../db/import/records.ts';
import { inspectSource } from '../../../db/import/source.ts';
import type { Messages } from '../messages/messages.ts';
import {
  type DishBox,
  dishBoxes,
  dishBoxWords,
  headWords,
  type Marker,
  type MealBox,
  markerIn,
  mealBoxWords,
  signature,
} from './layout.ts';
import { dishKey } from './on-record.ts';
import { isValue, readBox } from './read-box.ts';

export type SheetProblem = keyof Messages['returnSheets']['findings'];

/** A box that says something. */
export interface ReadBox {
  readonly box: MealBox | DishBox;
  /** `null`: of the meal. */
  readonly dish: string | null;
  readonly key: string;
  /** `B9`. */
  readonly cell: string;
  readonly value: number | string;
}

interface Written {
  readonly text: string;
  readonly cell: string;
}

/** One sheet as it came. */
export interface ReadSheet {
  readonly marker: Marker | null;
  /** What the words of the sheet name, where they do. */
  readonly site: Written | null;
  readonly day: Written | null;
  readonly boxes: readonly ReadBox[];
  readonly problems: readonly (Written & { readonly code: SheetProblem })[];
}

/** A sheet ends long before; what stands below is not ours. */
const longest = { rows: 400, columns: 60, head: 4096 };

/** Is this table a return sheet, by what stands in it? */
export function isReturnSheet({ path, refusal }: ImportSource): boolean {
  if (refusal !== undefined) return false;
  return withOpenFile(path, 'r', (file) => {
    const bytes = Buffer.alloc(longest.head);
    return bytes.subarray(0, readSync(file, bytes, 0, longest.head, 0)).includes(signature, 0, 'latin1');
  });
}

function rowsOf({ path, sheet }: ImportSource): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const read = (separator: string, encoding: ReturnType<typeof inspectSource>['encoding']) =>
    readRecords({ path, encoding, separator }, (cells, line) => {
      while (rows.length < line - 1) rows.push([]);
      rows.push(cells.slice(0, longest.columns).map(plainCell));
      return rows.length < longest.rows;
    });
  if (sheet) {
    read('\t', 'UTF-8');
    return rows;
  }
  // Somebody saved the sheet as CSV: the separator is the one that parts the heads of the boxes.
  const { encoding } = inspectSource(path, () => {});
  for (const separator of [';', '\t', ',']) {
    rows.length = 0;
    read(separator, encoding);
    if (rows.some(([first = '', second]) => headWords.has(fold(first)) && second !== undefined)) break;
  }
  return rows;
}

/** What the boxes of a sheet say, found by their words in either language. */
export function readSheet(source: ImportSource): ReadSheet {
  const reader = new Reader();
  rowsOf(source).forEach((cells, i) => {
    reader.row(cells, i + 1);
  });
  return reader.sheet();
}

const at = (column: number, row: number) => `${columnLetters(column)}${row}`;

class Reader {
  #marker: Marker | null = null;
  #site: Written | null = null;
  #day: Written | null = null;
  /** Columns of the boxes of dishes, once their head was met. */
  #columns: ReadonlyMap<DishBox, number> | null = null;
  #ended = false;
  readonly #dishes = new Set<string>();
  readonly #boxes: ReadBox[] = [];
  readonly #problems: (Written & { code: SheetProblem })[] = [];

  row(cells: readonly string[], row: number): void {
    const marked = cells.find((cell) => cell.includes(signature));
    if (marked !== undefined) {
      this.#marker ??= markerIn(marked);
      return;
    }
    const [first = ''] = cells;
    const word = fold(first);
    const written = { text: tidy(cells[1] ?? ''), cell: at(1, row) };
    const head = headWords.get(word);
    const box = mealBoxWords.get(word);
    if (head === 'site') this.#site ??= written;
    else if (head === 'day') this.#day ??= written;
    else if (dishBoxWords.get(word) === 'dish') this.#columns ??= columnsOf(cells);
    else if (box !== undefined) {
      this.#ended ||= box === 'reason';
      this.#take({ box, dish: null, key: box }, written);
    } else if (this.#columns !== null && !this.#ended) this.#dish(cells, row, this.#columns);
  }

  #dish(cells: readonly string[], row: number, columns: ReadonlyMap<DishBox, number>): void {
    const dish = tidy(cells[0] ?? '');
    const filled = [...columns].flatMap(([box, column]) => {
      const text = tidy(cells[column] ?? '');
      return text === '' ? [] : [{ box, written: { text, cell: at(column, row) } }];
    });
    const [first] = filled;
    if (first === undefined) return;
    if (dish === '') {
      this.#problems.push({ ...first.written, code: 'no-dish' });
    } else if (this.#dishes.has(fold(dish))) {
      this.#problems.push({ text: dish, cell: at(0, row), code: 'twice' });
    } else {
      this.#dishes.add(fold(dish));
      for (const { box, written } of filled) {
        this.#take({ box, dish, key: dishKey(dish, box) }, written);
      }
    }
  }

  #take(box: Pick<ReadBox, 'box' | 'dish' | 'key'>, { text, cell }: Written): void {
    if (text === '' || this.#boxes.some(({ key }) => key === box.key)) return;
    const read = readBox(box.box, text);
    if (isValue(read)) this.#boxes.push({ ...box, cell, value: read.value });
    else this.#problems.push({ text, cell, code: read.problem });
  }

  sheet(): ReadSheet {
    const shown = (written: Written | null) => (written?.text ? written : null);
    return {
      marker: this.#marker,
      site: shown(this.#site),
      day: shown(this.#day),
      boxes: this.#boxes,
      problems: this.#problems,
    };
  }
}

/** Where the boxes of dishes are; those whose head was changed keep their place. */
function columnsOf(cells: readonly string[]): ReadonlyMap<DishBox, number> {
  const found = cells.flatMap((cell, column) => {
    const box = dishBoxWords.get(fold(cell));
    return box === undefined || box === 'dish' ? [] : [[box, column] as const];
  });
  const columns = new Map(found);
  const taken = new Set(columns.values());
  dishBoxes.forEach((box, i) => {
    if (!columns.has(box) && !taken.has(i + 1)) columns.set(box, i + 1);
  });
  return columns;
}
