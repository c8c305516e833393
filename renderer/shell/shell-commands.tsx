import { useCallback, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { CommandName } from '../../electron/api/commands.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useCommands, useOffer } from './commands.tsx';
import { commandOfKey, isMac, isWritten } from './keys.ts';
import { PAGES } from './pages.ts';
import { useShell } from './shell-context.tsx';

/** What can be asked for on every page, and the keys and the native menu that ask. */
export function ShellCommands() {
  const { importFiles } = useShell();
  useOffer('import', () => importFiles({ type: 'dialog' }));
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
