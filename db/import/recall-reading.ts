import type { ReadonlyDatabase } from '../open.ts';
import { type ImportProfile, listProfiles } from '../profiles.ts';
import { readHead, searchedRecords, separators } from './layout.ts';
import { type Reading, shapeOf } from './reading.ts';
import { splitRecords } from './records.ts';
import type { Encoding } from './written.ts';

/** The profile of a file's shape, and its reading with the place of the titles in this file. */
export interface Recalled {
  readonly profile: ImportProfile;
  readonly reading: Reading;
}

/** Looks for remembered titles among a file's first lines. */
export function recallReading(db: ReadonlyDatabase, path: string, encoding: Encoding): Recalled | null {
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
  shapes: ReadonlyMap<string, ImportProfile>,
): Recalled | null {
  let found: Recalled | null = null;
  let records = 0;
  splitRecords(head, separator, (header, headerLine) => {
    const profile = shapes.get(JSON.stringify(shapeOf({ header, headerLine })));
    if (profile !== undefined) {
      found = { profile, reading: { ...profile.reading, separator, headerLine } };
    }
    return found === null && ++records < searchedRecords;
  });
  return found;
}
