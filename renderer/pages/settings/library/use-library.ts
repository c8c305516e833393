import { useTranslation } from 'react-i18next';
import type { LibraryState } from '../../../../electron/api/records.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-api.ts';
import { useUndoableNotice } from '../../../shell/use-undoable-notice.ts';

/** Taking, removing, switching and exporting; what replaces or removes a library can be taken back. */
export function useLibrary({ installed }: LibraryState) {
  const { t } = useTranslation();
  const { bridge } = useBridge();
  const notifyUndoable = useUndoableNotice();
  const importing = useJob('library.import');
  const removing = useJob('library.remove');
  const switching = useJob('library.use');
  const exporting = useJob('library.export');
  const nameOf = (library: LibraryState['installed']) => library?.name || library?.file || '';
  return {
    exporting,
    running: importing.running || removing.running || switching.running || exporting.running,
    error: importing.error ?? removing.error ?? switching.error ?? exporting.error,
    reset: () => {
      for (const job of [importing, removing, switching, exporting]) job.reset();
    },
    take: async (file: File) => {
      const done = await importing.edit({ file: file.name, text: await file.text() });
      if (!done) return;
      const name = nameOf(done.output.state.installed);
      notifyUndoable(t('library.imported', { name }), done.edits);
    },
    remove: async () => {
      const done = await removing.edit({});
      if (done) notifyUndoable(t('library.removed', { name: nameOf(installed) }), done.edits);
    },
    use: (on: boolean) => void switching.run({ on }),
    save: async (name: string) => {
      const file = await exporting.run({ name });
      if (file) await bridge.saveSheet({ fileName: file.fileName, mime: 'text/json', body: file.body });
    },
  };
}

export type LibraryEdits = ReturnType<typeof useLibrary>;
