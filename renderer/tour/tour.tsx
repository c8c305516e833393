import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { AppState } from '../../electron/api/records.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useShownPlan } from '../palette/use-answers.ts';
import { isMac } from '../shell/keys.ts';
import { useSaveSettings } from '../shell/use-settings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ProgressView } from '../ui/progress-view.tsx';
import { placeCard, type Rect } from './place-card.ts';
import { type TourStep, tourSteps } from './steps.ts';
import { type TourTarget, useTarget } from './use-target.ts';

interface TourProps {
  readonly state: AppState;
  onClose(): void;
}

/** Leads through the parts of the week and the day that a decision needs. Ends where the work begins: on the week. */
export function Tour({ state, onClose }: TourProps) {
  const [, go] = useLocation();
  const save = useSaveSettings();
  const plan = useShownPlan(state, state.suggestedWeek);
  const steps = tourSteps(state, plan.data);
  const [at, setAt] = useState(0);
  const step = steps[at] ?? (steps[0] as TourStep);
  useEffect(() => go(step.place), [go, step.place]);
  const end = () => {
    void save({ tourSeen: true });
    onClose();
    go('/week');
    focusGrid();
  };
  const move = (by: 1 | -1) => {
    if (at + by >= steps.length) end();
    else setAt(Math.max(0, at + by));
  };
  return (
    <ModalOverlay
      className="tour-scrim"
      isOpen
      onOpenChange={(open) => {
        if (!open) end();
      }}
    >
      <Stage step={step} at={at} of={steps.length} onMove={move} onEnd={end} />
    </ModalOverlay>
  );
}

/** The grid comes after the page has changed; from there the arrows lead on. */
function focusGrid(tries = 40): void {
  const cell = document.querySelector<HTMLElement>('main [data-cell][tabindex="0"]');
  if (cell) cell.focus();
  else if (tries > 0) setTimeout(() => focusGrid(tries - 1), 50);
}

interface StageProps {
  readonly step: TourStep;
  readonly at: number;
  readonly of: number;
  onMove(by: 1 | -1): void;
  onEnd(): void;
}

function Stage(props: StageProps) {
  const target = useTarget(props.step.target);
  return (
    <>
      {target.rect && <Ring rect={target.rect} />}
      <Card {...props} target={target} />
    </>
  );
}

const RING = 4;

function Ring({ rect }: { readonly rect: Rect }) {
  const style = {
    left: rect.left - RING,
    top: rect.top - RING,
    width: rect.width + 2 * RING,
    height: rect.height + 2 * RING,
  };
  return <div className="tour-ring" style={style} />;
}

function Card({ step, at, of, target, onMove, onEnd }: StageProps & { readonly target: TourTarget }) {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const place = useCardPlace(card, target.rect);
  const there = target.rect !== null || target.missing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step that shows gets the focus anew.
  useEffect(() => next.current?.focus(), [step.name, there]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') onMove(1);
    else if (event.key === 'ArrowLeft') onMove(-1);
  };
  const last = at === of - 1;
  return (
    <Modal ref={card} className="tour-card" style={place}>
      <Dialog aria-labelledby="tour-title" aria-describedby="tour-text">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows do what the buttons do. */}
        <div onKeyDown={onKeyDown}>
          <header>
            <span className="mute">{t('tour.step', { n: at + 1, of })}</span>
            <IconButton look="ghost" icon="close" label={t('tour.quit')} onClick={onEnd} />
          </header>
          <h2 id="tour-title">{t(`tour.steps.${step.name}.title`)}</h2>
          <p id="tour-text">{t(`tour.steps.${step.name}.text`, { key: isMac() ? '⌘K' : 'Ctrl+K' })}</p>
          {target.missing && <p className="mute">{t('tour.missing')}</p>}
          {!there && <ProgressView progress={null} label={t('common.loading')} />}
          <footer>
            <span className="mute">{t('tour.keys')}</span>
            <Button disabled={at === 0} onClick={() => onMove(-1)}>
              {t('tour.back')}
            </Button>
            <Button ref={next} look="primary" onClick={() => onMove(1)}>
              {last ? t('tour.end') : t('tour.next')}
            </Button>
          </footer>
        </div>
      </Dialog>
    </Modal>
  );
}

/** Measured after each change of what stands on the card, before it is seen. */
function useCardPlace(card: RefObject<HTMLDivElement | null>, rect: Rect | null) {
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const size = { width: card.current?.offsetWidth ?? 0, height: card.current?.offsetHeight ?? 0 };
    const to = placeCard(rect, size, { width: innerWidth, height: innerHeight });
    setPlace((before) => (before.left === to.left && before.top === to.top ? before : to));
  });
  return place;
}
