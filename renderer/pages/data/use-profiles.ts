import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError, Input } from '../../../electron/api/contract.ts';
import type { MappingProfile } from '../../../electron/api/records.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCall, useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';

type ProfileFile = Input<'profiles.import'>;

const shapeOf = ({ shape }: Pick<MappingProfile, 'shape'>) => JSON.stringify(shape);

const fileOf = (profiles: readonly MappingProfile[]): ProfileFile => ({
  version: 1,
  profiles: profiles.map(({ id: _, ...profile }) => profile),
});

/** Removing, saving to a file and taking from one, each with the way back that its notice offers. */
export function useProfiles(profiles: readonly MappingProfile[]) {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useCall();
  const { bridge } = useBridge();
  const { tell, tellWithFocus } = useShell();
  const removing = useJob('profiles.remove');
  const importing = useJob('profiles.import');
  const [wrongFile, setWrongFile] = useState<ApiError | null>(null);
  const putBack = async (profile: MappingProfile) => {
    if (await importing.run(fileOf([profile]))) tellWithFocus(t('profiles.putBack', { file: profile.file }));
  };
  /** Those that are new go, and what they replaced comes back. */
  const takeBack = async (before: readonly MappingProfile[], after: readonly MappingProfile[]) => {
    const known = new Set(before.map(shapeOf));
    for (const { id } of after.filter((profile) => !known.has(shapeOf(profile)))) {
      if (!(await removing.run({ id }))) return;
    }
    if (before.length === 0 || (await importing.run(fileOf(before)))) tellWithFocus(t('profiles.takenBack'));
  };
  const take = async (file: ProfileFile) => {
    const after = await importing.run(file);
    if (!after) return;
    const count = file.profiles.length;
    tell(t('profiles.imported', { count, n: format.count(count) }), () => void takeBack(profiles, after));
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
      if (!(await removing.run({ id: profile.id }))) return;
      tellWithFocus(t('profiles.removed', { file: profile.file }), () => void putBack(profile));
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
