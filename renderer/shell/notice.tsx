import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { apiErrorOf } from '../bridge/failure.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Edit, Way } from './edit-stack.ts';
import { type Notice, useShellState } from './shell-context.tsx';

/** Long enough to be read twice. */
const SHOWN_MS = 12_000;

/** What has just been done; a page shows it under its head. */
export function NoticeView() {
  const { t } = useTranslation();
  const { notice: shown, dismiss } = useShellState();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!shown) return;
    if (shown.takesFocus) notice.current?.querySelector('button')?.focus();
    // Whoever stands on the notice is not left standing on nothing.
    const timer = setInterval(() => {
      if (!notice.current?.contains(document.activeElement)) dismiss();
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [shown, dismiss]);
  const bad = shown !== null && problemOf(shown) !== null;
  return (
    <div role="status">
      {shown && (
        <div className={bad ? 'notice bad' : 'notice'} ref={notice}>
          <Icon name={bad ? 'warning' : 'done'} />
          <Words told={shown} />
          <span className="push" />
          <StepButton {...stepOffered(shown)} />
          <IconButton look="ghost" icon="close" label={t('common.close')} onClick={dismiss} />
        </div>
      )}
    </div>
  );
}

function problemOf(shown: Notice): unknown {
  if (shown.type === 'done') return null;
  return shown.type === 'step' ? shown.step.problem : shown.problem;
}

function Words({ told: shown }: { readonly told: Notice }) {
  const { t } = useTranslation();
  if (shown.type === 'done') return <span>{shown.words}</span>;
  const problem = problemOf(shown);
  if (shown.type === 'step' && problem === null) {
    return <span>{t(`undo.${shown.step.way}`, { words: shown.step.edit.words })}</span>;
  }
  const { message, remedy } = apiErrorOf(problem);
  return (
    <span>
      <b>{message}</b> {remedy}
    </span>
  );
}

interface Offered {
  readonly way: Way;
  readonly edit: Edit | null;
}

/** What was done can be taken back; what was taken back can be done again. */
function stepOffered(shown: Notice): Offered {
  if (shown.type === 'done') return { way: 'undo', edit: shown.edit };
  if (shown.type === 'failed') return { way: 'undo', edit: null };
  const { edit, way, problem } = shown.step;
  if (problem !== null) return { way, edit: null };
  return way === 'redo' ? { way: 'undo', edit } : { way: 'redo', edit: edit.redo ? edit : null };
}

function StepButton({ way, edit }: Offered) {
  const { t } = useTranslation();
  const { shell } = useShellState();
  if (!edit) return null;
  return (
    <Button icon={way} onClick={() => void shell.step(way, edit)}>
      {t(way === 'undo' ? 'common.undo' : 'undo.again')}
    </Button>
  );
}
