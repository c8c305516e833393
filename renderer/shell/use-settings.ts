import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppState, Settings } from '../../electron/api/records.ts';
import { useApiQuery, useEditCall } from '../bridge/use-api.ts';

/** The app's state; what was read before stays on the page while it is read again. */
export function useAppState() {
  return useApiQuery('app.state', {}, { keep: () => true });
}

/** Saves a setting: the page changes at once, the host writes it meanwhile. Answers what takes it back. */
export function useSaveSettings(): (change: Partial<Settings>) => Promise<readonly number[]> {
  const call = useEditCall();
  const queries = useQueryClient();
  return useCallback(
    async (change) => {
      queries.setQueriesData<AppState>({ queryKey: ['app.state'] }, (state) =>
        state ? { ...state, settings: { ...state.settings, ...change } } : state,
      );
      try {
        return (await call('settings.save', change)).edits;
      } catch {
        await queries.invalidateQueries({ queryKey: ['app.state'] });
        return [];
      }
    },
    [call, queries],
  );
}
