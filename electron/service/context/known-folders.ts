import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../../db/files/patience.ts';
import { privateFile } from '../../../db/files/private.ts';
import { readOwnText } from '../../../db/files/reading.ts';
import { isEarlier, type LastChange } from '../../../db/last-change.ts';
import type { IsoDate } from '../../api/records.ts';
import { isOwnFolder } from './own-folder.ts';

// A folder on a disk that is not connected, or that was deleted, looks like one in which nobody began, and an older
// copy that was put back like data that nobody went on with: so which data folders held data, when last, and how far
// the data had come, is kept with the user.

const number = z.int().nonnegative();
const entry = z.object({
  /** The last day on which data lay there. */
  day: z.iso.date(),
  /** `null`: not known. */
  change: z.object({ schema: number, edit: number, batch: number }).nullable(),
});
type Entry = z.infer<typeof entry>;

/** Data folders. Earlier versions kept the day alone. */
const shape = z.record(
  z.string(),
  z.union([entry, z.iso.date().transform((day) => ({ day, change: null }))]),
);

/** More than anyone has: the ones not opened for longest are forgotten. */
const capacity = 50;

const fileIn = (userFolder: string) => join(userFolder, 'data-folders.json');

function read(userFolder: string): Readonly<Record<string, Entry>> {
  try {
    return shape.parse(JSON.parse(readOwnText(fileIn(userFolder))));
  } catch {
    return {};
  }
}

/** Never throws: what cannot be kept is only a warning less. */
function keep(userFolder: string, dataFolder: string, next: (known: Entry | undefined) => Entry): void {
  // Nothing is put where others may write.
  if (!isOwnFolder(userFolder)) return;
  const known = read(userFolder);
  const kept = next(known[dataFolder]);
  if (JSON.stringify(kept) === JSON.stringify(known[dataFolder])) return;
  const latest = Object.entries({ ...known, [dataFolder]: kept })
    .toSorted(([, a], [, b]) => (a.day < b.day ? 1 : -1))
    .slice(0, capacity);
  try {
    writeWhole(fileIn(userFolder), JSON.stringify(Object.fromEntries(latest)), privateFile);
  } catch {
    // Not kept.
  }
}

/** The last day on which data lay in a folder; `null` where none are known to have. */
export const lastSeen = (userFolder: string, dataFolder: string): IsoDate | null =>
  read(userFolder)[dataFolder]?.day ?? null;

/** `isNew`: none lay there before, and how far others had come is of no use any more. */
export function rememberFolder(userFolder: string, dataFolder: string, day: IsoDate, isNew = false): void {
  keep(userFolder, dataFolder, (known) => ({ day, change: isNew ? null : (known?.change ?? null) }));
}

/** Had the data of a folder come further when this user last saw them? */
export function wentBack(userFolder: string, dataFolder: string, change: LastChange): boolean {
  const known = read(userFolder)[dataFolder]?.change ?? null;
  return known !== null && isEarlier(change, known);
}

/** How far data have come, as was found after what a person asked for: a restore, an undo, or anything else. */
interface Seen {
  readonly day: IsoDate;
  readonly change: LastChange;
  readonly after: 'restore' | 'undo' | 'else';
}

/**
 * Data that went back are told of until they have come as far again, or a person restores a backup. An undo may take
 * imports away, and no edit.
 */
export function rememberChange(userFolder: string, dataFolder: string, { day, change, after }: Seen): void {
  keep(userFolder, dataFolder, (known) => {
    const before = known?.change ?? null;
    const ofEdits = after === 'undo' ? { ...change, batch: Number.POSITIVE_INFINITY } : change;
    const isBehind = after !== 'restore' && before !== null && isEarlier(ofEdits, before);
    return { day, change: isBehind ? before : change };
  });
}
