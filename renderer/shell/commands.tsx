import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { CommandName } from '../../electron/api/commands.ts';
import { CommandStore } from './command-store.ts';

const CommandContext = createContext<CommandStore | null>(null);

export function CommandProvider(props: { readonly children: ReactNode }) {
  const [store] = useState(() => new CommandStore());
  return <CommandContext value={store}>{props.children}</CommandContext>;
}

export function useCommands(): CommandStore {
  const store = useContext(CommandContext);
  if (!store) throw new Error('useCommands is used outside of CommandProvider');
  return store;
}

/** Offers a command for as long as the caller is shown; `null` while it cannot be carried out. */
export function useOffer(name: CommandName, run: (() => void) | null): void {
  const store = useContext(CommandContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const able = run !== null;
  useEffect(
    () => (able && store ? store.offer(name, () => latest.current?.()) : undefined),
    [store, name, able],
  );
}
