import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppState, Settings } from '../../electron/api/records.ts';
import { useApiQuery, useEditCall } from '../bridge/use-api.ts';

/** The app's state; what was read before stays on the page while it is read again. */
export function useAppState() {
  return useApiQuery('app.state', {}, { keep: () => true });
}

/** Shows pages as they are with a setting that is about to be saved. */
export function useShowSettings(): (change: Partial<Settings>) => void {
  const queries = useQueryClient();
  return useCallback(
    (change) => {
      queries.setQueriesData<AppState>({ queryKey: ['app.state'] }, (state) =>
        state ? { ...state, settings: { ...state.settings, ...change } } : state,
      );
    },
    [queries],
  );
}

/** Saves a setting: the page changes at once, the host writes it meanwhile. Answers what takes it back. */
export function useSaveSettings(): (change: Partial<Settings>) => Promise<readonly number[]> {
  const call = useEditCall();
  const queries = useQueryClient();
  const show = useShowSettings();
  return useCallback(
    async (change) => {
      show(change);
      try {
        return (await call('settings.save', change)).edits;
      } catch {
        await queries.invalidateQueries({ queryKey: ['app.state'] });
        return [];
      }
    },
    [call, queries, show],
  );
}
