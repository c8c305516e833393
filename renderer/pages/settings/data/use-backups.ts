import { useCallback, useState } from 'react';
import type { ApiError } from '../../../../electron/api/contract.ts';
import type { BackupRecord, BackupSource } from '../../../../electron/api/records.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { ApiFailure, apiErrorOf } from '../../../bridge/failure.ts';
import type { JobProgress } from '../../../bridge/progress-store.ts';
import { useCall, useJob, useWork } from '../../../bridge/use-api.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useShell } from '../../../shell/shell-context.tsx';

/** What is to be restored: a backup of the list, or a file. */
export interface Chosen {
  readonly input: BackupSource;
  readonly name: string;
  /** `null`: a file, which is known by its name. */
  readonly backup: BackupRecord | null;
}

export interface BackupWork {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly error: ApiError | null;
  /** Waits for an answer whether to restore it. */
  readonly chosen: Chosen | null;
  choose(chosen: Chosen | null): void;
  make(): Promise<void>;
  saveCopy(): Promise<void>;
  pickFile(): Promise<void>;
  cancel(): void;
  reset(): void;
}

/** Making backups, saving copies and choosing what to restore. */
export function useBackups(): BackupWork {
  const { t } = useTranslation();
  const format = useFormat();
  const { tell } = useShell();
  const making = useJob('backups.make');
  const saving = useSaveCopy();
  const picking = usePickFile();
  const make = async () => {
    const made = await making.run({});
    if (made) tell(t('backups.made', { when: format.moment(made.at), size: format.bytes(made.bytes) }));
  };
  const saveCopy = async () => {
    if (await saving.run(null)) tell(t('backups.saved'));
  };
  const work = [making, saving].find(({ running }) => running) ?? making;
  return {
    running: work.running,
    progress: work.progress,
    cancel: work.cancel,
    error: making.error ?? saving.error ?? picking.error,
    chosen: picking.chosen,
    choose: picking.choose,
    make,
    saveCopy,
    pickFile: picking.pickFile,
    reset: () => {
      making.reset();
      saving.reset();
      picking.reset();
    },
  };
}

/** The host asks where to, and writes the file. */
function useSaveCopy() {
  const { bridge } = useBridge();
  const language = useLanguage();
  const save = useCallback(
    async (_: null, job: string) => {
      const result = await bridge.saveCopy({ language, job });
      if (result.ok) return result.value;
      throw new ApiFailure(result.error);
    },
    [bridge, language],
  );
  return useWork('backups.save', save);
}

function usePickFile() {
  const { bridge } = useBridge();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const pickFile = async () => {
    setError(null);
    try {
      const file = await bridge.pickBackup();
      if (file) choose({ input: { tickets: [file.ticket] }, name: file.name, backup: null });
    } catch (thrown) {
      setError(apiErrorOf(thrown));
    }
  };
  return { chosen, choose, error, pickFile, reset: () => setError(null) };
}

/** Restores what was chosen, and says how to go back. Answers whether it was done. */
export function useRestore() {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useCall();
  const { notifyUndoable, tell } = useShell();
  const job = useJob('backups.restore');
  const restore = async ({ input, name, backup }: Chosen): Promise<boolean> => {
    const restored = await job.run(input);
    if (!restored) return false;
    const words = backup
      ? t('backups.restored', { when: format.moment(backup.at) })
      : t('backups.restoredFile', { name });
    const { before } = restored;
    if (before) {
      const again = () => call('backups.restore', input);
      notifyUndoable(words, () => call('backups.restore', { backup: before.name }), again);
    } else {
      tell(words);
    }
    return true;
  };
  return { ...job, restore };
}
