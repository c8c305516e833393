import Papa from 'papaparse';
import { type Encoding, readText } from './source.ts';

/** No record of a real file is longer; a quote that is never closed is. */
export const recordLimit = 1_000_000;

export interface RecordSource {
  readonly path: string;
  readonly encoding: Encoding;
  readonly separator: string;
}

/** Answers false to stop. `line` is the line on which the record begins, from 1. */
export type VisitRecord = (cells: readonly string[], line: number) => boolean;

/** A record longer than `recordLimit` begins on `line`. */
export class RecordTooLong extends Error {
  override name = 'RecordTooLong';
  readonly line: number;

  constructor(line: number) {
    super(`record too long, line ${line}`);
    this.line = line;
  }
}

/** Reads a CSV file record by record in constant memory. Blank lines are records with one empty cell. */
export function readRecords(
  source: RecordSource,
  visit: VisitRecord,
  onBytes: (bytes: number) => void = () => {},
): void {
  const splitter = new RecordSplitter(source.separator, visit);
  readText(source.path, source.encoding, (text, bytes, last) => {
    onBytes(bytes);
    return splitter.add(text, last);
  });
}

/** The records of a piece of text, the last one left out when it may be cut. */
export function splitRecords(text: string, separator: string, visit: VisitRecord): void {
  new RecordSplitter(separator, visit).add(text, true);
}

class RecordSplitter {
  readonly #separator: string;
  readonly #visit: VisitRecord;
  #rest = '';
  #line = 1;

  constructor(separator: string, visit: VisitRecord) {
    this.#separator = separator;
    this.#visit = visit;
  }

  add(text: string, last: boolean): boolean {
    const whole = unixLines(this.#rest + text, last);
    const parser = new Papa.Parser({ delimiter: this.#separator, newline: '\n' });
    const { data, meta } = parser.parse(whole, 0, !last) as { data: string[][]; meta: { cursor: number } };
    for (const cells of data) {
      if (!this.#visit(cells, this.#line)) {
        return false;
      }
      this.#line += 1 + newlinesIn(cells);
    }
    this.#rest = last ? '' : whole.slice(meta.cursor);
    if (this.#rest.length > recordLimit) {
      throw new RecordTooLong(this.#line);
    }
    return true;
  }
}

/** CR and CRLF become LF; a CR at the very end waits for the LF that may follow it in the next piece. */
function unixLines(text: string, last: boolean): string {
  if (!text.includes('\r')) {
    return text;
  }
  return text.replace(last ? /\r\n?/g : /\r\n|\r(?=[\s\S])/g, '\n');
}

function newlinesIn(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
      lines++;
    }
  }
  return lines;
}
