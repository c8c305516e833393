import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { FileRef } from '../../electron/api/records.ts';
import { type Edit, EditStack, type Undoing, type Way } from './edit-stack.ts';

/** What any page may ask of the window around it. */
interface Shell {
  /** Shows the import sheet: for files already at hand, or after the system's file dialog. */
  importFiles(source: ImportRequest): void;
  typeSite(): void;
  /** Offers the guided tour on the week. */
  offerTour(): void;
  /** Says what has just been done, on whatever page is shown. */
  tell(words: string): void;
  /** The same where what had the focus is gone: the notice takes it. */
  tellWithFocus(words: string): void;
  /**
   * Says what has just been done and keeps how to take it back and do it again: for the notice's button, Ctrl+Z and
   * Ctrl+Shift+Z. The functions throw where they are refused (as `useCall` does), and what became of it is said here.
   */
  notifyUndoable(words: string, undo: () => unknown, redo?: () => unknown, takesFocus?: boolean): void;
  /** Says why something was refused: what was thrown. */
  failed(problem: unknown): void;
  /** Takes back, or does again, what was done last, or that very edit. */
  step(way: Way, edit?: Edit): Promise<void>;
}

/** What is said: that something was done, what became of taking it back, or why it was refused. */
export type Notice = (
  | { readonly type: 'done'; readonly words: string; readonly edit: Edit | null }
  | { readonly type: 'step'; readonly step: Undoing }
  | { readonly type: 'failed'; readonly problem: unknown }
) & { readonly takesFocus: boolean };

export type ImportRequest =
  | { readonly type: 'dialog' }
  | { readonly type: 'dropped'; readonly files: readonly File[] }
  | { readonly type: 'opened'; readonly files: readonly FileRef[] };

interface ShellState {
  readonly shell: Shell;
  readonly edits: EditStack;
  readonly source: ImportRequest | null;
  readonly typing: boolean;
  readonly tourOffered: boolean;
  readonly notice: Notice | null;
  closeImport(): void;
  closeTyping(): void;
  withdrawTour(): void;
  dismiss(): void;
}

const ShellContext = createContext<ShellState | null>(null);

export function ShellProvider(props: { readonly children: ReactNode }) {
  const [source, setSource] = useState<ImportRequest | null>(null);
  const [typing, setTyping] = useState(false);
  const [tourOffered, setTourOffered] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [edits] = useState(() => new EditStack());
  const closeImport = useCallback(() => setSource(null), []);
  const closeTyping = useCallback(() => setTyping(false), []);
  const withdrawTour = useCallback(() => setTourOffered(false), []);
  const dismiss = useCallback(() => setNotice(null), []);
  const shell = useMemo<Shell>(
    () => ({
      importFiles: setSource,
      typeSite: () => setTyping(true),
      offerTour: () => setTourOffered(true),
      ...noticesOf(edits, setNotice),
    }),
    [edits],
  );
  const value = useMemo(
    () => ({
      shell,
      edits,
      source,
      typing,
      tourOffered,
      notice,
      closeImport,
      closeTyping,
      withdrawTour,
      dismiss,
    }),
    [shell, edits, source, typing, tourOffered, notice, closeImport, closeTyping, withdrawTour, dismiss],
  );
  return <ShellContext value={value}>{props.children}</ShellContext>;
}

type Notifier = Pick<Shell, 'tell' | 'tellWithFocus' | 'notifyUndoable' | 'failed' | 'step'>;

function noticesOf(edits: EditStack, setNotice: (notice: Notice) => void): Notifier {
  const done = (words: string, edit: Edit | null, takesFocus: boolean) => {
    if (edit) edits.push(edit);
    setNotice({ type: 'done', words, edit, takesFocus });
  };
  return {
    tell: (words) => done(words, null, false),
    tellWithFocus: (words) => done(words, null, true),
    notifyUndoable: (words, undo, redo, takesFocus = false) =>
      done(words, { words, undo, redo: redo ?? null }, takesFocus),
    failed: (problem) => setNotice({ type: 'failed', problem, takesFocus: false }),
    step: async (way, edit) => {
      const step = await edits.step(way, edit);
      if (step) setNotice({ type: 'step', step, takesFocus: edit !== undefined });
    },
  };
}

export function useShellState(): ShellState {
  const value = useContext(ShellContext);
  if (!value) throw new Error('useShellState is used outside of ShellProvider');
  return value;
}

export function useShell(): Shell {
  return useShellState().shell;
}
