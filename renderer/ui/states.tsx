import type { ReactNode } from 'react';
import type { ApiError } from '../../electron/api/contract.ts';
import type { JobProgress } from '../bridge/progress-store.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, IconButton } from './button.tsx';
import { Floating } from './floating.tsx';
import { Icon, type IconName } from './icons.tsx';
import { ProgressView, useDelayed } from './progress-view.tsx';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly bad?: boolean;
  readonly children?: ReactNode;
}

/** What a page shows in place of its content: nothing yet, nothing to do, or something wrong. */
export function StateView(props: StateProps) {
  return (
    <div className={props.bad ? 'state bad' : 'state'} role={props.bad ? 'alert' : undefined}>
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      {props.children && <div className="row">{props.children}</div>}
    </div>
  );
}

export function ErrorView(props: {
  readonly error: ApiError;
  onAgain?(): void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { error, onAgain } = props;
  return (
    <StateView bad icon="warning" title={error.message} text={error.remedy}>
      {onAgain && <Button onClick={onAgain}>{t('common.again')}</Button>}
      {props.children}
    </StateView>
  );
}

interface ErrorNoticeProps {
  readonly error: ApiError;
  onClose?(): void;
}

/** A refusal: it floats until it is closed, and nothing moves. One that cannot be closed stands where it belongs. */
export function ErrorNotice({ error, onClose }: ErrorNoticeProps) {
  return onClose ? (
    <Floating>
      <ErrorLine error={error} onClose={onClose} />
    </Floating>
  ) : (
    <ErrorLine error={error} />
  );
}

function ErrorLine({ error, onClose }: ErrorNoticeProps) {
  const { t } = useTranslation();
  return (
    <div className="notice bad" role="alert">
      <Icon name="warning" />
      <span>
        <b>{error.message}</b> {error.remedy}
      </span>
      <span className="push" />
      {onClose && <IconButton look="ghost" icon="close" label={t('common.close')} onClick={onClose} />}
    </div>
  );
}

interface LoadingProps {
  readonly progress: JobProgress | null;
  onCancel?(): void;
}

export function LoadingView({ progress, onCancel }: LoadingProps) {
  const { t } = useTranslation();
  const late = useDelayed(true);
  if (!late) return <div className="state" aria-busy="true" />;
  return (
    <div className="state" aria-busy="true">
      <ProgressView progress={progress} label={t('common.loading')} {...(onCancel ? { onCancel } : {})} />
    </div>
  );
}

export function StoppedView(props: { onAgain(): void }) {
  const { t } = useTranslation();
  return (
    <StateView icon="closed" title={t('error.stopped')} text={t('error.stoppedHint')}>
      <Button onClick={props.onAgain}>{t('error.resume')}</Button>
    </StateView>
  );
}
