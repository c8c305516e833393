import { type RefObject, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from '../../i18n/use-translation.ts';
import { onSize } from '../../ui/use-box-size.ts';

interface ReasonListProps {
  readonly id: string;
  /** What is typed in; the list hangs under it, or stands over it where the window ends. */
  readonly field: RefObject<HTMLElement | null>;
  readonly reasons: readonly string[];
  readonly chosen: string;
  onChoose(reason: string): void;
}

/** Room of the list under its field, in pixels. */
const HEIGHT = 150;
const WIDTH = 190;

/** Under the field, or over it near the window's end. Pixels. */
function placeBeside(field: HTMLElement): { readonly left: number; readonly top: number } {
  const box = field.getBoundingClientRect();
  const below = box.bottom + 6;
  const top = below + HEIGHT > window.innerHeight ? box.top - 6 - HEIGHT : below;
  return { left: Math.max(8, Math.min(box.left, window.innerWidth - WIDTH - 8)), top };
}

/** The usual reasons, each with its letter, beside the cell that is typed in; nothing moves for it. */
export function ReasonList({ id, field, reasons, chosen, onChoose }: ReasonListProps) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<ReturnType<typeof placeBeside> | null>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const follow = () => setPlace(placeBeside(element));
    const unsize = onSize([element, document.documentElement], follow);
    // What scrolls is the grid or the page: their events do not bubble.
    addEventListener('scroll', follow, { capture: true });
    return () => {
      unsize();
      removeEventListener('scroll', follow, { capture: true });
    };
  }, [field]);
  return createPortal(
    // A press within leaves the focus in the field, and is none on the cell behind it.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps presses from the cell.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above; by keyboard it is the letter.
    <div
      id={id}
      className="pop reasons"
      style={place ? { ...place, width: WIDTH, height: HEIGHT } : { visibility: 'hidden' }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => event.stopPropagation()}
    >
      <p className="mute">{t('decide.reasonKeys')}</p>
      {reasons.map((reason) => (
        <button
          key={reason}
          type="button"
          tabIndex={-1}
          aria-pressed={reason === chosen}
          onClick={() => onChoose(reason)}
        >
          <kbd>{reason.charAt(0)}</kbd> {reason}
        </button>
      ))}
    </div>,
    // Within the page's landmark, where whoever walks by landmarks finds it.
    document.querySelector('main') ?? document.body,
  );
}
