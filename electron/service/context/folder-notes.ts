import { lookAt } from '../../../db/files/reading.ts';
import type { FolderNote, IsoDate, Language } from '../../api/records.ts';
import { spelledDate } from '../messages/format.ts';
import { messagesIn } from '../messages/messages.ts';
import { sharedFolder } from './shared-folder.ts';

const othersWrite = 0o002;

/** May every user of the computer put files into a folder? Windows does not tell it so. */
function isOpenToAll(folder: string): boolean {
  if (process.getuid === undefined) return false;
  try {
    return ((lookAt(folder)?.mode ?? 0) & othersWrite) !== 0;
  } catch {
    return false;
  }
}

/** What is known of the data that lay in a folder before. */
interface Before {
  /** The day on which data lay there, though none do now. */
  readonly lastSeen?: IsoDate | null;
  /** They had come further than those that lie there now. */
  readonly isOlder?: boolean;
}

/** What a person should know of a data folder. */
export function folderNotes(
  dataFolder: string,
  { lastSeen = null, isOlder = false }: Before,
  language: Language,
): readonly FolderNote[] {
  const texts = messagesIn(language).folders;
  const shared = sharedFolder(dataFolder);
  return [
    ...(lastSeen === null
      ? []
      : [{ kind: 'gone', ...texts.gone(dataFolder, spelledDate(lastSeen, language)) } as const]),
    ...(isOlder && lastSeen === null ? [{ kind: 'older', ...texts.older(dataFolder) } as const] : []),
    ...(isOpenToAll(dataFolder) ? [{ kind: 'open', ...texts.open(dataFolder) } as const] : []),
    ...(shared === null ? [] : [{ kind: shared.kind, ...texts[shared.kind](dataFolder, shared.by) }]),
  ];
}
