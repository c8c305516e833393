import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Bridge } from '../../electron/api/bridge.ts';
import { ProgressStore } from './progress-store.ts';
import { readAgain } from './read-again.ts';
import { Underway } from './underway.ts';
import { WarningStore } from './warning-store.ts';

interface BridgeValue {
  readonly bridge: Bridge;
  readonly progress: ProgressStore;
  readonly warnings: WarningStore;
  /** The short edits that are not answered yet: what is taken back next may be one of them. */
  readonly underway: Underway;
  /** Longer work of any page, until all that it changed has been read again. */
  readonly works: Underway;
}

const BridgeContext = createContext<BridgeValue | null>(null);

/** Hears the host's events once for all pages: progress goes to the store, changed data are read again. */
export function BridgeProvider(props: { readonly bridge: Bridge; readonly children: ReactNode }) {
  const { bridge, children } = props;
  const queries = useQueryClient();
  const value = useMemo(
    () => ({
      bridge,
      progress: new ProgressStore(),
      warnings: new WarningStore(),
      underway: new Underway(),
      works: new Underway(),
    }),
    [bridge],
  );
  useEffect(
    () =>
      bridge.subscribe((event) => {
        if (event.type !== 'changed') return value.progress.hear(event);
        // The state as it was told in another language: its settings, old by now, would switch the language back.
        queries.removeQueries({ queryKey: ['app.state'], type: 'inactive' });
        void readAgain(queries);
      }),
    [bridge, queries, value],
  );
  return <BridgeContext value={value}>{children}</BridgeContext>;
}

export function useBridge(): BridgeValue {
  const value = useContext(BridgeContext);
  if (!value) throw new Error('useBridge is used outside of BridgeProvider');
  return value;
}
