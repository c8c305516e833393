import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../bridge/failure.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Edit, Way } from './edit-stack.ts';
import { type News, useShellState } from './shell-context.tsx';

/** Long enough to be read twice. */
const SHOWN_MS = 12_000;

/** What has just been done; a page shows it under its head. */
export function Told() {
  const { t } = useTranslation();
  const { told, hush } = useShellState();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!told) return;
    if (told.takesFocus) notice.current?.querySelector('button')?.focus();
    // Whoever stands on the notice is not left standing on nothing.
    const timer = setInterval(() => {
      if (!notice.current?.contains(document.activeElement)) hush();
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [told, hush]);
  const bad = told !== null && problemOf(told) !== null;
  return (
    <div role="status">
      {told && (
        <div className={bad ? 'notice bad' : 'notice'} ref={notice}>
          <Icon name={bad ? 'warning' : 'done'} />
          <Words told={told} />
          <span className="push" />
          <StepButton {...stepOffered(told)} />
          <IconButton look="ghost" icon="close" label={t('common.close')} onClick={hush} />
        </div>
      )}
    </div>
  );
}

function problemOf(told: News): unknown {
  if (told.type === 'done') return null;
  return told.type === 'step' ? told.step.problem : told.problem;
}

function Words({ told }: { readonly told: News }) {
  const { t } = useTranslation();
  if (told.type === 'done') return <span>{told.words}</span>;
  const problem = problemOf(told);
  if (told.type === 'step' && problem === null) {
    return <span>{t(`undo.${told.step.way}`, { words: told.step.edit.words })}</span>;
  }
  const { message, remedy } = toApiError(problem);
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
function stepOffered(told: News): Offered {
  if (told.type === 'done') return { way: 'undo', edit: told.edit };
  if (told.type === 'failed') return { way: 'undo', edit: null };
  const { edit, way, problem } = told.step;
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
