import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppState } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FolderNotes } from '../../ui/folder-notes.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { ProgressView } from '../../ui/progress-view.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { Anatomy } from './anatomy.tsx';

/** Nothing is stored yet: three ways to begin, and how to read what will come. */
export function FirstRunPage(props: { readonly state: AppState }) {
  const { t } = useTranslation();
  const { importFiles, typeSite, offerTour } = useShell();
  const [, go] = useLocation();
  const sample = useJob('sample.load');
  const openSample = async () => {
    if (!(await sample.run({}))) return;
    if (!props.state.settings.tourSeen) offerTour();
    go('/week');
  };
  return (
    <main className="page first">
      <div className="firstcol">
        <h1>{t('first.title')}</h1>
        <p className="lead">{t('first.lead')}</p>
        <FolderNotes notes={props.state.folderNotes} />
        {sample.error && <ErrorNotice error={sample.error} onClose={sample.reset} />}
        <ol className="ways">
          <Way icon="file" title={t('first.importTitle')} text={t('first.importText')}>
            <Button look="primary" onClick={() => importFiles({ type: 'dialog' })}>
              {t('first.importButton')}
            </Button>
          </Way>
          <Way icon="type" title={t('first.typeTitle')} text={t('first.typeText')}>
            <Button onClick={typeSite}>{t('first.typeButton')}</Button>
          </Way>
          <Way icon="sample" title={t('first.sampleTitle')} text={t('first.sampleText')}>
            {sample.running ? (
              <ProgressView progress={sample.progress} onCancel={sample.cancel} />
            ) : (
              <Button onClick={() => void openSample()}>{t('first.sampleButton')}</Button>
            )}
          </Way>
        </ol>
        <p className="where">
          <Icon name="private" small />
          <span>
            <Trans
              t={t}
              i18nKey="first.where"
              values={{ folder: props.state.dataFolder }}
              components={{ b: <b /> }}
              shouldUnescape
            />
          </span>
        </p>
      </div>
      <Anatomy />
    </main>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Way({ icon, title, text, children }: WayProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {children}
    </li>
  );
}
