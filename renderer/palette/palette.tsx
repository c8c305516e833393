import { type KeyboardEvent, useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { AppState } from '../../electron/api/records.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from '../ui/icons.tsx';
import type { Entry } from './entry.ts';
import { OptionList, optionId } from './option-list.tsx';
import { rememberChoice } from './recent.ts';
import { useSections } from './use-sections.ts';

interface PaletteProps {
  readonly state: AppState;
  onClose(): void;
}

/** One field that finds everything and answers plain questions. Escape closes it; the focus goes back. */
export function Palette({ state, onClose }: PaletteProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="scrim palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="palette">
        <Dialog aria-label={t('palette.title')}>
          <PaletteBody state={state} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const PAGE = 8;

/** Where a key leads in the list; the ends meet. `null` when the key means nothing there. */
export function indexAfterKey(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    default:
      return null;
  }
}

/**
 * A combobox after the ARIA pattern. The library's own leaves nothing chosen after a paste or an answer that comes
 * later; here the first line is always chosen, so that Enter does what is seen.
 */
function PaletteBody({ state, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { sections, computing, failed, nothing } = useSections(state, text);
  const entries = sections.flatMap((section) => section.entries);
  const active = Math.min(at, entries.length - 1);
  const type = (words: string) => {
    setText(words);
    setAt(0);
  };
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    if (entry.fills !== undefined) return type(entry.fills);
    const asked = entry.group === 'answer';
    rememberChoice(asked ? { question: text.trim() } : { id: entry.id });
    onClose();
    // The dialog gives the focus back first; what is opened may then take it.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = indexAfterKey(event.key, active, entries.length);
    if (to !== null) setAt(to);
    else if (event.key === 'Enter') choose(entries[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="askline">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: a palette is opened to type in it at once.
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded={entries.length > 0}
          aria-controls="palette-options"
          aria-autocomplete="list"
          aria-activedescendant={entries[active] ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Notes text={text} computing={computing} failed={failed} nothing={nothing} />
      <OptionList sections={sections} active={active} onActive={setAt} onChoose={choose} />
      <Count n={nothing ? 0 : entries.length} />
      <Keys />
    </>
  );
}

interface NotesProps {
  readonly text: string;
  readonly computing: boolean;
  readonly failed: boolean;
  readonly nothing: boolean;
}

function Notes({ text, computing, failed, nothing }: NotesProps) {
  const { t } = useTranslation();
  if (computing) return <p className="note">{t('palette.computing')}</p>;
  if (failed) return <p className="note bad">{t('palette.failed')}</p>;
  if (!nothing) return null;
  return (
    <p className="note">
      <b>{t('palette.nothing', { text: text.trim() })}</b> {t('palette.nothingHint')}
    </p>
  );
}

/** Long enough that letters typed in a row are counted once. */
const QUIET_MS = 400;

/** The number of results, read out when the typing rests. */
function Count({ n }: { readonly n: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [told, setTold] = useState(n);
  useEffect(() => {
    const timer = setTimeout(() => setTold(n), QUIET_MS);
    return () => clearTimeout(timer);
  }, [n]);
  return (
    <p role="status" className="sr">
      {t('palette.results', { count: told, n: format.count(told) })}
    </p>
  );
}

function Keys() {
  const { t } = useTranslation();
  return (
    <footer aria-hidden="true">
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {t('palette.keys.move')}
      </span>
      <span>
        <kbd>↵</kbd> {t('palette.keys.run')}
      </span>
      <span>
        <kbd>{t('help.keyName.escape')}</kbd> {t('palette.keys.close')}
      </span>
    </footer>
  );
}
