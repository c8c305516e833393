import type { ReactNode } from 'react';
import type { ApiQuery } from '../bridge/use-api.ts';
import { ErrorView, LoadingView, StoppedView } from './states.tsx';

/** Every state a query can be in, so that no page forgets one. */
export function QueryView<T>(props: { readonly query: ApiQuery<T>; children(data: T): ReactNode }) {
  const { query } = props;
  if (query.error) return <ErrorView error={query.error} onAgain={query.again} />;
  if (query.stopped) return <StoppedView onAgain={query.again} />;
  if (query.data === undefined) return <LoadingView progress={query.progress} onCancel={query.cancel} />;
  return props.children(query.data);
}
