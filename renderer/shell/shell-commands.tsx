import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { CommandName } from '../../electron/api/commands.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useCommands, useOffer } from './commands.tsx';
import type { Way } from './edit-stack.ts';
import { commandOfKey, isMac, isWritten } from './keys.ts';
import { PAGES } from './pages.ts';
import { useShell, useShellState } from './shell-context.tsx';

/** What can be asked for on every page, and the keys and the native menu that ask. */
export function ShellCommands() {
  const { importFiles } = useShell();
  useOffer('import', () => importFiles({ type: 'dialog' }));
  useStepOffer('undo');
  useStepOffer('redo');
  useCommandKeys();
  return (
    <>
      {PAGES.map((page) => (
        <PageOffer key={page} page={page} />
      ))}
    </>
  );
}

function PageOffer({ page }: { readonly page: (typeof PAGES)[number] }): null {
  const [, go] = useLocation();
  useOffer(`page-${page}`, () => go(`/${page}`));
  return null;
}

/** Undo and redo, on whatever page it was done. */
function useStepOffer(way: Way): void {
  const { shell, edits } = useShellState();
  const next = useSyncExternalStore(edits.subscribe, () => edits.next(way));
  useOffer(way, next ? () => void shell.step(way) : null);
}

/** Behind a dialog nothing moves. */
const isCovered = () => document.querySelector('.scrim') !== null;

function useCommandKeys(): void {
  const { bridge } = useBridge();
  const commands = useCommands();
  const run = useCallback(
    (name: CommandName) => {
      if (name === 'undo' || name === 'redo') return takeBack(name, () => commands.run(name));
      if (isCovered()) return false;
      return commands.run(name) || (name === 'print' && printPage());
    },
    [commands],
  );
  useEffect(() => bridge.commands((name) => void run(name)), [bridge, run]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = isWritten(document.activeElement);
      const name = commandOfKey(event, { host: bridge.host, mac: isMac(), writing });
      if (!name || event.repeat || event.defaultPrevented) return;
      // A page without a sheet prints as the browser prints.
      if (name === 'print' && !commands.offers('print')) return;
      if (run(name)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [bridge, commands, run]);
}

/** A field of text takes its own letters back; the native menu cannot know that it has the focus. */
function takeBack(name: 'undo' | 'redo', run: () => boolean): boolean {
  if (isWritten(document.activeElement)) return document.execCommand(name);
  return !isCovered() && run();
}

function printPage(): boolean {
  window.print();
  return true;
}
