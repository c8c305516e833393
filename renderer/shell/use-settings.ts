import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { AppState, Settings } from '../../electron/api/records.ts';
import { type ApiQuery, useApiQuery, useEditCall } from '../bridge/use-api.ts';
import { UnsavedSettings } from './unsaved-settings.ts';

/** One for all pages of a window. */
const stores = new WeakMap<QueryClient, UnsavedSettings<readonly number[]>>();

function useUnsaved(): UnsavedSettings<readonly number[]> {
  const queries = useQueryClient();
  const found = stores.get(queries) ?? new UnsavedSettings<readonly number[]>();
  stores.set(queries, found);
  return found;
}

/** The app's state, with settings as they were last chosen; what was read before stays while it is read again. */
export function useAppState(): ApiQuery<AppState> {
  const query = useApiQuery('app.state', {}, { keep: () => true });
  const unsaved = useUnsaved();
  const shown = useSyncExternalStore(unsaved.subscribe, unsaved.shown);
  const { data } = query;
  const state = useMemo(
    () =>
      data === undefined || Object.keys(shown).length === 0
        ? data
        : { ...data, settings: { ...data.settings, ...shown } },
    [data, shown],
  );
  return { ...query, data: state };
}

/** Shows pages as they are with a setting that is about to be saved. */
export function useShowSettings(): (change: Partial<Settings>) => void {
  const unsaved = useUnsaved();
  return useCallback((change) => unsaved.show(change), [unsaved]);
}

/** Saves a setting: the page changes at once, the host writes it meanwhile. Answers what takes it back. */
export function useSaveSettings(): (change: Partial<Settings>) => Promise<readonly number[]> {
  const call = useEditCall();
  const queries = useQueryClient();
  const unsaved = useUnsaved();
  return useCallback(
    async (change) => {
      const write = async (all: Partial<Settings>) => (await call('settings.save', all)).edits;
      const readAgain = () => queries.invalidateQueries({ queryKey: ['app.state'] });
      try {
        return await unsaved.save(change, write, readAgain);
      } catch {
        return [];
      }
    },
    [call, queries, unsaved],
  );
}
