import { type KeyboardEvent, useEffect, useRef } from 'react';
import { apiErrorOf } from '../bridge/failure.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { FLOATING_ID } from '../ui/floating.tsx';
import { Icon } from '../ui/icons.tsx';
import { failureIn, isRefusal, type Notice, type ShownNotice, stepOffered } from './notices.ts';
import { useShellState } from './shell-context.tsx';

/** Long enough to be read twice. */
const SHOWN_MS = 12_000;

/** Leads to what floats, from wherever the focus is. */
const REACH_KEY = 'F8';

/**
 * What has just been done, and what was refused: over the foot of every page, so that nothing moves. What was done goes
 * after some seconds; a refusal stays until it is closed. Both stay reachable while a dialog is open.
 */
export function FloatingNotices() {
  const { t } = useTranslation();
  const { notices, dismiss } = useShellState();
  const region = useRef<HTMLElement>(null);
  const last = notices.at(-1) ?? null;
  const done = last && !isRefusal(last) ? last : null;
  useReachKey(region);
  useEffect(() => {
    if (last?.takesFocus) region.current?.querySelector<HTMLElement>('[data-last] button')?.focus();
  }, [last]);
  useEffect(() => {
    if (!done) return;
    // Whoever stands on the notice, or points at it, is not left standing on nothing.
    const timer = setInterval(() => {
      const place = region.current;
      if (!place?.contains(document.activeElement) && !place?.matches(':hover')) dismiss(done);
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [done, dismiss]);
  return (
    <section className="floating" ref={region} aria-label={t('common.notices')} data-react-aria-top-layer>
      <div id={FLOATING_ID} />
      <div role="alert">
        {notices.filter(isRefusal).map((notice) => (
          <NoticeView key={notice.id} notice={notice} last={notice === last} />
        ))}
      </div>
      <div role="status">{done && <NoticeView key={done.id} notice={done} last />}</div>
    </section>
  );
}

/** F8 goes to the newest notice; from there, back to where the focus was. */
function useReachKey(region: { readonly current: HTMLElement | null }): void {
  const from = useRef<Element | null>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const place = region.current;
      if (event.key !== REACH_KEY || !place) return;
      const within = place.contains(document.activeElement);
      const to = within ? from.current : [...place.querySelectorAll('button')].at(-1);
      if (!(to instanceof HTMLElement) || !to.isConnected) return;
      event.preventDefault();
      if (!within) from.current = document.activeElement;
      to.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [region]);
}

function NoticeView({ notice, last }: { readonly notice: ShownNotice; readonly last: boolean }) {
  const { t } = useTranslation();
  const { dismiss } = useShellState();
  const bad = isRefusal(notice);
  const doubt = notice.type === 'done' && notice.doubt;
  const look = ['notice', ...(bad ? ['bad'] : doubt ? ['warn'] : [])].join(' ');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    dismiss(notice);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any of its buttons.
    <div className={look} data-last={last || undefined} onKeyDown={onKeyDown}>
      <Icon name={bad || doubt ? 'warning' : 'done'} />
      <Words notice={notice} />
      <span className="push" />
      <StepButton notice={notice} />
      <IconButton look="ghost" icon="close" label={t('common.close')} onClick={() => dismiss(notice)} />
    </div>
  );
}

function Words({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  if (notice.type === 'done') return <span>{notice.words}</span>;
  const problem = failureIn(notice);
  if (notice.type === 'step' && problem === null) {
    return <span>{t(`undo.${notice.step.way}`, { words: notice.step.edit.words })}</span>;
  }
  const { message, remedy } = apiErrorOf(problem);
  return (
    <span>
      <b>{message}</b> {remedy}
    </span>
  );
}

function StepButton({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const { shell } = useShellState();
  const { way, edit } = stepOffered(notice);
  if (!edit) return null;
  return (
    <Button icon={way} onClick={() => void shell.step(way, edit)}>
      {t(way === 'undo' ? 'common.undo' : 'undo.again')}
    </Button>
  );
}
