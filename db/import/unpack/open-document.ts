import type { CellType, ExtractedSheet, SheetFiles } from '../sheet.ts';
import { SourceRefused } from '../source-refused.ts';
import { readEntry, withArchive } from './archive.ts';
import { isoDateText, numberText, textLimit } from './cell-text.ts';
import { readXmlFile } from './excel-2003.ts';
import { SheetWriter } from './sheet-writer.ts';
import { spanOf } from './spans.ts';
import { WorkbookBudget } from './workbook-budget.ts';
import { workbookLimits } from './xlsx.ts';
import { type Attributes, attribute, XmlReader, type XmlVisitor } from './xml.ts';

/** Reads an OpenDocument spreadsheet (.ods), as LibreOffice writes it. */
export async function readOpenDocument(path: string, files: SheetFiles): Promise<readonly ExtractedSheet[]> {
  return await withArchive(path, workbookLimits, async (entries, archive) => {
    const content = entries.find(({ name }) => name === 'content.xml');
    if (content === undefined) {
      throw new SourceRefused({ code: 'damaged-archive', params: {} });
    }
    const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
    let listed = '';
    if (manifest !== undefined) {
      await readEntry(archive, manifest, (bytes) => {
        listed += listed.length < 1_000_000 ? bytes.toString('latin1') : '';
      });
    }
    if (/encryption-data/.test(listed)) {
      throw new SourceRefused({ code: 'encrypted-workbook', params: {} });
    }
    const workbook = new Workbook(files);
    const reader = new XmlReader(workbook);
    await readEntry(archive, content, (bytes) => {
      files.stopIfCancelled();
      reader.add(bytes);
    });
    reader.end();
    return workbook.sheets;
  });
}

/** The same in a single file of XML (.fods). */
export function readFlatOpenDocument(path: string, files: SheetFiles): readonly ExtractedSheet[] {
  const workbook = new Workbook(files);
  readXmlFile(path, workbook, files.stopIfCancelled);
  return workbook.sheets;
}

/** A row or cell may stand for many of the same: blank ones to the end of the sheet. */
const repeated = (attributes: Attributes, name: string) => spanOf(attribute(attributes, name), 1_048_576);

class Workbook implements XmlVisitor {
  readonly sheets: ExtractedSheet[] = [];
  readonly #files: SheetFiles;
  readonly #budget = new WorkbookBudget();
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #writer: SheetWriter | null = null;
  #isHidden = false;
  #row = 1;
  #rows = 1;
  #column = 0;
  #tableColumn = 0;
  /** The filled cells of a row, which may be repeated. */
  #cells: (readonly [number, CellType, string])[] = [];
  #cell: Attributes | null = null;
  #text = '';
  #paragraphs = 0;
  #inParagraph = 0;
  #inNote = 0;

  constructor(files: SheetFiles) {
    this.#files = files;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#writer === null) {
      this.#openOutside(name, attributes);
    } else if (name === 'table-row') {
      this.#openRow(attributes);
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cell = attributes;
      this.#text = '';
      this.#paragraphs = 0;
    } else if (name === 'table-column') {
      this.#openColumn(attributes);
    } else if (name === 'annotation') {
      this.#inNote++;
    } else if (this.#cell !== null && this.#inNote === 0) {
      this.#openText(name, attributes);
    }
  }

  close(name: string): void {
    if (name === 'table') {
      this.#endSheet();
    } else if (name === 'table-row') {
      this.#endRow();
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#endCell();
    } else if (name === 'annotation') {
      this.#inNote--;
    } else if (name === 'p' && this.#inNote === 0) {
      this.#inParagraph = Math.max(0, this.#inParagraph - 1);
    }
  }

  text(text: string): void {
    const isShown = this.#cell !== null && this.#inParagraph > 0 && this.#inNote === 0;
    if (isShown && this.#text.length < textLimit) {
      this.#text += text;
    }
  }

  #openOutside(name: string, attributes: Attributes): void {
    if (name === 'style') {
      this.#style = attribute(attributes, 'name') ?? '';
    } else if (name === 'table-properties' && attribute(attributes, 'display') === 'false') {
      this.#hiddenStyles.add(this.#style);
    } else if (name === 'table') {
      this.#writer = new SheetWriter(
        attributes['table:name'] ?? attribute(attributes, 'name') ?? '',
        this.#files,
        this.#budget,
      );
      this.#isHidden = this.#hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
      this.#row = 1;
      this.#tableColumn = 0;
    }
  }

  #openRow(attributes: Attributes): void {
    this.#rows = repeated(attributes, 'number-rows-repeated');
    this.#column = 0;
    this.#cells = [];
    const isShown = (attribute(attributes, 'visibility') ?? 'visible') === 'visible';
    for (let row = this.#row; !isShown && row < this.#row + Math.min(this.#rows, 100_000); row++) {
      this.#writer?.hideRow(row);
    }
  }

  #openColumn(attributes: Attributes): void {
    const last = Math.min(16_383, this.#tableColumn + repeated(attributes, 'number-columns-repeated') - 1);
    if ((attribute(attributes, 'visibility') ?? 'visible') !== 'visible') {
      this.#writer?.hideColumns(this.#tableColumn, last);
    }
    this.#tableColumn = last + 1;
  }

  #openText(name: string, attributes: Attributes): void {
    if (name === 'p') {
      this.#inParagraph++;
      this.#text += this.#paragraphs++ > 0 ? '\n' : '';
    } else if (name === 's') {
      this.#text += ' '.repeat(spanOf(attribute(attributes, 'c'), 1_000));
    } else if (name === 'tab' || name === 'line-break') {
      this.#text += name === 'tab' ? ' ' : '\n';
    }
  }

  #endCell(): void {
    const attributes = this.#cell ?? {};
    const times = repeated(attributes, 'number-columns-repeated');
    const [type, text] = this.#value(attributes);
    if (text !== '') {
      this.#budget.spend(times * this.#rows, 0);
      for (let n = 0; n < times; n++) {
        this.#cells.push([this.#column + n, type, text]);
      }
    }
    const columns = spanOf(attribute(attributes, 'number-columns-spanned'), 16_384);
    const rows = spanOf(attribute(attributes, 'number-rows-spanned'), 1_048_576);
    if (columns > 1 || rows > 1) {
      this.#writer?.merge({
        firstRow: this.#row,
        lastRow: this.#row + rows - 1,
        firstColumn: this.#column,
        lastColumn: this.#column + columns - 1,
      });
    }
    this.#column += times;
    this.#cell = null;
  }

  #value(attributes: Attributes): readonly [CellType, string] {
    const type = attribute(attributes, 'value-type');
    const formula = attribute(attributes, 'formula');
    if (
      attributes['calcext:value-type'] === 'error' ||
      /^(#[A-ZÉ]|Err:\d)/.test(formula === undefined ? '' : this.#text)
    ) {
      return ['error', this.#text];
    }
    if (formula !== undefined && type === undefined) {
      return ['uncomputed', `=${formula.replace(/^\w+:=/, '')}`.slice(0, 200)];
    }
    switch (type) {
      case 'float':
      case 'currency':
      case 'percentage':
        return ['number', numberText(Number(attribute(attributes, 'value')))];
      case 'date':
        return ['date', isoDateText(attribute(attributes, 'date-value') ?? '')];
      case 'boolean':
        return ['boolean', attribute(attributes, 'boolean-value') ?? ''];
      default:
        return ['text', this.#text];
    }
  }

  #endRow(): void {
    for (let row = this.#row; this.#cells.length > 0 && row < this.#row + this.#rows; row++) {
      for (const [column, type, text] of this.#cells) {
        this.#writer?.cell(row, column, type, text);
      }
    }
    this.#row += this.#rows;
  }

  #endSheet(): void {
    const writer = this.#writer;
    this.#writer = null;
    if (writer !== null) {
      const sheet = writer.end();
      this.sheets.push(...(sheet === null ? [] : [this.#isHidden ? writer.hidden() : sheet]));
    }
  }
}
