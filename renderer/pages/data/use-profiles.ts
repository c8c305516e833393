import { useState } from 'react';
import type { ApiError, Input } from '../../../electron/api/contract.ts';
import type { MappingProfile } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCall, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

type ProfileFile = Input<'profiles.import'>;

/** Removing, saving to a file and taking from one, each with the way back that its notice offers. */
export function useProfiles() {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useCall();
  const { bridge } = useBridge();
  const notifyUndoable = useUndoableNotice();
  const removing = useJob('profiles.remove');
  const importing = useJob('profiles.import');
  const [wrongFile, setWrongFile] = useState<ApiError | null>(null);
  const take = async (file: ProfileFile) => {
    const done = await importing.edit(file);
    if (!done) return;
    const count = file.profiles.length;
    notifyUndoable(t('profiles.imported', { count, n: format.count(count) }), done.edits);
  };
  return {
    error: wrongFile ?? removing.error ?? importing.error,
    running: removing.running || importing.running,
    reset: () => {
      setWrongFile(null);
      removing.reset();
      importing.reset();
    },
    remove: async (profile: MappingProfile) => {
      const done = await removing.edit({ id: profile.id });
      if (!done) return;
      notifyUndoable(t('profiles.removed', { file: profile.file }), done.edits, { takesFocus: true });
    },
    save: async () => {
      const file = await call('profiles.export', {});
      const body = `${JSON.stringify(file, null, 2)}\n`;
      await bridge.saveSheet({ fileName: t('profiles.fileName'), mime: 'text/json', body });
    },
    take: async (file: File) => {
      setWrongFile(null);
      const read = parseProfiles(await file.text());
      if (read) await take(read);
      else {
        const words = { message: t('profiles.notProfiles'), remedy: t('profiles.notProfilesRemedy') };
        setWrongFile({ kind: 'file', ...words });
      }
    },
  };
}

/** What a file of profiles holds; `null` for any other file. Whether each profile makes sense is for the service. */
export function parseProfiles(text: string): ProfileFile | null {
  try {
    const file = JSON.parse(text) as Partial<ProfileFile> | null;
    return file?.version === 1 && Array.isArray(file.profiles) ? (file as ProfileFile) : null;
  } catch {
    return null;
  }
}
