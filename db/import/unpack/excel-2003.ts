import { readSync } from 'node:fs';
import { withOpenFile } from '../../files/reading.ts';
import type { CellType, ExtractedSheet, SheetFiles } from '../sheet.ts';
import { isoDateText, numberText, textLimit } from './cell-text.ts';
import { SheetWriter } from './sheet-writer.ts';
import { Spans, spanOf } from './spans.ts';
import { WorkbookBudget } from './workbook-budget.ts';
import { type Attributes, attribute, XmlReader, type XmlVisitor } from './xml.ts';

const pieceSize = 1 << 16;

/** Reads a document of XML from its file, piece by piece. */
export function readXmlFile(path: string, visitor: XmlVisitor, onPiece: () => void): void {
  const reader = new XmlReader(visitor);
  withOpenFile(path, 'r', (file) => {
    const buffer = Buffer.alloc(pieceSize);
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      onPiece();
      reader.add(buffer.subarray(0, length));
    }
  });
  reader.end();
}

/** Reads a workbook in the XML of Excel 2003 (SpreadsheetML), which programs like to name `.xls`. */
export function readExcel2003(path: string, files: SheetFiles): readonly ExtractedSheet[] {
  const workbook = new Workbook(files);
  readXmlFile(path, workbook, files.stopIfCancelled);
  return workbook.sheets;
}

class Workbook implements XmlVisitor {
  readonly sheets: ExtractedSheet[] = [];
  readonly #files: SheetFiles;
  readonly #budget = new WorkbookBudget();
  #writer: SheetWriter | null = null;
  #spans: Spans | null = null;
  #row = 0;
  #column = 0;
  #tableColumn = 0;
  #formula: string | null = null;
  #type = '';
  #data: string | null = null;
  #inData = false;
  #inVisible = false;
  #isHidden = false;

  constructor(files: SheetFiles) {
    this.#files = files;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Worksheet') {
      this.#writer = new SheetWriter(attribute(attributes, 'Name') ?? '', this.#files, this.#budget);
      this.#spans = new Spans(this.#writer);
      this.#row = 0;
      this.#tableColumn = 0;
      this.#isHidden = false;
    } else if (name === 'Row') {
      this.#openRow(attributes);
    } else if (name === 'Column') {
      this.#openColumn(attributes);
    } else if (name === 'Cell') {
      this.#openCell(attributes);
    } else if (name === 'Data') {
      this.#type = attribute(attributes, 'Type') ?? 'String';
      this.#data = '';
      this.#inData = true;
    } else if (name === 'Visible') {
      this.#inVisible = true;
    }
  }

  close(name: string): void {
    if (name === 'Worksheet') {
      this.#endSheet();
    } else if (name === 'Cell') {
      const [type, text] = this.#cell();
      this.#writer?.cell(this.#row, this.#column, type, text);
      this.#column++;
    } else if (name === 'Data') {
      this.#inData = false;
    } else if (name === 'Visible') {
      this.#inVisible = false;
    }
  }

  text(text: string): void {
    if (this.#inData && (this.#data ?? '').length < textLimit) {
      this.#data += text;
    } else if (this.#inVisible && /hidden/i.test(text)) {
      this.#isHidden = true;
    }
  }

  #endSheet(): void {
    const writer = this.#writer;
    this.#writer = null;
    if (writer !== null) {
      const sheet = writer.end();
      this.sheets.push(...(sheet === null ? [] : [this.#isHidden ? writer.hidden() : sheet]));
    }
  }

  #openRow(attributes: Attributes): void {
    const said = Number(attribute(attributes, 'Index'));
    this.#row = said > this.#row ? said : this.#row + 1;
    this.#column = 0;
    if (attribute(attributes, 'Hidden') === '1') {
      this.#writer?.hideRow(this.#row);
    }
  }

  #openColumn(attributes: Attributes): void {
    const said = Number(attribute(attributes, 'Index'));
    const first = said >= 1 ? said - 1 : this.#tableColumn;
    const last = first + Math.max(0, Math.min(16_383, Number(attribute(attributes, 'Span') ?? 0)));
    this.#tableColumn = last + 1;
    if (attribute(attributes, 'Hidden') === '1') {
      this.#writer?.hideColumns(first, last);
    }
  }

  #openCell(attributes: Attributes): void {
    const said = Number(attribute(attributes, 'Index'));
    this.#column = said >= 1 ? said - 1 : (this.#spans?.free(this.#row, this.#column) ?? 0);
    this.#spans?.add(
      this.#row,
      this.#column,
      spanOf(String(Number(attribute(attributes, 'MergeDown') ?? 0) + 1), 1_048_576),
      spanOf(String(Number(attribute(attributes, 'MergeAcross') ?? 0) + 1), 16_384),
    );
    this.#formula = attribute(attributes, 'Formula') ?? null;
    this.#data = null;
  }

  #cell(): readonly [CellType, string] {
    const data = this.#data ?? '';
    if (data === '') {
      return this.#formula === null ? ['text', ''] : ['uncomputed', `=${this.#formula.replace(/^=/, '')}`];
    }
    switch (this.#type) {
      case 'Number':
        return ['number', numberText(Number(data))];
      case 'DateTime':
        return ['date', isoDateText(data)];
      case 'Boolean':
        return ['boolean', data === '1' ? 'true' : 'false'];
      case 'Error':
        return ['error', data];
      default:
        return ['text', data];
    }
  }
}
