import type { ApiQuery } from '../bridge/use-api.ts';
import { ProgressView, useDelayed } from './progress-view.tsx';

interface RefreshingProps {
  readonly query: Pick<ApiQuery<unknown>, 'refreshing' | 'progress' | 'cancel'>;
  /** May the new answer be given up? Not where the old one would then pass for it. */
  readonly stoppable?: boolean;
}

/** What is shown is being worked out anew: it stays where it is, and this says how far the new one is. */
export function Refreshing({ query, stoppable }: RefreshingProps) {
  const late = useDelayed(query.refreshing);
  if (!late) return null;
  return (
    <div className="notice">
      <ProgressView progress={query.progress} {...(stoppable ? { onCancel: query.cancel } : {})} />
    </div>
  );
}
