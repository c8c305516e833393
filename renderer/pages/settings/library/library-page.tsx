import { useState } from 'react';
import type { InstalledLibrary, LibraryState, LibraryUse } from '../../../../electron/api/records.ts';
import { useApiQuery } from '../../../bridge/use-api.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { ProgressView, useDelayed } from '../../../ui/progress-view.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { TakeFile } from '../../../ui/take-file.tsx';
import { type LibraryEdits, useLibrary } from './use-library.ts';

/** What other towns know: what is installed, what it does, and ours for others. */
export function LibraryPage() {
  const query = useApiQuery('library.read', {}, { keep: () => true });
  return <QueryView query={query}>{(state) => <Library state={state} />}</QueryView>;
}

function Library({ state }: { readonly state: LibraryState }) {
  const { t } = useTranslation();
  const edits = useLibrary(state);
  const { installed, refused, use } = state;
  return (
    <div className="blocks">
      <section className="block">
        <h2>{t('library.title')}</h2>
        <p className="about">{t('library.lead')}</p>
        {edits.error && <ErrorNotice error={edits.error} onClose={edits.reset} />}
        <dl className="settings">
          <dt>{t('library.installed')}</dt>
          <dd>
            <Installed library={installed} refused={refused} edits={edits} />
          </dd>
          {use !== 'none' && <Use state={state} use={use} edits={edits} />}
          <dt>{t('library.several')}</dt>
          <dd>
            <div className="row">
              <TakeFile
                label={t('library.merge')}
                disabled={edits.running}
                many
                onTake={(files) => void edits.merge(files)}
              />
            </div>
            <p>{t('library.mergeHint')}</p>
          </dd>
          <dt>{t('library.ours')}</dt>
          <dd>
            <Ours state={state} edits={edits} />
          </dd>
        </dl>
      </section>
    </div>
  );
}

interface InstalledProps {
  readonly library: InstalledLibrary | null;
  readonly refused: LibraryState['refused'];
  readonly edits: LibraryEdits;
}

function Installed({ library, refused, edits }: InstalledProps) {
  const { t } = useTranslation();
  return (
    <>
      {library && <Source library={library} />}
      {refused && (
        <p role="alert">
          <strong>{refused.message}</strong> {refused.remedy}
        </p>
      )}
      {!library && !refused && <p>{t('library.none')}</p>}
      <div className="row">
        <TakeFile
          label={t('library.import')}
          disabled={edits.running}
          onTake={([file]) => file && void edits.take(file)}
        />
        {(library?.file || refused) && (
          <Button disabled={edits.running} onClick={() => void edits.remove()}>
            {t('library.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Source({ library }: { readonly library: InstalledLibrary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const source = ({ sites, siteDays, from, to }: InstalledLibrary['learnedFrom']) =>
    t('library.source', {
      sites: t('site.count', { count: sites, n: format.count(sites) }),
      days: format.count(siteDays),
      from: format.date(from),
      to: format.date(to),
    });
  return (
    <>
      <strong>{library.name || t('library.unnamed')}</strong>
      <p>{source(library.learnedFrom)}</p>
      {library.towns.length > 0 && (
        <ul className="plain" aria-label={t('library.towns')}>
          {library.towns.map(({ name, learnedFrom }) => (
            <li key={`${name}|${learnedFrom.from}|${learnedFrom.siteDays}`}>
              {t('library.town', { name: name || t('library.unnamed'), source: source(learnedFrom) })}
            </li>
          ))}
        </ul>
      )}
      <p>
        {library.file === null || library.at === null
          ? t('library.boxed')
          : t('library.file', { file: library.file, at: format.moment(library.at) })}
      </p>
    </>
  );
}

interface UseProps {
  readonly state: LibraryState;
  readonly use: Exclude<LibraryUse, 'none'>;
  readonly edits: LibraryEdits;
}

function Use({ state, use, edits }: UseProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = format.count(state.ownDays);
  const enough = format.count(state.enoughDays);
  return (
    <>
      <dt>{t('library.use')}</dt>
      <dd>
        <Choice<'on' | 'off'>
          label={t('library.use')}
          options={[
            { id: 'on', label: t('library.on') },
            { id: 'off', label: t('library.off') },
          ]}
          value={use === 'off' ? 'off' : 'on'}
          onChange={(chosen) => void edits.use(chosen === 'on')}
        />
        <p>{t(`library.roles.${use}`, { days, enough })}</p>
      </dd>
    </>
  );
}

function Ours({ state, edits }: { readonly state: LibraryState; readonly edits: LibraryEdits }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [name, setName] = useState('');
  const { own, least } = state;
  const late = useDelayed(edits.exporting.running);
  if (own.sites < least.sites || own.siteDays < least.siteDays) {
    const needed = { sites: format.count(least.sites), days: format.count(least.siteDays) };
    return <p>{t('library.tooLittle', needed)}</p>;
  }
  if (late) return <ProgressView progress={edits.exporting.progress} onCancel={edits.exporting.cancel} />;
  return (
    <>
      <div className="row">
        <input
          className="field library-name"
          maxLength={60}
          aria-label={t('library.name')}
          placeholder={t('library.namePlace')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button icon="save" disabled={edits.running} onClick={() => void edits.save(name.trim())}>
          {t('library.export')}
        </Button>
      </div>
      <p>{t('library.oursHint')}</p>
    </>
  );
}
