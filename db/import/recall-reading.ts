import type { ReadonlyDatabase } from '../open.ts';
import { readHead, searchedRecords, separators } from './layout.ts';
import { listProfiles, type StoredMappingProfile } from './mapping-profiles.ts';
import { headerKey, type TableMapping } from './reading.ts';
import { splitRecords } from './records.ts';
import type { TextEncoding } from './written.ts';

/** The profile of a file's shape, and its reading with the place of the titles in this file. */
export interface SavedMapping {
  readonly profile: StoredMappingProfile;
  readonly reading: TableMapping;
}

/** Looks for remembered titles among a file's first lines. */
export function findSavedMapping(
  db: ReadonlyDatabase,
  path: string,
  encoding: TextEncoding,
): SavedMapping | null {
  const profiles = listProfiles(db);
  for (const each of new Set(profiles.map(({ reading }) => reading.encoding ?? encoding))) {
    const head = readHead(path, each);
    const shapes = new Map(
      profiles
        .filter(({ reading }) => (reading.encoding ?? encoding) === each)
        .map((profile) => [JSON.stringify(profile.shape), profile]),
    );
    for (const separator of separators) {
      const found = findShape(head, separator, shapes);
      if (found !== null) {
        return found;
      }
    }
  }
  return null;
}

function findShape(
  head: string,
  separator: string,
  shapes: ReadonlyMap<string, StoredMappingProfile>,
): SavedMapping | null {
  let found: SavedMapping | null = null;
  let records = 0;
  splitRecords(head, separator, (header, headerLine) => {
    const profile = shapes.get(JSON.stringify(headerKey({ header, headerLine })));
    if (profile !== undefined) {
      found = { profile, reading: { ...profile.reading, separator, headerLine } };
    }
    return found === null && ++records < searchedRecords;
  });
  return found;
}
