import { fewestSiteDays, fewestSites, type Library } from '../../../forecasting/domain/library.ts';
import { learnLibrary } from '../../../forecasting/transfer/learn.ts';
import { TooLittleForLibrary } from '../../../forecasting/transfer/too-little.ts';
import type { Input } from '../../api/contract.ts';
import type { ExportedLibrary, LibraryChange, LibraryState } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { type Installed, readInstalled, saveInstalled, switchOff } from './installed.ts';
import { readLibraryFile, writeLibraryFile } from './library-file.ts';
import { libraryState } from './library-state.ts';

function replace(context: Context, installed: Installed | null): LibraryChange {
  const replaced = readInstalled(context.db)?.file ?? null;
  saveInstalled(context.db, installed);
  return { state: libraryState(context), replaced };
}

export function importLibrary(context: Context, { file, text }: Input<'library.import'>): LibraryChange {
  readLibraryFile(file, text);
  return replace(context, { file, at: context.now, text });
}

export function removeLibrary(context: Context): LibraryChange {
  if (readInstalled(context.db) === null) {
    throw new ServiceError('not-found', (t) => t.library.none);
  }
  return replace(context, null);
}

export function switchLibrary(context: Context, { on }: Input<'library.use'>): LibraryState {
  switchOff(context.db, !on);
  return libraryState(context);
}

function learned(context: Context, name: string): Library {
  try {
    return learnLibrary(
      context.models.history(context),
      { origin: context.today, name },
      { onProgress: (done) => context.progress('fit', done), cancelled: context.cancelled },
    );
  } catch (error) {
    if (!(error instanceof TooLittleForLibrary)) throw error;
    const { sites, siteDays } = error;
    throw new ServiceError('refused', (t) =>
      t.library.tooLittle({ sites, siteDays }, { sites: fewestSites, siteDays: fewestSiteDays }),
    );
  }
}

export function exportLibrary(context: Context, { name }: Input<'library.export'>): ExportedLibrary {
  const library = learned(context, name);
  return {
    fileName: context.texts.library.fileName(library.learnedFrom.to),
    body: writeLibraryFile(library),
    learnedFrom: library.learnedFrom,
  };
}
