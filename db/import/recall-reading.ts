import type { Mapping, Separator, TextEncoding } from '../../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from '../open.ts';
import { readHead, searchedRecords, separators } from './layout.ts';
import { listProfiles, type StoredMappingProfile } from './mapping-profiles.ts';
import { nameKey } from './name-key.ts';
import { headerKey } from './reading.ts';
import { readRecords, splitRecords } from './records.ts';
import type { Table } from './table.ts';
import type { Layout, Unrecognised } from './table-layout.ts';
import { type CellMeaning, typeOf } from './understand/cells.ts';

/** The profile of a file's shape, and its reading with the place of the titles in this file. */
export interface SavedMapping {
  readonly profile: StoredMappingProfile;
  readonly reading: Mapping;
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
  separator: Separator,
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

/**
 * What was said about one file, as far as it may hold for another one with the same titles: the canteen does not where
 * this file names another one, by its sheet, its headings or its name. `found`: the file as it is understood by itself.
 */
export function forOtherFile(
  { profile, reading }: SavedMapping,
  file: string,
  found: Layout | Unrecognised,
): Mapping {
  const { site, ...others } = reading.answers ?? {};
  const own = found.kind === null ? null : siteNamedBy(found);
  const isOther =
    site !== undefined &&
    own !== null &&
    nameKey(own) !== nameKey(site) &&
    seriesOf(file) !== seriesOf(profile.file);
  return isOther ? { ...reading, answers: others } : reading;
}

function siteNamedBy({ notes = [], questions = [] }: Layout): string | null {
  const certain = notes.find(({ code }) => code === 'site-of-file');
  return certain?.code === 'site-of-file'
    ? certain.name
    : (questions.find(({ id }) => id === 'site')?.names[0] ?? null);
}

/** "extraction 12-11.csv" and "extraction 19-11.csv" are of one series. */
const seriesOf = (file: string) => nameKey(file.replace(/\.[a-z]{3,5}$/i, '').replace(/\d+/g, ' '));

/** So many lines tell what a column holds. */
const sampledLines = 200;

/** Do the columns of a remembered mapping hold dates and counts in this file too? */
export function fitsContents(table: Table): boolean {
  const holds = (['date', 'served', 'staff', 'children'] as const).flatMap((field) => {
    const index = table.columns.get(field);
    return index === undefined ? [] : [{ index, field, filled: 0, right: 0 }];
  });
  readRecords(table, (cells, line) => {
    for (const column of line > table.headerLine ? holds : []) {
      const type = typeOf(cells[column.index] ?? '');
      column.filled += type === 'empty' ? 0 : 1;
      column.right += fitting(column.field).includes(type) ? 1 : 0;
    }
    return line < table.headerLine + sampledLines;
  });
  return table.shape !== undefined || holds.every(({ filled, right }) => right >= 0.4 * filled);
}

/** A date may be written so that it is a number (a serial); a count may be missing, or a mark of a day without one. */
const fitting = (field: 'date' | 'served' | 'staff' | 'children'): readonly CellMeaning[] =>
  field === 'date' ? ['date', 'partial-date', 'number', 'count'] : ['count', 'number', 'missing', 'mark'];
