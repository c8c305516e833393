import type { Library } from '../../../forecasting/domain/library.ts';
import { CannotMerge, mergeLibraries } from '../../../forecasting/transfer/merge.ts';
import type { Input } from '../../api/contract.ts';
import type { MergedLibrary } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { longestMerged, readLibraryFile, writeLibraryFile } from './library-file.ts';

/** One file of several; each is checked as if it were to be installed. */
export function mergeFiles({ texts }: Context, { files, name }: Input<'library.merge'>): MergedLibrary {
  const libraries = files.map(({ file, text }) => {
    const library = readLibraryFile(file, text);
    const towns = library.towns ?? [library];
    if (towns.some(({ leads }) => leads.some(({ certainty }) => certainty === undefined))) {
      throw new ServiceError('refused', (t) => t.library.tooOld(file));
    }
    return library;
  });
  if (libraries.length < 2) throw new ServiceError('refused', (t) => t.library.oneFile);
  const merged = mergedOf(libraries, name);
  const body = writeLibraryFile(merged);
  const towns = (merged.towns ?? []).map((town) => ({ name: town.name, learnedFrom: town.learnedFrom }));
  if (body.length > longestMerged)
    throw new ServiceError('refused', (t) => t.library.tooManyTowns(towns.length));
  const { learnedFrom } = merged;
  return { fileName: texts.library.fileName(learnedFrom.to), body, learnedFrom, name: merged.name, towns };
}

/** Characters of a name. */
const longestName = 60;

function mergedOf(libraries: readonly Library[], name: string): Library {
  try {
    const merged = mergeLibraries(libraries, name);
    if (name !== '') return merged;
    const names = (merged.towns ?? []).map((town) => town.name).filter((own) => own !== '');
    const joined = names.join(' + ');
    return { ...merged, name: joined.length <= longestName ? joined : '' };
  } catch (error) {
    if (!(error instanceof CannotMerge)) throw error;
    const { town } = error;
    throw new ServiceError('refused', (t) => t.library.sameTown(town));
  }
}
