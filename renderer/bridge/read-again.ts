import type { QueryClient } from '@tanstack/react-query';

/**
 * Reads again what the pages show, as the data changed. A first reading that is under way is begun anew: its answer
 * may have been made of what was there before, and would stay.
 */
export async function readAgain(queries: QueryClient): Promise<void> {
  const anew = queries.resetQueries({
    predicate: ({ state }) => state.data === undefined && state.fetchStatus === 'fetching',
  });
  await Promise.all([anew, queries.invalidateQueries()]);
}
