import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { type CommandName, pageNames } from '../../electron/api/commands.ts';
import type { AppState } from '../../electron/api/records.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useCommands, useOffer } from '../shell/commands.tsx';
import { DataCommands } from '../shell/data-commands.tsx';
import type { Way } from '../shell/edit-stack.ts';
import { commandOfKey, isMac, isWritten } from '../shell/keys.ts';
import { useShell, useShellState } from '../shell/shell-context.tsx';

const ShortcutDialog = lazy(() =>
  import('../help/shortcut-dialog.tsx').then((m) => ({ default: m.ShortcutDialog })),
);
const Tour = lazy(() => import('../tour/tour.tsx').then((m) => ({ default: m.Tour })));
const loadPalette = () => import('../palette/palette.tsx');
const Palette = lazy(() => loadPalette().then((m) => ({ default: m.Palette })));

/** Long enough for the first page to be there. */
const SETTLED_MS = 3000;

/** What can be asked for on every page, and the keys and the native menu that ask. */
export function ShellCommands({ state }: { readonly state: AppState | undefined }) {
  const { importFiles } = useShell();
  const [, go] = useLocation();
  const [palette, setPalette] = useState(false);
  const [tour, setTour] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  useOffer('import', () => importFiles({ type: 'dialog' }));
  useStepOffer('undo');
  useStepOffer('redo');
  useOffer('palette', state ? () => setPalette((open) => !open) : null);
  useOffer('tour', state && !state.empty ? () => setTour(true) : null);
  useOffer('shortcuts', () => setShortcuts(true));
  useOffer('glossary', () => go('/help'));
  useOffer('about', () => go('/help/about'));
  useCommandKeys();
  useEffect(() => {
    // At hand before it is asked for: no letter typed after Ctrl+K is lost.
    const timer = setTimeout(() => void loadPalette(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {pageNames.map((page) => (
        <PageOffer key={page} page={page} />
      ))}
      <DataCommands state={state} />
      <Suspense>
        {palette && state && <Palette state={state} onClose={() => setPalette(false)} />}
        {tour && state && <Tour state={state} onClose={() => setTour(false)} />}
        {shortcuts && <ShortcutDialog onClose={() => setShortcuts(false)} />}
      </Suspense>
    </>
  );
}

function PageOffer({ page }: { readonly page: (typeof pageNames)[number] }): null {
  const [, go] = useLocation();
  useOffer(`page-${page}`, () => go(`/${page}`));
  return null;
}

/** Undo and redo, on whatever page it was done. */
function useStepOffer(way: Way): void {
  const { shell, edits } = useShellState();
  const { underway } = useBridge();
  const next = useSyncExternalStore(edits.subscribe, () => edits.next(way));
  const coming = useSyncExternalStore(underway.subscribe, underway.any);
  useOffer(way, next || (coming && way === 'undo') ? () => void shell.step(way) : null);
}

/** Behind a dialog nothing moves; the palette closes by what opened it. */
const isCovered = (name?: CommandName) =>
  document.querySelector(`.scrim${name === 'palette' ? ':not(.palette-scrim)' : ''}, .tour-scrim`) !== null;

function useCommandKeys(): void {
  const { bridge } = useBridge();
  const commands = useCommands();
  const run = useCallback(
    (name: CommandName) => {
      if (name === 'undo' || name === 'redo') return takeBack(name, () => commands.run(name));
      if (isCovered(name)) return false;
      // One key for what a page is for: orders are approved, a head count is completed.
      if (name === 'validate') return commands.run(name) || commands.run('complete');
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
  if (!isCovered()) run();
  // Never the browser's own: it would change a field that has not the focus, and lead there.
  return true;
}

function printPage(): boolean {
  window.print();
  return true;
}
