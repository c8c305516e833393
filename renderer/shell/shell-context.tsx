import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { FileRef } from '../../electron/api/records.ts';

/** What any page may ask of the window around it. */
interface Shell {
  /** Shows the import sheet: for files already at hand, or after the system's file dialog. */
  importFiles(source: ImportSource): void;
  typeSite(): void;
  /** Says what has just been done, on whatever page is shown, and how to take it back where that is possible. */
  tell(words: string, undo?: () => void): void;
  /** The same where what had the focus is gone: the notice takes it. */
  tellWithFocus(words: string, undo?: () => void): void;
}

interface News {
  readonly words: string;
  readonly undo: (() => void) | null;
  readonly takesFocus: boolean;
}

export type ImportSource =
  | { readonly type: 'dialog' }
  | { readonly type: 'dropped'; readonly files: readonly File[] }
  | { readonly type: 'opened'; readonly files: readonly FileRef[] };

interface ShellState {
  readonly shell: Shell;
  readonly source: ImportSource | null;
  readonly typing: boolean;
  readonly told: News | null;
  closeImport(): void;
  closeTyping(): void;
  hush(): void;
}

const ShellContext = createContext<ShellState | null>(null);

export function ShellProvider(props: { readonly children: ReactNode }) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [typing, setTyping] = useState(false);
  const [told, setTold] = useState<News | null>(null);
  const closeImport = useCallback(() => setSource(null), []);
  const closeTyping = useCallback(() => setTyping(false), []);
  const hush = useCallback(() => setTold(null), []);
  const shell = useMemo<Shell>(
    () => ({
      importFiles: setSource,
      typeSite: () => setTyping(true),
      tell: (words, undo) => setTold({ words, undo: undo ?? null, takesFocus: false }),
      tellWithFocus: (words, undo) => setTold({ words, undo: undo ?? null, takesFocus: true }),
    }),
    [],
  );
  const value = useMemo(
    () => ({ shell, source, typing, told, closeImport, closeTyping, hush }),
    [shell, source, typing, told, closeImport, closeTyping, hush],
  );
  return <ShellContext value={value}>{props.children}</ShellContext>;
}

export function useShellState(): ShellState {
  const value = useContext(ShellContext);
  if (!value) throw new Error('useShellState is used outside of ShellProvider');
  return value;
}

export function useShell(): Shell {
  return useShellState().shell;
}
