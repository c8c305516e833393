import type { FolderNote } from '../../electron/api/records.ts';
import { Icon } from './icons.tsx';

/** What to know of the data folder, where there is something: it stands where the folder is named. */
export function FolderNotes({ notes }: { readonly notes: readonly FolderNote[] }) {
  return notes.map(({ kind, message, remedy }) => (
    <div key={kind} className="notice warn" role="note">
      <Icon name="warning" />
      <span>
        <b>{message}</b> {remedy}
      </span>
    </div>
  ));
}
