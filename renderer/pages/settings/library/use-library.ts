import { useTranslation } from 'react-i18next';
import type { LibraryChange, LibraryState } from '../../../../electron/api/records.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useCall, useJob } from '../../../bridge/use-api.ts';
import { useShell } from '../../../shell/shell-context.tsx';

/** Taking, removing, switching and exporting; what replaces or removes a library can be taken back. */
export function useLibrary({ installed }: LibraryState) {
  const { t } = useTranslation();
  const call = useCall();
  const { bridge } = useBridge();
  const { notifyUndoable } = useShell();
  const importing = useJob('library.import');
  const removing = useJob('library.remove');
  const switching = useJob('library.use');
  const exporting = useJob('library.export');
  const put = (library: LibraryChange['before']) =>
    library ? call('library.import', library) : call('library.remove', {});
  const nameOf = (library: LibraryState['installed']) => library?.name || library?.file || '';
  return {
    exporting,
    running: importing.running || removing.running || switching.running || exporting.running,
    error: importing.error ?? removing.error ?? switching.error ?? exporting.error,
    reset: () => {
      for (const job of [importing, removing, switching, exporting]) job.reset();
    },
    take: async (file: File) => {
      const given = { file: file.name, text: await file.text() };
      const change = await importing.run(given);
      if (!change) return;
      const words = t('library.imported', { name: nameOf(change.state.installed) });
      notifyUndoable(
        words,
        () => put(change.before),
        () => put(given),
      );
    },
    remove: async () => {
      const change = await removing.run({});
      if (!change) return;
      notifyUndoable(
        t('library.removed', { name: nameOf(installed) }),
        () => put(change.before),
        () => put(null),
      );
    },
    use: (on: boolean) => void switching.run({ on }),
    save: async (name: string) => {
      const file = await exporting.run({ name });
      if (file) await bridge.saveSheet({ fileName: file.fileName, mime: 'text/json', body: file.body });
    },
  };
}

export type LibraryEdits = ReturnType<typeof useLibrary>;
