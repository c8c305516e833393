import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../../db/files/patience.ts';
import { privateFile } from '../../../db/files/private.ts';
import { readOwnText } from '../../../db/files/reading.ts';
import type { IsoDate } from '../../api/records.ts';
import { isOwnFolder } from './own-folder.ts';

// A folder on a disk that is not connected, or that was deleted, looks like one in which nobody began: so which data
// folders held data, and when last, is kept with the user.

/** Data folders, with the last day on which data lay there. */
const shape = z.record(z.string(), z.iso.date());

/** More than anyone has: the ones not opened for longest are forgotten. */
const capacity = 50;

const fileIn = (userFolder: string) => join(userFolder, 'data-folders.json');

function read(userFolder: string): Readonly<Record<string, IsoDate>> {
  try {
    return shape.parse(JSON.parse(readOwnText(fileIn(userFolder))));
  } catch {
    return {};
  }
}

/** The last day on which data lay in a folder; `null` where none are known to have. */
export const lastSeen = (userFolder: string, dataFolder: string): IsoDate | null =>
  read(userFolder)[dataFolder] ?? null;

/** Never throws: what cannot be kept is only a warning less. */
export function rememberFolder(userFolder: string, dataFolder: string, today: IsoDate): void {
  // Nothing is put where others may write.
  if (!isOwnFolder(userFolder)) return;
  const known = read(userFolder);
  if (known[dataFolder] === today) return;
  const latest = Object.entries({ ...known, [dataFolder]: today })
    .toSorted(([, a], [, b]) => (a < b ? 1 : -1))
    .slice(0, capacity);
  try {
    writeWhole(fileIn(userFolder), JSON.stringify(Object.fromEntries(latest)), privateFile);
  } catch {
    // Not kept.
  }
}
