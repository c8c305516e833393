import type { ImportCounts, IsoDate } from '../../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from '../open.ts';
import type { ImportKind } from './problem.ts';

export { UnknownImportError, undoImport } from './undo.ts';

export interface ImportedFile extends ImportCounts {
  readonly file: string;
  readonly kind: ImportKind | null;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

/** One import, with its files and the sums of their counts. */
export interface StoredImport extends ImportCounts {
  readonly batch: number;
  /** `YYYY-MM-DDTHH:MM` as the computer showed it. */
  readonly at: string;
  readonly files: readonly ImportedFile[];
}

/** The imports that can be undone, the latest first. */
export function listImports(db: ReadonlyDatabase): readonly StoredImport[] {
  const files = db.prepare(
    `SELECT name AS file, kind, first_day AS firstDay, last_day AS lastDay,
            read, imported, updated, unchanged, refused, asked
     FROM import_file WHERE batch = ? ORDER BY id`,
  );
  const imports = db.prepare('SELECT id AS batch, at FROM import_batch ORDER BY id DESC').all() as {
    batch: number;
    at: string;
  }[];
  return imports.map(({ batch, at }) => {
    const ofBatch = files.all(batch) as ImportedFile[];
    return { batch, at, ...sumCounts(ofBatch), files: ofBatch };
  });
}

function sumCounts(files: readonly ImportCounts[]): ImportCounts {
  const sum = (count: keyof ImportCounts) => files.reduce((total, file) => total + file[count], 0);
  return {
    read: sum('read'),
    imported: sum('imported'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    asked: sum('asked'),
  };
}
