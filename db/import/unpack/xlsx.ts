import { posix } from 'node:path';
import type { ExtractedSheet, SheetFiles } from '../sheet.ts';
import { SourceRefused } from '../source-refused.ts';
import { withArchive } from './archive.ts';
import { SheetWriter } from './sheet-writer.ts';
import { WorkbookBudget } from './workbook-budget.ts';
import { Parts, readDateStyles, readRelationships, readSharedStrings } from './xlsx-parts.ts';
import { type XlsxBook, XlsxSheetVisitor } from './xlsx-sheet.ts';
import { attribute } from './xml.ts';

/** Unpacked: ten years of a city's attendance take a tenth of it. */
export const workbookLimits = { files: 2_000, megabytes: 200 };

/** Without its texts, or the formats of its dates, a workbook would be read as something else. */
const neededParts: ReadonlySet<string> = new Set(['worksheet', 'sharedStrings', 'styles']);

interface ListedSheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** Reads an XLSX or XLSM workbook in one pass. Sheets without a cell are left out. */
export async function readXlsx(path: string, files: SheetFiles): Promise<readonly ExtractedSheet[]> {
  return await withArchive(path, workbookLimits, async (entries, archive) => {
    const parts = new Parts(archive, entries, files.stopIfCancelled);
    const { book, sheets } = await readBook(parts);
    const budget = new WorkbookBudget();
    const read: ExtractedSheet[] = [];
    for (const { name, part, hidden } of sheets) {
      const writer = new SheetWriter(name, files, budget);
      if (hidden) {
        read.push(writer.hidden());
        continue;
      }
      await parts.read(part, new XlsxSheetVisitor(book, writer));
      const sheet = writer.end();
      read.push(...(sheet === null ? [] : [sheet]));
    }
    return read;
  });
}

async function readBook(parts: Parts): Promise<{ book: XlsxBook; sheets: readonly ListedSheet[] }> {
  const part = await workbookPart(parts);
  const related = await readRelationships(parts, part);
  const targets = new Map(
    related.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  );
  if (related.some(({ type, target }) => neededParts.has(type) && !parts.has(target))) {
    throw new SourceRefused({ code: 'damaged-archive', params: {} });
  }
  const folder = posix.dirname(part);
  const target = (type: string) =>
    related.find((each) => each.type === type)?.target ?? posix.join(folder, `${type}.xml`);
  const sheets: ListedSheet[] = [];
  let epoch = -25_569;
  let uncomputed = false;
  await parts.read(part, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')) {
        epoch = -24_107;
      } else if (name === 'calcPr' && /^(1|true)$/.test(attribute(attributes, 'fullCalcOnLoad') ?? '')) {
        uncomputed = true;
      } else if (name === 'sheet') {
        const sheet = targets.get(attribute(attributes, 'id') ?? '');
        if (sheet !== undefined && parts.has(sheet)) {
          const state = attribute(attributes, 'state') ?? 'visible';
          sheets.push({
            name: attribute(attributes, 'name') ?? '',
            part: sheet,
            hidden: /hidden/i.test(state),
          });
        }
      }
    },
  });
  const strings = await readSharedStrings(parts, target('sharedStrings'));
  const dateStyles = await readDateStyles(parts, target('styles'));
  return { book: { strings, dateStyles, epoch, uncomputed }, sheets };
}

/** As the package says; by its usual name where it does not. */
async function workbookPart(parts: Parts): Promise<string> {
  const related = await readRelationships(parts, '');
  const said = related.find(({ type }) => type === 'officeDocument')?.target;
  return said !== undefined && parts.has(said) ? said : 'xl/workbook.xml';
}
