import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { FileRef } from '../../electron/api/records.ts';
import { type Edit, EditStack, type Undoing, type Way } from './edit-stack.ts';

/** What any page may ask of the window around it. */
interface Shell {
  /** Shows the import sheet: for files already at hand, or after the system's file dialog. */
  importFiles(source: ImportSource): void;
  typeSite(): void;
  /** Offers the guided tour on the week. */
  offerTour(): void;
  /**
   * Says what has just been done, on whatever page is shown, and how to take it back where that is possible. What
   * takes it back says itself what became of it; `did` is shorter.
   */
  tell(words: string, undo?: () => void): void;
  /** The same where what had the focus is gone: the notice takes it. */
  tellWithFocus(words: string, undo?: () => void): void;
  /**
   * Says what has just been done and keeps how to take it back and do it again: for the notice's button, Ctrl+Z and
   * Ctrl+Shift+Z. The functions throw where they are refused (as `useCall` does), and what became of it is said here.
   */
  did(words: string, undo: () => unknown, redo?: () => unknown): void;
  /** Says why something was refused: what was thrown. */
  failed(problem: unknown): void;
  /** Takes back, or does again, what was done last, or that very edit. */
  step(way: Way, edit?: Edit): Promise<void>;
}

/** What is said: that something was done, what became of taking it back, or why it was refused. */
export type News = (
  | { readonly type: 'done'; readonly words: string; readonly edit: Edit | null }
  | { readonly type: 'step'; readonly step: Undoing }
  | { readonly type: 'failed'; readonly problem: unknown }
) & { readonly takesFocus: boolean };

export type ImportSource =
  | { readonly type: 'dialog' }
  | { readonly type: 'dropped'; readonly files: readonly File[] }
  | { readonly type: 'opened'; readonly files: readonly FileRef[] };

interface ShellState {
  readonly shell: Shell;
  readonly edits: EditStack;
  readonly source: ImportSource | null;
  readonly typing: boolean;
  readonly tourOffered: boolean;
  readonly told: News | null;
  closeImport(): void;
  closeTyping(): void;
  withdrawTour(): void;
  hush(): void;
}

const ShellContext = createContext<ShellState | null>(null);

export function ShellProvider(props: { readonly children: ReactNode }) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [typing, setTyping] = useState(false);
  const [tourOffered, setTourOffered] = useState(false);
  const [told, setTold] = useState<News | null>(null);
  const [edits] = useState(() => new EditStack());
  const closeImport = useCallback(() => setSource(null), []);
  const closeTyping = useCallback(() => setTyping(false), []);
  const withdrawTour = useCallback(() => setTourOffered(false), []);
  const hush = useCallback(() => setTold(null), []);
  const shell = useMemo<Shell>(
    () => ({
      importFiles: setSource,
      typeSite: () => setTyping(true),
      offerTour: () => setTourOffered(true),
      ...tellers(edits, setTold),
    }),
    [edits],
  );
  const value = useMemo(
    () => ({ shell, edits, source, typing, tourOffered, told, closeImport, closeTyping, withdrawTour, hush }),
    [shell, edits, source, typing, tourOffered, told, closeImport, closeTyping, withdrawTour, hush],
  );
  return <ShellContext value={value}>{props.children}</ShellContext>;
}

type Tellers = Pick<Shell, 'tell' | 'tellWithFocus' | 'did' | 'failed' | 'step'>;

function tellers(edits: EditStack, setTold: (news: News) => void): Tellers {
  const done = (words: string, edit: Edit | null, takesFocus: boolean) => {
    if (edit) edits.push(edit);
    setTold({ type: 'done', words, edit, takesFocus });
  };
  const quiet = (words: string, undo?: () => void): Edit | null =>
    undo ? { words, undo, redo: null, quiet: true } : null;
  return {
    tell: (words, undo) => done(words, quiet(words, undo), false),
    tellWithFocus: (words, undo) => done(words, quiet(words, undo), true),
    did: (words, undo, redo) => done(words, { words, undo, redo: redo ?? null, quiet: false }, false),
    failed: (problem) => setTold({ type: 'failed', problem, takesFocus: false }),
    step: async (way, edit) => {
      const step = await edits.step(way, edit);
      if (step && !(step.edit.quiet && step.problem === null)) {
        setTold({ type: 'step', step, takesFocus: edit !== undefined });
      }
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
