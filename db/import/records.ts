import Papa from 'papaparse';
import type { TextEncoding } from '../../forecasting/domain/records.ts';
import { unquotedCell } from './plain-cell.ts';
import { readText } from './source.ts';

/** No record of a real file is longer; a quote that is never closed is. */
export const recordLimit = 1_000_000;

export interface RecordSource {
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly separator: string;
}

/** Answers false to stop. `line` is the line on which the record begins, from 1. */
export type VisitRecord = (cells: readonly string[], line: number) => boolean;

/** A record longer than `recordLimit` begins on `line`. */
class RecordTooLong extends Error {
  override name = 'RecordTooLong';
  readonly line: number;

  constructor(line: number) {
    super(`record too long, line ${line}`);
    this.line = line;
  }
}

/**
 * Reads a CSV file record by record in constant memory. Blank lines are records with one empty cell.
 * Answers the line of a record longer than `recordLimit`, at which reading ends, or `null`.
 */
export function readRecords(
  source: RecordSource,
  visit: VisitRecord,
  onBytes: (bytes: number) => void = () => {},
): number | null {
  const splitter = new RecordSplitter(source.separator, visit);
  try {
    readText(source.path, source.encoding, (text, bytes, last) => {
      onBytes(bytes);
      return splitter.add(text, last);
    });
    return null;
  } catch (error) {
    if (error instanceof RecordTooLong) {
      return error.line;
    }
    throw error;
  }
}

/** The records of a piece of text, the last one left out when it may be cut. */
export function splitRecords(text: string, separator: string, visit: VisitRecord): void {
  new RecordSplitter(separator, visit).add(text, true);
}

/** A cell of a real file has fewer lines; a quote that is never closed swallows the lines that follow it. */
const cellLines = 20;
/** So many stray quotes: the file does not quote at all. */
const strayQuotes = 100;

class RecordSplitter {
  readonly #separator: string;
  readonly #visit: VisitRecord;
  #rest = '';
  #line = 1;
  #stray = 0;

  constructor(separator: string, visit: VisitRecord) {
    this.#separator = separator;
    this.#visit = visit;
  }

  add(text: string, last: boolean): boolean {
    this.#rest = unixLines(this.#rest + text, last);
    for (;;) {
      const { records, end, runaway } = this.#parse(last);
      const isQuoted = this.#rest.includes('="');
      for (const cells of records) {
        if (!this.#visit(isQuoted ? cells.map(unquotedCell) : cells, this.#line)) {
          return false;
        }
        this.#line += 1 + newlinesIn(cells);
      }
      this.#rest = this.#rest.slice(end);
      if (!runaway) {
        break;
      }
      if (!this.#visitBrokenLine()) {
        return false;
      }
    }
    if (this.#rest.length > recordLimit) {
      throw new RecordTooLong(this.#line);
    }
    return true;
  }

  /** The records up to `end`; `runaway`: what follows begins with a line whose quote is never closed. */
  #parse(last: boolean): { records: readonly string[][]; end: number; runaway: boolean } {
    const fastMode = this.#stray > strayQuotes ? true : undefined;
    const settings = { delimiter: this.#separator, newline: '\n', ...(fastMode && { fastMode }) };
    const { data, errors, meta } = new Papa.Parser(settings as Papa.ParseConfig).parse(
      this.#rest,
      0,
      !last,
    ) as {
      data: string[][];
      errors: { code: string }[];
      meta: { cursor: number };
    };
    const unclosed = errors.some(({ code }) => code === 'MissingQuotes') && newlinesIn(data.at(-1) ?? []) > 0;
    const swallowed = data.findIndex((cells) => newlinesIn(cells) > cellLines);
    const bad = swallowed >= 0 ? swallowed : unclosed ? data.length - 1 : -1;
    if (bad < 0) {
      return { records: data, end: meta.cursor, runaway: !last && isRunaway(this.#rest, meta.cursor) };
    }
    const before = bad === 0 ? 0 : endOf(this.#rest, settings as Papa.ParseConfig, bad);
    return { records: data.slice(0, bad), end: before, runaway: true };
  }

  /** A line with a stray quote: its cells are taken as they are written, and the next line is a line again. */
  #visitBrokenLine(): boolean {
    const newline = this.#rest.indexOf('\n');
    const end = newline < 0 ? this.#rest.length : newline;
    const cells = this.#rest.slice(0, end).split(this.#separator);
    this.#rest = this.#rest.slice(end + 1);
    this.#stray++;
    return this.#visit(cells, this.#line++);
  }
}

/** Where the first `count` records end. */
function endOf(text: string, settings: Papa.ParseConfig, count: number): number {
  const parser = new Papa.Parser({ ...settings, preview: count });
  return (parser.parse(text, 0, false) as { meta: { cursor: number } }).meta.cursor;
}

/** An unfinished record of too many lines. */
function isRunaway(text: string, from: number): boolean {
  let at = from;
  for (let lines = 0; lines <= cellLines; lines++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
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
