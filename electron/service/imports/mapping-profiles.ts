import { listProfiles, removeProfile, saveProfile } from '../../../db/import/mapping-profiles.ts';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import type { Input } from '../../api/contract.ts';
import type { MappingProfile, ProfileFile } from '../../api/records.ts';
import { mappingSchema as schema } from '../../api/schemas.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';

/** A profile that cannot be read, from a newer version, counts as never made. */
export const readProfiles = (db: ReadonlyDatabase): readonly MappingProfile[] =>
  listProfiles(db).flatMap(({ reading, ...profile }) => {
    const { success, data } = schema.safeParse(reading);
    return success ? [{ ...profile, reading: data as MappingProfile['reading'] }] : [];
  });

export const exportProfiles = ({ db }: Context): ProfileFile => ({
  version: 1,
  profiles: readProfiles(db).map(({ id: _, ...profile }) => profile),
});

export function importProfiles(
  { db }: { readonly db: Database },
  { profiles }: Input<'profiles.import'>,
): readonly MappingProfile[] {
  db.transaction(() => {
    for (const profile of profiles) {
      saveProfile(db, profile);
    }
  }).immediate();
  return readProfiles(db);
}

export function forgetProfile(
  { db }: { readonly db: Database },
  { id }: Input<'profiles.remove'>,
): readonly MappingProfile[] {
  if (!removeProfile(db, id)) {
    throw new ServiceError('not-found', (t) => t.errors.profileNotFound(id));
  }
  return readProfiles(db);
}
