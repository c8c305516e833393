import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { patiently } from '../../files/patience.ts';
import { lookAt } from '../../files/reading.ts';
import { withTemporary } from '../../files/temporary.ts';
import { ImportCancelled } from '../import-files.ts';
import type { ImportSource } from '../import-source.ts';
import type { ExtractedSheet, SheetFiles } from '../sheet.ts';
import { inspectSource } from '../source.ts';
import { type SourceRefusal, SourceRefused } from '../source-refused.ts';
import { type ArchiveEntry, copyEntry, withArchive } from './archive.ts';
import { readExcel2003 } from './excel-2003.ts';
import { archiveType, type FileType, fileType } from './file-type.ts';
import { readHtmlTables } from './html-tables.ts';
import { readFlatOpenDocument, readOpenDocument } from './open-document.ts';
import { tooLarge } from './workbook-budget.ts';
import { readXlsx } from './xlsx.ts';

const archiveLimits = { files: 1_000, megabytes: 2_000 };
/** Of a workbook that is one document of XML or a web page: some ten times its largest number of cells. */
const documentBytes = 500_000_000;

/**
 * Calls `use` with sources that are single tables: folders and archives become the files in them, workbooks their
 * sheets. What has to be unpacked is written into a folder of the system's for such files, under names of our own,
 * and removed afterwards. A source that cannot be unpacked stays, with what speaks against it.
 */
export async function withUnpacked<T>(
  sources: readonly ImportSource[],
  cancelled: () => boolean,
  use: (sources: readonly ImportSource[]) => T | Promise<T>,
): Promise<T> {
  return withTemporary('import', async (folder) => {
    const unpacker = new Unpacker(folder, cancelled);
    return use(await unpacker.all(sources));
  });
}

class Unpacker {
  readonly #folder: string;
  readonly #cancelled: () => boolean;
  #files = 0;

  constructor(folder: string, cancelled: () => boolean) {
    this.#folder = folder;
    this.#cancelled = cancelled;
  }

  async all(sources: readonly ImportSource[], inArchive = false): Promise<readonly ImportSource[]> {
    const unpacked: ImportSource[] = [];
    for (const source of sources) {
      this.#stopIfCancelled();
      unpacked.push(...(await this.#orRefused(source, () => this.#one(source, inArchive))));
    }
    return unpacked;
  }

  async #orRefused(
    source: ImportSource,
    unpack: () => Promise<readonly ImportSource[]>,
  ): Promise<readonly ImportSource[]> {
    try {
      return await unpack();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) {
        throw error;
      }
      return [{ ...source, refusal }];
    }
  }

  async #one(source: ImportSource, inArchive: boolean): Promise<readonly ImportSource[]> {
    const found = lookAt(source.path);
    if (found === undefined) {
      throw new SourceRefused({ code: 'unreadable-file', params: { reason: 'ENOENT' } });
    }
    if (found.isDirectory()) {
      return this.all(filesIn(source));
    }
    // A pipe would be waited for, a device read without end.
    if (!found.isFile()) {
      throw new SourceRefused({ code: 'unreadable-file', params: { reason: 'EISDIR' } });
    }
    const type = fileType(source.path);
    if (type !== 'text' && type !== 'archive' && found.size > documentBytes) {
      throw tooLarge();
    }
    return type === 'archive' ? this.#zip(source, inArchive) : this.#single(source, type);
  }

  async #zip(source: ImportSource, inArchive: boolean): Promise<readonly ImportSource[]> {
    const names = await withArchive(source.path, archiveLimits, async (entries) =>
      entries.map(({ name }) => name),
    );
    const type = archiveType(names);
    if (type === 'files' && inArchive) {
      throw new SourceRefused({ code: 'archive-in-archive', params: {} });
    }
    if (type === 'files') {
      return this.#archive(source);
    }
    const read = type === 'xlsx' ? readXlsx : readOpenDocument;
    return sheetSources(source, await read(source.path, this.#sheetFiles));
  }

  /** A file that is no archive: a text stays as it is. */
  #single(source: ImportSource, type: Exclude<FileType, 'archive'>): readonly ImportSource[] {
    switch (type) {
      case 'text':
        return [source];
      case 'excel-2003':
        return sheetSources(source, readExcel2003(source.path, this.#sheetFiles));
      case 'flat-open-document':
        return sheetSources(source, readFlatOpenDocument(source.path, this.#sheetFiles));
      case 'web-page': {
        const { encoding } = inspectSource(source.path, () => this.#stopIfCancelled());
        // The page's own reader knows its entities.
        const own = encoding === 'UTF-8-entities' ? 'UTF-8' : encoding;
        const tables = readHtmlTables(source.path, own, this.#sheetFiles);
        if (tables.length === 0) {
          throw new SourceRefused({ code: 'other-document', params: { type: 'web-page' } });
        }
        return sheetSources(source, tables);
      }
    }
  }

  async #archive(source: ImportSource): Promise<readonly ImportSource[]> {
    const files = await withArchive(source.path, archiveLimits, async (entries, archive) => {
      const copied: ImportSource[] = [];
      for (const entry of entries.filter(({ name }) => isData(name)).sort(byName)) {
        this.#stopIfCancelled();
        const path = this.#newFile();
        await copyEntry(archive, entry, path);
        copied.push({ path, name: `${source.name}/${entry.name}` });
      }
      return copied;
    });
    return files.length > 0 ? this.all(files, true) : [{ ...source, refusal: emptyFile }];
  }

  get #sheetFiles(): SheetFiles {
    return { newFile: () => this.#newFile(), stopIfCancelled: () => this.#stopIfCancelled() };
  }

  #stopIfCancelled(): void {
    if (this.#cancelled()) {
      throw new ImportCancelled('import cancelled');
    }
  }

  #newFile(): string {
    return join(this.#folder, String(++this.#files));
  }
}

/** Each sheet as a table of its own, a line of text for each row. */
function sheetSources(source: ImportSource, sheets: readonly ExtractedSheet[]): readonly ImportSource[] {
  return sheets.length === 0
    ? [{ ...source, refusal: emptyFile }]
    : sheets.map(({ path, ...sheet }) => ({
        path,
        name: `${source.name} [${sheet.name}]`,
        workbook: source.path,
        sheet,
      }));
}

const emptyFile: SourceRefusal = { code: 'empty-file', params: {} };

const byName = (a: ArchiveEntry, b: ArchiveEntry) => (a.name < b.name ? -1 : 1);

/** What systems put beside files is no data. */
function isData(path: string): boolean {
  return !path.split('/').some((part) => /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini|~\$.*)$/i.test(part));
}

function filesIn(folder: ImportSource): readonly ImportSource[] {
  const files = patiently(() => readdirSync(folder.path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path,
      inside: path
        .slice(folder.path.length)
        .replace(/^[/\\]+/, '')
        .replaceAll('\\', '/'),
    }))
    .filter(({ inside }) => isData(inside))
    .sort((a, b) => (a.inside < b.inside ? -1 : 1));
  if (files.length > archiveLimits.files) {
    throw new SourceRefused({ code: 'too-many-files', params: { limit: archiveLimits.files } });
  }
  if (files.length === 0) {
    throw new SourceRefused(emptyFile);
  }
  return files.map(({ path, inside }) => ({ path, name: `${folder.name}/${inside}` }));
}

function refusalOf(error: unknown): SourceRefusal | null {
  if (error instanceof SourceRefused) {
    return error.refusal;
  }
  const { syscall, code } = error as { syscall?: unknown; code?: unknown };
  return syscall === undefined ? null : { code: 'unreadable-file', params: { reason: String(code) } };
}
