import { type CommandName, pageNames } from '../../electron/api/commands.ts';

/** What is looked at of a key press; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface KeyPlace {
  readonly host: 'desktop' | 'browser';
  readonly mac: boolean;
  /** Is the focus where one writes? */
  readonly writing: boolean;
}

/** What a key asks for. In the desktop host the native menu has its own; the page has those of its work. */
export function commandOfKey(press: KeyPress, place: KeyPlace): CommandName | null {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (key === '?' && !place.writing && !ctrlKey && !metaKey && !altKey) return 'shortcuts';
  const work = commandOfWork(press, place);
  if (work || place.host === 'desktop') return work;
  if (key === 'F1') return 'glossary';
  if (withCommand(press, place)) return altKey ? null : commandOfLetter(press, place.writing);
  return altKey && !ctrlKey && !metaKey && !place.writing ? pageOfDigit(press) : null;
}

const withCommand = ({ ctrlKey, metaKey }: KeyPress, { mac }: KeyPlace) =>
  mac ? metaKey && !ctrlKey : ctrlKey && !metaKey;

/** The keys of a week's work, the same in every host. */
function commandOfWork(press: KeyPress, place: KeyPlace): CommandName | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (shiftKey) return null;
  const plain = !ctrlKey && !metaKey;
  if (key === 'F4') return plain && !altKey ? 'look' : null;
  if (altKey) return plain ? (BESIDE[key] ?? null) : null;
  if (!withCommand(press, place)) return null;
  if (key.toLowerCase() === 's') return 'export-orders';
  // A field keeps what is typed by itself.
  return key === 'Enter' && !place.writing ? 'validate' : null;
}

const BESIDE: Readonly<Record<string, CommandName>> = { PageUp: 'previous', PageDown: 'next' };

const LETTERS: Readonly<Record<string, CommandName>> = { k: 'palette', o: 'import', p: 'print' };

function commandOfLetter({ key, shiftKey }: KeyPress, writing: boolean): CommandName | null {
  const letter = key.toLowerCase();
  // A field of text undoes its own letters.
  if (letter === 'z') return writing ? null : shiftKey ? 'redo' : 'undo';
  if (letter === 'y') return writing || shiftKey ? null : 'redo';
  return shiftKey ? null : (LETTERS[letter] ?? null);
}

/** Ctrl with a digit is the browser's own; with Alt it is the place of the key that counts, whatever it writes. */
function pageOfDigit({ code }: KeyPress): CommandName | null {
  const page = pageNames[Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0) - 1];
  return page ? `page-${page}` : null;
}

const NOT_WRITTEN_IN = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color']);

/** Is this where letters are typed? */
export function isWritten(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !NOT_WRITTEN_IN.has(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable === true)
  );
}

/** Is this a Mac, whose shortcuts are written and pressed with other keys? */
export const isMac = (): boolean => /mac/i.test(navigator.platform);
