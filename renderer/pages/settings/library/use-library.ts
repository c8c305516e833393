import { longestLibrary } from '../../../../electron/api/library-limits.ts';
import type { LibraryFile, LibraryState } from '../../../../electron/api/records.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { jobsTogether } from '../../../bridge/jobs-together.ts';
import { useJob } from '../../../bridge/use-api.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../../shell/use-undoable-notice.ts';

/** No further than anybody looks: what is longer is refused. */
const libraryFile = async (file: File): Promise<LibraryFile> => ({
  file: file.name,
  text: await file.slice(0, longestLibrary + 1).text(),
});

/** Taking, removing, switching and exporting; what replaces or removes a library can be taken back. */
export function useLibrary({ installed }: LibraryState) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const notifyUndoable = useUndoableNotice();
  const importing = useJob('library.import');
  const removing = useJob('library.remove');
  const switching = useJob('library.use');
  const exporting = useJob('library.export');
  const merging = useJob('library.merge');
  const nameOf = (library: LibraryState['installed']) => library?.name || library?.file || '';
  return {
    exporting,
    ...jobsTogether([importing, removing, switching, exporting, merging]),
    take: async (file: File) => {
      const done = await importing.edit(await libraryFile(file));
      if (!done) return;
      const name = nameOf(done.output.state.installed);
      notifyUndoable(t('library.imported', { name }), done.edits);
    },
    merge: async (chosen: readonly File[]) => {
      const files = await Promise.all(chosen.map(libraryFile));
      const merged = await merging.run({ files, name: '' });
      if (merged) await bridge.saveSheet({ fileName: merged.fileName, mime: 'text/json', body: merged.body });
    },
    remove: async () => {
      const done = await removing.edit({});
      if (done) notifyUndoable(t('library.removed', { name: nameOf(installed) }), done.edits);
    },
    use: async (on: boolean) => {
      const done = await switching.edit({ on });
      if (done && !on) notifyUndoable(t('library.switchedOff'), done.edits);
    },
    save: async (name: string) => {
      const file = await exporting.run({ name });
      if (file) await bridge.saveSheet({ fileName: file.fileName, mime: 'text/json', body: file.body });
    },
  };
}

export type LibraryEdits = ReturnType<typeof useLibrary>;
