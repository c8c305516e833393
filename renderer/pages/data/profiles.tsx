import type { MappingProfile } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { TakeFile } from '../../ui/take-file.tsx';
import { useProfiles } from './use-profiles.ts';

/** How files are read that a person once explained. */
export function Profiles() {
  const query = useApiQuery('profiles.list', {}, { keep: () => true });
  return <QueryView query={query}>{(profiles) => <ProfileList profiles={profiles} />}</QueryView>;
}

function ProfileList({ profiles }: { readonly profiles: readonly MappingProfile[] }) {
  const { t } = useTranslation();
  const edits = useProfiles();
  return (
    <section className="block">
      <h2 id="profiles">
        {t('profiles.title')} <span>{t('profiles.hint')}</span>
      </h2>
      <div className="row">
        <TakeFile
          label={t('profiles.import')}
          disabled={edits.running}
          onTake={([file]) => file && void edits.take(file)}
        />
        {profiles.length > 0 && (
          <Button icon="save" onClick={() => void edits.save()}>
            {t('profiles.export')}
          </Button>
        )}
      </div>
      {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
      {profiles.length > 0 ? (
        <ProfileTable
          profiles={profiles}
          disabled={edits.running}
          onRemove={(profile) => void edits.remove(profile)}
        />
      ) : (
        <p className="mute">{t('profiles.none')}</p>
      )}
    </section>
  );
}

interface ProfileTableProps {
  readonly profiles: readonly MappingProfile[];
  readonly disabled: boolean;
  onRemove(profile: MappingProfile): void;
}

function ProfileTable({ profiles, disabled, onRemove }: ProfileTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="list" aria-labelledby="profiles">
      <thead>
        <tr>
          <th scope="col">{t('profiles.file')}</th>
          <th scope="col">{t('profiles.kind')}</th>
          <th scope="col">{t('profiles.columns')}</th>
          <th scope="col">{t('profiles.when')}</th>
          <th scope="col">
            <span className="sr">{t('profiles.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {profiles.map((profile) => {
          const columns = profile.shape.join(', ');
          return (
            <tr key={profile.id}>
              <th scope="row" className="cut" title={profile.file}>
                {profile.file}
              </th>
              <td>{t(`fileKind.${profile.reading.kind}`)}</td>
              <td className="cut" title={columns}>
                {columns}
              </td>
              <td>{format.moment(profile.at)}</td>
              <td className="r">
                <Button
                  disabled={disabled}
                  aria-label={t('profiles.removeOf', { file: profile.file })}
                  onClick={() => onRemove(profile)}
                >
                  {t('profiles.remove')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
