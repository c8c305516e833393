import type { FolderNote, IsoDate, Language } from '../../api/records.ts';
import { spelledDate } from '../messages/format.ts';
import { messagesIn } from '../messages/messages.ts';
import { sharedFolder } from './shared-folder.ts';

/** What a person should know of a data folder. `lastSeen`: the day on which data lay there, though none do now. */
export function folderNotes(
  dataFolder: string,
  lastSeen: IsoDate | null,
  language: Language,
): readonly FolderNote[] {
  const texts = messagesIn(language).folders;
  const shared = sharedFolder(dataFolder);
  return [
    ...(lastSeen === null
      ? []
      : [{ kind: 'gone', ...texts.gone(dataFolder, spelledDate(lastSeen, language)) } as const]),
    ...(shared === null ? [] : [{ kind: shared.kind, ...texts[shared.kind](dataFolder, shared.by) }]),
  ];
}
