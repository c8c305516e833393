import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { FileRef } from '../../electron/api/records.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import type { Underway } from '../bridge/underway.ts';
import { type Edit, EditStack, type Way } from './edit-stack.ts';
import { type Notice, type NoticeOptions, type ShownNotice, withNotice } from './notices.ts';

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
  notifyUndoable(words: string, undo: () => unknown, redo?: () => unknown, options?: NoticeOptions): void;
  /** Says why something was refused: what was thrown. */
  failed(problem: unknown): void;
  /** Takes back, or does again, what was done last, or that very edit. */
  step(way: Way, edit?: Edit): Promise<void>;
}

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
  /** Refusals that nobody has closed, and what was done last. */
  readonly notices: readonly ShownNotice[];
  closeImport(): void;
  closeTyping(): void;
  withdrawTour(): void;
  dismiss(notice: ShownNotice): void;
}

const ShellContext = createContext<ShellState | null>(null);

export function ShellProvider(props: { readonly children: ReactNode }) {
  const [source, setSource] = useState<ImportRequest | null>(null);
  const [typing, setTyping] = useState(false);
  const [tourOffered, setTourOffered] = useState(false);
  const [notices, setNotices] = useState<readonly ShownNotice[]>([]);
  const [edits] = useState(() => new EditStack());
  const { underway } = useBridge();
  const closeImport = useCallback(() => setSource(null), []);
  const closeTyping = useCallback(() => setTyping(false), []);
  const withdrawTour = useCallback(() => setTourOffered(false), []);
  const dismiss = useCallback(
    (notice: ShownNotice) => setNotices((shown) => shown.filter((one) => one !== notice)),
    [],
  );
  const shell = useMemo<Shell>(
    () => ({
      importFiles: setSource,
      typeSite: () => setTyping(true),
      offerTour: () => setTourOffered(true),
      ...noticesOf(edits, underway, (notice) => setNotices((shown) => withNotice(shown, notice))),
    }),
    [edits, underway],
  );
  const value = useMemo(
    () => ({
      shell,
      edits,
      source,
      typing,
      tourOffered,
      notices,
      closeImport,
      closeTyping,
      withdrawTour,
      dismiss,
    }),
    [shell, edits, source, typing, tourOffered, notices, closeImport, closeTyping, withdrawTour, dismiss],
  );
  return <ShellContext value={value}>{props.children}</ShellContext>;
}

type Notifier = Pick<Shell, 'tell' | 'tellWithFocus' | 'notifyUndoable' | 'failed' | 'step'>;

function noticesOf(edits: EditStack, underway: Underway, show: (notice: Notice) => void): Notifier {
  const done = (words: string, edit: Edit | null, { takesFocus = false, doubt = false }: NoticeOptions) => {
    if (edit) edits.push(edit);
    show({ type: 'done', words, edit, takesFocus, doubt });
  };
  return {
    tell: (words) => done(words, null, {}),
    tellWithFocus: (words) => done(words, null, { takesFocus: true }),
    notifyUndoable: (words, undo, redo, options = {}) =>
      done(words, { words, undo, redo: redo ?? null }, options),
    failed: (problem) => show({ type: 'failed', problem, takesFocus: false }),
    step: async (way, edit) => {
      // A page shows an order before it is kept: Ctrl+Z just after Enter takes that one back, never the one before.
      if (!(await underway.taken())) return;
      const step = await edits.step(way, edit);
      if (step) show({ type: 'step', step, takesFocus: edit !== undefined });
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
