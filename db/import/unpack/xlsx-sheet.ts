import { type CellType, columnIndex, type MergedRange } from '../sheet.ts';
import { dateText, isoDateText, numberText, textLimit } from './cell-text.ts';
import type { SheetWriter } from './sheet-writer.ts';
import { RichText } from './xlsx-parts.ts';
import { type Attributes, attribute, type XmlVisitor } from './xml.ts';

/** What the cells of every sheet of a workbook refer to. */
export interface XlsxBook {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  /** Days from 1970-01-01 to the day that is number 0. */
  readonly epoch: number;
  /** The program that wrote it left the results of its formulas to Excel, and a zero where they belong. */
  readonly uncomputed: boolean;
}

/** A number shown as a date before May 1927 is a count in a column whose format is wrong. */
const firstSerial = 10_000;

/** Reads one worksheet into its writer. */
export class XlsxSheetVisitor implements XmlVisitor {
  readonly #book: XlsxBook;
  readonly #writer: SheetWriter;
  readonly #inline = new RichText();
  #inData = false;
  #row = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #reads: 'value' | 'formula' | null = null;

  constructor(book: XlsxBook, writer: SheetWriter) {
    this.#book = book;
    this.#writer = writer;
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#inData) {
      this.#openOutside(name, attributes);
    } else if (name === 'c') {
      this.#openCell(attributes);
    } else if (name === 'v') {
      this.#value = '';
      this.#reads = 'value';
    } else if (name === 'f') {
      this.#formula = '';
      this.#reads = 'formula';
    } else if (name === 'row') {
      this.#openRow(attributes);
    } else {
      this.#inline.open(name);
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') {
      this.#reads = null;
    } else if (name === 'c' && this.#inData) {
      this.#closeCell();
    } else if (name === 'sheetData') {
      this.#inData = false;
    } else {
      this.#inline.close(name);
    }
  }

  text(text: string): void {
    if (this.#reads === 'value') {
      this.#value = appended(this.#value, text);
    } else if (this.#reads === 'formula') {
      this.#formula = appended(this.#formula, text);
    } else if (this.#inData) {
      this.#inline.add(text);
    }
  }

  #openOutside(name: string, attributes: Attributes): void {
    if (name === 'sheetData') {
      this.#inData = true;
    } else if (name === 'col' && isTrue(attribute(attributes, 'hidden'))) {
      const first = Number(attribute(attributes, 'min'));
      const last = Number(attribute(attributes, 'max'));
      if (first >= 1 && last >= first) {
        this.#writer.hideColumns(first - 1, last - 1);
      }
    } else if (name === 'mergeCell') {
      const range = rangeOf(attribute(attributes, 'ref') ?? '');
      if (range !== null) {
        this.#writer.merge(range);
      }
    }
  }

  /** Rows and cells may say where they are; those that do not follow the last one. */
  #openRow(attributes: Attributes): void {
    const said = Number(attribute(attributes, 'r'));
    this.#row = said > this.#row ? said : this.#row + 1;
    this.#column = -1;
    if (isTrue(attribute(attributes, 'hidden'))) {
      this.#writer.hideRow(this.#row);
    }
  }

  #openCell(attributes: Attributes): void {
    const letters = /^\$?([A-Za-z]{1,4})\$?\d/.exec(attribute(attributes, 'r') ?? '')?.[1];
    this.#column = letters === undefined ? this.#column + 1 : columnIndex(letters);
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = null;
    this.#formula = null;
    this.#inline.clear();
  }

  #closeCell(): void {
    const [type, text] = this.#cell();
    this.#writer.cell(this.#row, this.#column, type, text);
  }

  #cell(): readonly [CellType, string] {
    const value = this.#value ?? '';
    if (this.#formula !== null && this.#lacksResult(value)) {
      return ['uncomputed', `=${this.#formula}`.slice(0, 200)];
    }
    switch (this.#type) {
      case 's':
        return ['text', this.#book.strings[Number(value)] ?? ''];
      case 'str':
        return ['text', decoded(value)];
      case 'inlineStr':
        return ['text', this.#inline.value];
      case 'b':
        return ['boolean', value === '' ? '' : String(isTrue(value))];
      case 'e':
        return ['error', value];
      case 'd':
        return ['date', isoDateText(value)];
      default:
        return this.#number(value);
    }
  }

  /** A text may be empty; a number must be there. */
  #lacksResult(value: string): boolean {
    const isEmpty = this.#type === 'str' ? this.#value === null : value === '';
    return (isEmpty && this.#inline.value === '') || (this.#book.uncomputed && value.trim() === '0');
  }

  #number(value: string): readonly [CellType, string] {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) {
      return ['text', value];
    }
    if (this.#book.dateStyles[this.#style] !== true) {
      return ['number', numberText(number)];
    }
    if (number >= 0 && number < 1) {
      return ['date', dateText(number).slice(11) || numberText(number)];
    }
    const isDate = number >= firstSerial && number < 2_958_466;
    return isDate ? ['date', dateText(number + this.#book.epoch)] : ['number', numberText(number)];
  }
}

const appended = (start: string | null, text: string) =>
  (start ?? '').length < textLimit ? (start ?? '') + text : start;

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function rangeOf(ref: string): MergedRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (match === null) {
    return null;
  }
  const [, left = '', top, right = '', bottom] = match;
  return {
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnIndex(left),
    lastColumn: columnIndex(right),
  };
}
