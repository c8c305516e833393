import { Parser } from 'htmlparser2';
import type { TextEncoding } from '../../../forecasting/domain/records.ts';
import type { ExtractedSheet, SheetFiles } from '../sheet.ts';
import { readText } from '../source.ts';
import { numberText, textLimit } from './cell-text.ts';
import { SheetWriter } from './sheet-writer.ts';
import { Spans, spanOf } from './spans.ts';
import { tooLarge, WorkbookBudget } from './workbook-budget.ts';

const nestedTables = 20;
/** Of open tags: pages forget to close theirs, but not so many. The parser's time grows with the square of them. */
const depthLimit = 5_000;

interface Attributes {
  readonly rowspan?: string;
  readonly colspan?: string;
  readonly style?: string;
  readonly 'x:num'?: string;
}

/** Reads a web page's tables, as portals write them under the name of a workbook: one sheet each. */
export function readHtmlTables(
  path: string,
  encoding: TextEncoding,
  files: SheetFiles,
): readonly ExtractedSheet[] {
  const page = new Page(files);
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++;
      if (depth > depthLimit) {
        throw tooLarge();
      }
      page.open(name, attributes);
    },
    onclosetag: (name) => {
      depth--;
      page.close(name);
    },
    ontext: (text) => page.text(text),
  });
  readText(path, encoding, (text, _, last) => {
    files.stopIfCancelled();
    parser.write(text);
    if (last) {
      parser.end();
    }
    return true;
  });
  return page.sheets;
}

/** Pages lay out what they show in tables: one inside another is a table of its own. */
class Page {
  readonly sheets: ExtractedSheet[] = [];
  readonly #files: SheetFiles;
  readonly #budget = new WorkbookBudget();
  readonly #open: Table[] = [];
  #tables = 0;
  #unseen = 0;

  constructor(files: SheetFiles) {
    this.#files = files;
  }

  open(name: string, attributes: Attributes): void {
    if (isUnseen(name)) {
      this.#unseen++;
    } else if (this.#unseen > 0) {
      return;
    } else if (name === 'table' && this.#open.length < nestedTables) {
      this.#open.push(new Table(new SheetWriter(String(++this.#tables), this.#files, this.#budget)));
    } else {
      this.#open.at(-1)?.open(name, attributes);
    }
  }

  close(name: string): void {
    if (isUnseen(name)) {
      this.#unseen = Math.max(0, this.#unseen - 1);
    } else if (name === 'table') {
      const sheet = this.#open.pop()?.end() ?? null;
      this.sheets.push(...(sheet === null ? [] : [sheet]));
    } else {
      this.#open.at(-1)?.close(name);
    }
  }

  text(text: string): void {
    if (this.#unseen === 0) {
      this.#open.at(-1)?.text(text);
    }
  }
}

const isUnseen = (name: string) => name === 'style' || name === 'script';

/** Rows and cells of one table. */
class Table {
  readonly #writer: SheetWriter;
  readonly #spans: Spans;
  #row = 0;
  #column = 0;
  #cell: { text: string; readonly number: string | undefined } | null = null;

  constructor(writer: SheetWriter) {
    this.#writer = writer;
    this.#spans = new Spans(writer);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'tr') {
      this.#row++;
      this.#column = 0;
      if (isHidden(attributes)) {
        this.#writer.hideRow(this.#row);
      }
    } else if (name === 'td' || name === 'th') {
      this.#openCell(attributes);
    } else if (this.#cell !== null && /^(br|p|div|li)$/.test(name)) {
      this.#cell.text += this.#cell.text.trim() === '' ? '' : '\n';
    }
  }

  close(name: string): void {
    if ((name === 'td' || name === 'th') && this.#cell !== null) {
      const { text, number } = this.#cell;
      // Excel writes beside what it shows the number that it is.
      if (number !== undefined && number !== '') {
        this.#writer.cell(this.#row, this.#column, 'number', numberText(Number(number)));
      } else {
        this.#writer.cell(this.#row, this.#column, 'text', cellLines(text));
      }
      this.#cell = null;
      this.#column++;
    }
  }

  text(text: string): void {
    if (this.#cell !== null && this.#cell.text.length < textLimit) {
      this.#cell.text += text.replace(/[ \t\r\n]+/g, ' ');
    }
  }

  end(): ExtractedSheet | null {
    return this.#writer.end();
  }

  #openCell(attributes: Attributes): void {
    this.#row = Math.max(1, this.#row);
    this.#column = this.#spans.free(this.#row, this.#column);
    this.#spans.add(
      this.#row,
      this.#column,
      spanOf(attributes.rowspan, 10_000),
      spanOf(attributes.colspan, 1_000),
    );
    this.#cell = { text: '', number: attributes['x:num'] };
  }
}

const isHidden = (attributes: Attributes) => /display\s*:\s*none/i.test(attributes.style ?? '');

/** Its lines, without the blanks by which a page's source is laid out. */
const cellLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
